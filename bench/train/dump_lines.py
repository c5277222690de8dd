#!/usr/bin/env python3
"""Trains the model of a dump's headline, byline and dateline, and reports cross-validated figures.

usage: dump_lines.py --pages DIR --tools BUILD_DIR --work DIR [--out FILE]

DIR holds SET/ID.html.gz and SET/ID.json with title, authors and date. For each role, a first forest
judges a line by features of the line and its neighbours; a second one adds what the first ones found
for all three roles on the lines around and on the whole page, so that each of the three lines helps
to find the others. Sites are divided into five folds: the second forest learns from the results of
first forests that were trained without the page's site, and the figures are for pages whose site
neither forest was trained on.
"""
import argparse
import json
import glob
import os
import re
import struct
import subprocess
import unicodedata

import numpy as np
import xgboost

import dump
import export
import fit
import pages as page_sets
import train

SETS = "articles news newspaper parser segments wcxb".split()
ROLES = "headline byline dateline".split()
BAG = 2
FIRST = dict(n_trees=90, depth=5, rate=0.1)
SECOND = dict(n_trees=40, depth=4, rate=0.13)
MAX_BYLINE_WORDS = 40
NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
FAR = 30  # lines; greater distances are all the same
NAMELESS = "product service collection listing documentation".split()  # if the truth names no author, there is none
OWN = "WORDS TO_BODY TAIL AT BY NAME DATE LABEL".split()


def fold(text):
    """The text for comparison, without differences of case, punctuation and Unicode form."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text or "").casefold()))


class Dump:
    """The features of a page's lines, and which lines are right for each role."""

    def __init__(self, truth, name, site, rows, texts, days, names):
        self.set, self.truth, self.site, self.fold = name, truth, site, page_sets.fold_of(site)
        self.rows, self.texts, self.days = rows, texts, days
        self.block = -rows[:, names.index("TO_BODY")]
        self.folded = [fold(t) for t in texts]
        self.labels = np.zeros((len(texts), len(ROLES)), np.float32)
        self.known = [False] * len(ROLES)
        self.label_headline()
        self.label_byline()
        self.label_dateline()

    def label_headline(self):
        title = fold(self.truth.get("title"))
        if title:
            self.labels[:, 0] = [f == title for f in self.folded]
            self.known[0] = bool(self.labels[:, 0].any())  # otherwise the page may show another headline

    def label_byline(self):
        authors = {fold(a) for a in self.truth.get("authors") or [] if fold(a)}
        if authors:
            self.known[1] = True
            for i, text in enumerate(self.folded):
                if len(text.split()) <= MAX_BYLINE_WORDS:
                    self.labels[i, 1] = any(f" {a} " in f" {text} " for a in authors)
        elif self.truth.get("type") in NAMELESS:
            self.known[1] = True

    def label_dateline(self):
        day = (self.truth.get("date") or "")[:10]
        if day:
            self.known[2] = True
            self.labels[:, 2] = [day in d for d in self.days]


def read_truths(folder, work):
    """(truth, set, site, dump's file name) of each page."""
    os.makedirs(os.path.join(work, "dumps"), exist_ok=True)
    found = []
    for name in SETS:
        for file in sorted(glob.glob(os.path.join(folder, name, "*.html.gz"))):
            truth_file = file[: -len(".html.gz")] + ".json"
            if not os.path.exists(truth_file):
                continue
            with open(truth_file, encoding="utf-8") as f:
                truth = json.load(f)
            found.append((truth, page_sets.site_of(truth.get("url") or file),
                          page_sets.Page(os.path.basename(file)[: -len(".html.gz")], name, None, file, truth, None, 0)))
    files = train.write_dumps([page for _, _, page in found], os.path.join(work, "dumps"))
    return [(truth, page.set, site, file) for (truth, site, page), file in zip(found, files)]


def read_dumps(tool, truths):
    names = subprocess.run([tool, "names"], capture_output=True, text=True, check=True).stdout.split("\n")[:-1]
    version, names = int(names[0]), names[1:]
    raw = subprocess.run([tool, "rows"], input="\n".join(t[-1] for t in truths).encode() + b"\n", capture_output=True,
                         check=True).stdout
    at, dumps = 0, []

    def string():
        nonlocal at
        (size,) = struct.unpack_from("<I", raw, at)
        at += 4 + size
        return raw[at - size : at].decode("utf-8", "replace")

    for truth, name, site, _ in truths:
        n, width = struct.unpack_from("<II", raw, at)
        rows = np.frombuffer(raw, np.float32, n * width, at + 8).reshape(n, width)
        at += 8 + 4 * n * width
        strings = [string() for _ in range(2 * n)]
        if n:
            dumps.append(Dump(truth, name, site, rows, strings[::2], strings[1::2], names))
    return version, names, dumps


# ---- context ----

def context_names():
    parts = ["OWN", "OTHER", "OTHER_AT", "ABOVE", "ABOVE_AT", "BELOW", "BELOW_AT"] + [
        f"B{-k}" if k < 0 else f"A{k}" for k in NEIGHBOURS]
    return [f"{role.upper()}_{part}" for role in ROLES for part in parts] + OWN


