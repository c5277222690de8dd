"""What the rows of a run say beyond their means: whether the confidence is calibrated, and how the
worst pages differ from their ground truth."""
import difflib

from plots import esc
from words import WORD

N_WORST = 20
# Fewer pages say nothing about a tenth of the scale.
MIN_BIN = 5
# Words shown around a difference.
AROUND = 8


def calibration(rows):
    """(mean confidence, mean F1, pages) for each tenth of the confidence scale with enough pages."""
    bins = {}
    for row in rows:
        if row.get("confidence") is not None and "F1" in row:
            bins.setdefault(min(9, int(row["confidence"] * 10)), []).append(
                (row["confidence"], row["F1"]))
    return [(sum(c for c, _ in pairs) / len(pairs), sum(f for _, f in pairs) / len(pairs), len(pairs))
            for _, pairs in sorted(bins.items()) if len(pairs) >= MIN_BIN]


def diff(found, truth):
    """[kind, text] pieces: "=" in both, "+" only found, "-" only in the ground truth."""
    found, truth = found.split(), truth.split()
    fold = lambda words: ["".join(WORD.findall(word.lower())) or word for word in words]
    pieces = []
    matcher = difflib.SequenceMatcher(None, fold(truth), fold(found), autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            words = truth[a:b]
            if len(words) > 2 * AROUND:
                words = words[:AROUND] + ["…"] + words[-AROUND:]
            pieces.append(["=", " ".join(words)])
            continue
        if b > a:
            pieces.append(["-", " ".join(truth[a:b])])
        if d > c:
            pieces.append(["+", " ".join(found[c:d])])
    return pieces


def diff_html(pieces):
    form = {"=": "%s", "+": "<ins>%s</ins>", "-": "<del>%s</del>"}
    return " ".join(form[kind] % esc(text) for kind, text in pieces)
