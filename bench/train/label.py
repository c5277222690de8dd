"""Labels: the share of each block's words that is in the ground truth.

Page and truth are aligned by their longest common subsequence of words (bit-parallel, Hyyro 2004),
of which only runs count. What the alignment misses, since a page may give a text in another order
than the truth does, is found by the coverage of its runs of four words.
"""
import collections
import re

# In scripts without spaces between words, each character is one.
UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
WORD = re.compile(rf"[{UNSPACED}]|(?:(?![{UNSPACED}])\w)+")
RUN = 3  # aligned words that form a run; single ones are chance
GRAM = 4
MOST_BITS = 6 * 10**9  # in the alignment's table; larger pages are labelled only by runs of four


def words_of(text):
    return WORD.findall(text.lower())


def align(page, truth):
    """Pairs (i, j) with page[i] == truth[j], of a longest common subsequence, ascending."""
    masks = {}
    for j, word in enumerate(truth):
        masks[word] = masks.get(word, 0) | 1 << j
    full = (1 << len(truth)) - 1
    row, rows = full, []
    for word in page:
        hit = row & masks.get(word, 0)
        row = ((row + hit) | (row - hit)) & full
        rows.append(row)
    pairs = []
    i, j = len(page), len(truth)
    while i and j:
        if rows[i - 1] >> (j - 1) & 1:
            j -= 1
        else:
            i -= 1
            if i == 0 or rows[i - 1] >> (j - 1) & 1:
                j -= 1
                pairs.append((i, j))
    return pairs[::-1]


def run_lengths(pairs, n):
    """For each page word, the length of the run of aligned words that it is in."""
    lengths = [0] * n
    start = 0
    for k in range(1, len(pairs) + 1):
        if k < len(pairs) and pairs[k] == (pairs[k - 1][0] + 1, pairs[k - 1][1] + 1):
            continue
        for i, _ in pairs[start:k]:
            lengths[i] = k - start
        start = k
    return lengths


def grams_of(words):
    return [tuple(words[i : i + GRAM]) for i in range(len(words) - GRAM + 1)]


def take(left, key):
    """Whether one is left; removes it."""
    left[key] -= 1
    return left[key] >= 0


def take_share(words, grams, lines):
    """The share of a block's words that are in runs of GRAM words still left in the truth; for a
    shorter block, whether a whole line equal to it is left. Removes them."""
    if len(words) < GRAM:
        return float(take(lines, tuple(words)))
    covered = [False] * len(words)
    for i, gram in enumerate(grams_of(words)):
        if take(grams, gram):
            covered[i : i + GRAM] = [True] * GRAM
    return sum(covered) / len(words)


def label_by_text(blocks, truth_text):
    """A label from 0 to 1 for each block, from the full text of the truth. What the page shows
    twice and the truth has once is wanted once: what the alignment found is removed from the truth
    before the rest is looked for."""
    blocks = [words_of(text) for text in blocks]
    truth = words_of(truth_text)
    page = [word for block in blocks for word in block]
    lengths = [0] * len(page)
    if len(page) * len(truth) <= MOST_BITS:
        lengths = run_lengths(align(page, truth), len(page))
    labels, at = [], 0
    for block in blocks:
        n = len(block)
        labels.append(sum(length >= min(RUN, n) for length in lengths[at : at + n]) / n if n else 0.0)
        at += n
    grams = collections.Counter(grams_of(truth))
    lines = collections.Counter(tuple(words_of(line)) for line in truth_text.split("\n"))
    for block, label in zip(blocks, labels):
        if label >= 0.5:
            grams.subtract(grams_of(block))
            lines.subtract([tuple(block)])
    for k, block in enumerate(blocks):
        if block and labels[k] < 0.5:
            labels[k] = max(labels[k], take_share(block, grams, lines))
    return labels


def label_by_segments(blocks, wanted, unwanted):
    """Labels for blocks that contain, or are contained in, a segment of the truth; None for others."""
    fold = lambda text: " ".join(text.split())
    wanted, unwanted = [fold(s) for s in wanted], [fold(s) for s in unwanted]
    labels = []
    for text in map(fold, blocks):
        touches = lambda s: s and (s in text or (len(text) >= 20 and text in s))
        if any(map(touches, wanted)):
            labels.append(1.0)
        elif any(map(touches, unwanted)):
            labels.append(0.0)
        else:
            labels.append(None)
    return labels


def label(blocks, truth):
    """(labels, weights) of a page's blocks: the label is soft, the weight 0 if it is unknown."""
    n_words = [len(words_of(text)) for text in blocks]
    if truth.get("text") or not (truth.get("with") or truth.get("without")):
        labels = label_by_text(blocks, truth.get("text") or "")
        size = len(words_of(truth.get("text") or "")) + 0.3 * sum(n_words) + 20
        return labels, [n / size for n in n_words]
    labels = label_by_segments(blocks, truth.get("with", []), truth.get("without", []))
    known = sum(n for n, x in zip(n_words, labels) if x is not None)
    # A page about which little is known weighs little: half of one that is fully known.
    size = 2 * known + 0.3 * sum(n_words) + 20
    return ([x or 0.0 for x in labels], [n / size if x is not None else 0.0 for n, x in zip(n_words, labels)])
