#!/usr/bin/env python3
"""Scores a text against its ground truth.

usage: score.py TRUTH FOUND      two text files; prints P R F1 of words and of 4-grams

A text is the bag of its lower-cased \\w+ words, or of its runs of four words (a shorter text is one
run). P is the share of what was found that is in the truth, R the share of the truth that was
found, F1 their harmonic mean. A mean over pages is the mean of each page's own figure; only the
4-gram F1 of a group is that of the mean P and mean R, as in earlier published tables.
"""
import collections, random, sys, unicodedata

import markdown_parts, rouge
from words import WORD, f1, words_of

FIELDS = ("headline", "authors", "place", "date", "byline", "dateline")
# With 2,000 resamples the ends of a 95 % interval are accurate to about a fiftieth of its width.
RESAMPLES = 2000
# Figures used by other benchmarks, for the sets that need them: rouge.py and markdown_parts.py.
PUBLISHED = ("lsum", "rouge5", "edit_text", "edit_code", "edit_formula", "edit_table")


def count_words(text, n=1):
    words = words_of(text)
    if n > 1 and words:
        words = [tuple(words[i:i + n]) for i in range(max(1, len(words) - n + 1))]
    return collections.Counter(words)


def compare_counts(found, truth):
    """Precision, recall and F1 of two bags."""
    if not truth or not found:
        same = float(not truth and not found)
        return same, same, same
    hit = sum((found & truth).values())
    p, r = hit / sum(found.values()), hit / sum(truth.values())
    return p, r, f1(p, r)


def fold(text):
    """Removes differences of case, width, accent encoding and punctuation."""
    return " ".join(WORD.findall(unicodedata.normalize("NFKC", text or "").casefold()))


def field_values(record, field):
    """A record's value for a field, as a set of comparable strings."""
    if field == "authors":
        values = record.get("authors") or ([record["byline"]] if record.get("byline") else [])
        return {fold(v) for v in values if fold(v)}
    value = record.get(field) or ""
    if field == "headline":
        value = value or record.get("title") or ""
    value = value[:10] if field == "date" else fold(value)
    return {value} if value else set()


def score_text(row, text, truth):
    if truth.get("text"):
        row["P"], row["R"], row["F1"] = compare_counts(count_words(text), count_words(truth["text"]))
        row["sP"], row["sR"], row["sF1"] = compare_counts(count_words(text, 4),
                                                          count_words(truth["text"], 4))
    elif truth.get("empty"):
        row["P"] = row["R"] = row["F1"] = float(not WORD.search(text))
    if truth.get("rouge_lsum"):
        row["lsum"] = rouge.rouge_lsum(text, truth.get("text", ""))[2]
    if truth.get("with") or truth.get("without"):
        flat = " ".join(text.split())
        hits = [sum(" ".join(s.split()) in flat for s in truth.get(key, ()))
                for key in ("with", "without")]
        row["seg"] = hits + [len(truth.get("with", ()))]


def score_page(said, truth):
    """The row of figures for the answer about one page.

    truth["complete"] says that the page does not have a field that is absent, so that naming one is
    a fault; otherwise pages without that truth are left out of the field's figures.
    """
    row = {"fields": {}}
    score_text(row, said.get("text") or "", truth)
    if truth.get("markdown"):
        found = said.get("markdown") or said.get("text") or ""
        row["rouge5"] = rouge.rouge_n(found, truth["markdown"])[2]
        for kind, value in markdown_parts.similarities(found, truth["markdown"]).items():
            row["edit_" + kind] = value
    for field in FIELDS:
        found, right = field_values(said, field), field_values(truth, field)
        if right or truth.get("complete"):
            row["fields"][field] = [len(found & right), len(found), len(right)]
        if right and field in ("headline", "authors", "date"):
            row[field] = float(found == right)
    return row


def mean(values):
    return sum(values) / len(values) if values else None


def bootstrap(values, seed=1):
    """The 95 % interval of the mean, by the percentile bootstrap."""
    if len(values) < 2:
        return None
    rng, n = random.Random(seed), len(values)
    means = sorted(sum(rng.choices(values, k=n)) / n for _ in range(RESAMPLES))
    return [means[RESAMPLES // 40], means[RESAMPLES - 1 - RESAMPLES // 40]]


def summarize(rows):
    """A group's figures: means, the interval of F1, segments, fields."""
    column = lambda key: [row[key] for row in rows if key in row]
    out = {"pages": len(rows)}
    for key in ("P", "R", "F1", "sP", "sR", "headline", "authors", "date", "fail") + PUBLISHED:
        out[key] = mean(column(key))
    out["sF1"] = f1(out["sP"], out["sR"]) if out["sP"] is not None else None
    out["F1_interval"] = bootstrap(column("F1"))
    segments = column("seg")
    if segments:
        hit, wrong, all_with = (sum(s[i] for s in segments) for i in range(3))
        out["seg"] = 2 * hit / (hit + wrong + all_with) if hit + wrong + all_with else None
    out["fields"] = {field: summarize_field(rows, field) for field in FIELDS}
    return out


def summarize_field(rows, field):
    counts = [row["fields"][field] for row in rows if field in row.get("fields", {})]
    hit, found, right = (sum(c[i] for c in counts) for i in range(3))
    p, r = hit / found if found else None, hit / right if right else None
    return {"P": p, "R": r, "F1": f1(p, r) if p is not None and r is not None else None,
            "said": found, "truth": right, "right": hit}


def main(argv):
    if len(argv) != 2:
        sys.exit(__doc__)
    truth, found = (open(name, encoding="utf-8").read() for name in argv)
    row = score_page({"text": found}, {"text": truth, "empty": not WORD.search(truth)})
    print(" ".join("%s %.4f" % (key, row[key])
                   for key in ("P", "R", "F1", "sP", "sR", "sF1") if key in row))


if __name__ == "__main__":
    main(sys.argv[1:])
