"""What the judged pages show: figures per set, type and decade, calibration, rank correlation."""
import json
import os
import sys

import numpy as np
import scipy.stats
import sklearn.isotonic

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import score  # noqa: E402  the benchmark's own scorer

N_BINS = 10


def decade_of(truth):
    """The decade of a page by its truth, such as "2010s", or None."""
    date = truth.get("date") or ""
    return f"{date[:3]}0s" if date[:4].isdigit() else None


def judge(pages, folder):
    """One row per page: set, kind, decade, fold, raw confidence and the scorer's figures."""
    judged = []
    for page in pages:
        with open(os.path.join(folder, page.set, page.id + ".json"), encoding="utf-8") as f:
            said = json.load(f)
        truth = dict(page.truth)
        row = dict(set=page.set, kind=page.kind, decade=decade_of(truth), fold=page.fold, confidence=said["confidence"])
        if page.set == "wcxb":
            truth.setdefault("empty", True)  # by its truth, such a page has no main content
        row.update(score.score_page(said, truth))
        judged.append(row)
    return judged


def calibrate(judged, n=11):
    """The actual F1 when 0, 1/(n-1) ... 1 was expected: isotonic regression over pages with a text."""
    rows = [r for r in judged if "F1" in r]
    fitted = sklearn.isotonic.IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip")
    fitted.fit([r["confidence"] for r in rows], [r["F1"] for r in rows])
    return fitted.predict(np.linspace(0, 1, n))


def calibrated(judged):
    """Each row's confidence, calibrated with the other folds."""
    for fold in sorted({r["fold"] for r in judged}):
        knots = calibrate([r for r in judged if r["fold"] != fold])
        for row in judged:
            if row["fold"] == fold:
                row["calibrated"] = float(np.interp(row["confidence"], np.linspace(0, 1, len(knots)), knots))
    return judged


def segment_f1(rows):
    """F1 over all with/without segments."""
    found = [r["seg"] for r in rows if "seg" in r]
    hit, wrong, wanted = (sum(s[i] for s in found) for i in range(3))
    return 2 * hit / (hit + wrong + wanted)


def text(judged):
    lines = []
    for name in sorted({r["set"] for r in judged}):
        rows = [r for r in judged if r["set"] == name]
        with_text = [r for r in rows if "F1" in r]
        if with_text:
            mean = lambda key: np.mean([r[key] for r in with_text])
            lines.append(f"{name:10} word P {mean('P'):.4f} R {mean('R'):.4f} F1 {mean('F1'):.4f} on {len(with_text)} pages")
        if any("seg" in r for r in rows):
            lines.append(f"{name:10} segments F1 {segment_f1(rows):.4f}")
        kinds = sorted({r["kind"] for r in with_text})
        for kind in kinds if len(kinds) > 1 else []:
            found = [r["F1"] for r in with_text if r["kind"] == kind]
            lines.append(f"  {kind:15} word F1 {np.mean(found):.4f} on {len(found)} pages")
    dated = [r for r in judged if "F1" in r and r["decade"]]
    for decade in sorted({r["decade"] for r in dated}):
        found = [r["F1"] for r in dated if r["decade"] == decade]
        lines.append(f"pages of the {decade}: word F1 {np.mean(found):.4f} on {len(found)} pages")
    rows = [r for r in calibrated(judged) if "F1" in r]
    for name in sorted({r["set"] for r in rows}):
        part = [r for r in rows if r["set"] == name]
        rho = scipy.stats.spearmanr([r["calibrated"] for r in part], [r["F1"] for r in part])[0]
        lines.append(f"confidence and F1 on {name}: Spearman {rho:.3f}")
    lines.append("confidence   pages   mean   F1 found")
    for k in range(N_BINS):
        part = [r for r in rows if k / N_BINS <= r["calibrated"] < (k + 1) / N_BINS or (k == N_BINS - 1 and r["calibrated"] == 1)]
        if part:
            lines.append(f"{k / N_BINS:.1f} to {(k + 1) / N_BINS:.1f}   {len(part):5}   {np.mean([r['calibrated'] for r in part]):.3f}  "
                         f"{np.mean([r['F1'] for r in part]):.3f}")
    return "\n".join(lines)
