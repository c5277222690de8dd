"""ROUGE, as published comparisons of extractors use it (Lin, "ROUGE: a package for automatic
evaluation of summaries", 2004).

rouge_lsum is the ROUGE-LSum of Bevendorff et al., "An empirical comparison of web content
extraction algorithms" (SIGIR 2023), who take it from the package rouge_score: lines are sentences,
and a line of the ground truth counts with the union of its longest common subsequences with all
lines found. rouge_n is the ROUGE-N of WebMainBench (2025), with n = 5.
"""
import collections

import sequence
from words import f1, words_of



def figures(hits, n_found, n_truth):
    if not n_found or not n_truth:
        same = float(not n_found and not n_truth)
        return same, same, same
    p, r = hits / n_found, hits / n_truth
    return p, r, f1(p, r)


def rouge_lsum(found, truth):
    """Precision, recall and F1."""
    found = [words for words in map(words_of, found.split("\n")) if words]
    truth = [words for words in map(words_of, truth.split("\n")) if words]
    left_found = collections.Counter(word for words in found for word in words)
    left_truth = collections.Counter(word for words in truth for word in words)
    n_found, n_truth = sum(left_found.values()), sum(left_truth.values())
    lines_with = collections.defaultdict(set)
    for i, words in enumerate(found):
        for word in words:
            lines_with[word].add(i)
    hits = 0
    for words in truth:
        near = set().union(*(lines_with.get(word, ()) for word in set(words)))
        union = set()
        for i in near:
            union.update(sequence.lcs_indices(words, found[i]))
            if len(union) == len(words):
                break
        for i in sorted(union):
            word = words[i]
            if left_found[word] > 0 and left_truth[word] > 0:
                left_found[word] -= 1
                left_truth[word] -= 1
                hits += 1
    return figures(hits, n_found, n_truth)


def rouge_n(found, truth, n=5):
    """Precision, recall and F1 of runs of n words."""
    runs = lambda words: collections.Counter(tuple(words[i:i + n]) for i in range(len(words) - n + 1))
    found, truth = runs(words_of(found)), runs(words_of(truth))
    return figures(sum((found & truth).values()), sum(found.values()), sum(truth.values()))