def best_before(p, block):
    """For each line, the highest p among the lines before it, and how many lines away that is."""
    best, at = np.zeros(len(p), np.float32), np.full(len(p), FAR, np.float32)
    high, where = 0.0, None
    for i in range(len(p)):
        if where is not None:
            best[i], at[i] = high, min(FAR, abs(block[i] - block[where]))
        if where is None or p[i] > high:
            high, where = p[i], i
    return best, at


def context(d, p, names):
    """The same features as src/metadata/dump_context.c computes; p: first likelihoods, lines by roles."""
    columns = []
    for r in range(len(ROLES)):
        own = p[:, r].astype(np.float32)
        above, above_at = best_before(own, d.block)
        below, below_at = (a[::-1] for a in best_before(own[::-1], d.block[::-1]))
        is_above = above >= below
        columns += [own, np.where(is_above, above, below), np.where(is_above, -above_at, below_at), above, above_at, below, below_at]
        for k in NEIGHBOURS:
            shifted = np.zeros(len(own), np.float32)
            if k < 0:
                shifted[-k:] = own[:k]
            else:
                shifted[:-k] = own[k:]
            columns.append(shifted)
    columns += [d.rows[:, names.index(o)] for o in OWN]
    return np.stack(columns, axis=1).astype(np.float32)


# ---- fitting ----

def fit_role(dumps, tables, role, options, seed):
    """Boosted trees over the lines of the dumps where the role's truth is known: a conditional logit, in
    which one of a page's lines has the role. For byline and dateline, "no line has it" is one more
    alternative, with odds 1; for the headline, pages without a right line are left out. The result is
    the mean of BAG forests."""
    chosen = [i for i, d in enumerate(dumps) if d.known[role]]
    rows = np.concatenate([tables[i] for i in chosen])
    right = np.concatenate([dumps[i].labels[:, role] for i in chosen]).astype(float)
    page = np.repeat(np.arange(len(chosen)), [len(tables[i]) for i in chosen])
    n = len(chosen)
    n_right = np.maximum(np.bincount(page, right, n), 1)
    is_weak = [role == 1 and dumps[i].truth.get("type") in NAMELESS for i in chosen]
    weight = np.where(is_weak, 0.5, 1.0)[page]
    data = xgboost.DMatrix(rows, label=right, nthread=1, feature_names=[f"f{i}" for i in range(rows.shape[1])])

    def gradients(odds, _):
        most = np.full(n, -1e9 if role == 0 else 0.0)
        np.maximum.at(most, page, odds)
        e = np.exp(odds - most[page])
        p = e / (np.bincount(page, e, n) + (0 if role == 0 else np.exp(-most)))[page]
        p_right = np.bincount(page, p * right, n)
        # Half of the target is divided equally among the right lines, half by their current likelihoods.
        wanted = 0.5 * right / n_right[page] + 0.5 * p * right / np.maximum(p_right, 1e-9)[page]
        return weight * (p - wanted), weight * np.maximum(p * (1 - p), 1e-3)

    trees = []
    for member in range(BAG):
        params = dict(base_score=0.0, tree_method="hist", max_bin=64, max_depth=options["depth"], eta=options["rate"],
                      subsample=0.7, colsample_bytree=0.5, colsample_bynode=0.7, min_child_weight=1, reg_lambda=3.0,
                      seed=seed + 100 * member, nthread=1, disable_default_eval_metric=1)
        booster = xgboost.train(params, data, options["n_trees"], obj=gradients)
        trees += [fit.scale_leaves(json.loads(tree), 1 / BAG) for tree in booster.get_dump(dump_format="json")]
    return export.forest_arrays(trees, rows.shape[1], options["depth"])


def run(forest, rows):
    """The log odds that src/score/forest.c computes."""
    feature = np.searchsorted(forest["first_cut"], np.arange(1, len(forest["cuts"]) + 1), side="left") - 1
    depth, n_nodes = forest["depth"], 2 ** forest["depth"] - 1
    nodes = forest["nodes"].reshape(-1, n_nodes).astype(np.int64)
    leaves = forest["leaves"].reshape(-1, n_nodes + 1).astype(np.int64)
    sums = np.zeros(len(rows), np.int64)
    index = np.arange(len(rows))
    for tree, leaf in zip(nodes, leaves):
        at = np.zeros(len(rows), np.int64)
        for _ in range(depth):
            cut = tree[at]
            right = cut == 0
            right |= rows[index, feature[cut - 1]] >= forest["cuts"][cut - 1]
            at = 2 * at + 1 + right
        sums += leaf[at - n_nodes]
    return sums / forest["scale"]


def to_likelihoods(odds):
    """The same conversion as in src/metadata/dump_lines.c; odds: lines of one page by roles."""
    out = np.zeros_like(odds)
    for r in range(len(ROLES)):
        most = odds[:, r].max() if r == 0 else max(0.0, odds[:, r].max())
        e = np.exp(odds[:, r] - most)
        out[:, r] = e / (e.sum() + (0 if r == 0 else np.exp(-most)))
    return out.astype(np.float32)


def run_all(forests, tables):
    sizes = np.cumsum([len(t) for t in tables])[:-1]
    rows = np.concatenate(tables)
    return [to_likelihoods(o) for o in np.split(np.stack([run(f, rows) for f in forests], axis=1), sizes)]


def fit_first(dumps):
    return [fit_role(dumps, [d.rows for d in dumps], r, FIRST, 8 + r) for r in range(len(ROLES))]


def first_of_others(dumps):
    """Each dump's first likelihoods, by forests trained without its fold; and these forests."""
    found, forests_of = [None] * len(dumps), {}
    for f in range(page_sets.N_FOLDS):
        mine = [i for i, d in enumerate(dumps) if d.fold == f]
        forests_of[f] = fit_first([d for d in dumps if d.fold != f])
        for i, p in zip(mine, run_all(forests_of[f], [dumps[i].rows for i in mine])):
            found[i] = p
    return found, forests_of


def fit_second(dumps, first, names):
    tables = [context(d, p, names) for d, p in zip(dumps, first)]
    return [fit_role(dumps, tables, r, SECOND, 20 + r) for r in range(len(ROLES))]


# ---- figures ----

def report(dumps, likely):
    """How often the likeliest line is right, among the pages whose truth is known."""
    lines = []
    for role, (name, key) in enumerate(zip(ROLES, ("title", "authors", "date"))):
        for chosen in SETS + ["all"]:
            pages = [(d, p[:, role]) for d, p in zip(dumps, likely) if d.truth.get(key) and chosen in (d.set, "all")]
            if not pages:
                continue
            right = sum(d.labels[p.argmax(), role] > 0 for d, p in pages)
            given = [d.labels[p.argmax(), role] > 0 for d, p in pages if p.max() >= 0.2]
            lines.append(f"{name:9} {chosen:10} the likeliest line is right on {right / len(pages):.3f} of {len(pages)} pages;"
                         f" {len(given)} have a likelihood of .2 or more, {sum(given)} of them right")
    return lines


# ---- writing ----

def c_forests(name, forests):
    """The C source of the tables, and of an array of struct forest with one per role."""
    parts, fields = [], []
    for role, f in zip(ROLES, forests):
        prefix = f"{name.lower()}_{role}"
        parts += [export.c_array("float", f"{prefix}_cuts", f["cuts"].tolist(), 8, export.c_float),
                  export.c_array("uint16_t", f"{prefix}_first_cut", f["first_cut"].tolist()),
                  export.c_array("uint16_t", f"{prefix}_nodes", f["nodes"].tolist()),
                  export.c_array("int16_t", f"{prefix}_leaves", f["leaves"].tolist(), 16)]
        fields.append(f"    {{{prefix}_cuts, {prefix}_first_cut, {prefix}_nodes, {prefix}_leaves,\n"
                      f"     {f['n_features']}, {f['n_trees']}, {f['depth']}, {export.c_float(f['scale'])}, 0}},\n")
    return parts + [f"static const struct forest DUMP_LINES_{name}[DUMP_N_ROLES] = {{\n{''.join(fields)}}};\n"]


def write_c(path, version, names, first, second, provenance):
    head = "/* Generated by `make model-dump-lines`; do not edit.\n" + "".join(f" * {l}\n" for l in provenance) + " */\n"
    checks = export.assert_places("DUMP_FEATURE", names, version, "make model-dump-lines")
    width = len(context_names())
    checks += f'_Static_assert(DUMP_CONTEXT_N == {width}, "trained on {width} features: run make model-dump-lines");\n'
    with open(path, "w") as f:
        f.write("\n".join([head, checks] + c_forests("FIRST", first) + c_forests("SECOND", second)))


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--pages", required=True)
    parser.add_argument("--tools", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    version, names, dumps = read_dumps(os.path.join(args.tools, "train_dump_lines"), read_truths(args.pages, args.work))
    first, forests_of = first_of_others(dumps)
    second = [None] * len(dumps)
    folds = {}
    for f in range(page_sets.N_FOLDS):
        others = [i for i, d in enumerate(dumps) if d.fold != f]
        mine = [i for i, d in enumerate(dumps) if d.fold == f]
        folds[f] = fit_second([dumps[i] for i in others], [first[i] for i in others], names)
        tables = [context(dumps[i], first[i], names) for i in mine]
        for i, p in zip(mine, run_all(folds[f], tables)):
            second[i] = p
    figures = report(dumps, second)
    print("\n".join(figures))
    sites = len({d.site for d in dumps})
    provenance = [f"Made by bench/train/dump_lines.py from {len(dumps)} dumps of {sites} sites: {', '.join(SETS)}.",
                  "Cross-validated by site:"] + figures
    for f in folds:
        write_c(f"{args.work}/fold{f}.inc", version, names, forests_of[f], folds[f], [f"Trained without fold {f}."])
    write_c(args.out, version, names, fit_first(dumps), fit_second(dumps, first, names), provenance)


if __name__ == "__main__":
    main()
