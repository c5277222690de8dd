#!/usr/bin/env python3
"""Trains the model of a dump's headline, byline and dateline, and reports cross-validated figures.

usage: dump_lines.py --pages DIR --tools BUILD_DIR --work DIR [--out FILE]

DIR holds SET/ID.html.gz and SET/ID.json with title, authors and date. For each role, a forest judges
a line by features of the line and its neighbours; weights of pairs of lines then choose the three
lines together (dump_pairs.py). Sites are divided into five folds: the pairs learn from the results of
forests that were trained without the page's site, and the figures are for pages whose site neither
was trained on. Headlines are learned from the two forms of each page that dump.py makes, and the figures say which
form they are for. What the truth of a page does not say counts less, as pith reads it from the HTML.
"""
import argparse
import glob
import itertools
import json
import os
import re
import struct
import subprocess
import unicodedata

import numpy as np
import xgboost

import dump_pairs
import export
import pages as page_sets
import train

SETS = "articles htmldate news newspaper parser recipes segments wcxb".split()
ROLES = "headline byline dateline".split()
DEPTH = 4
TREES = (160, 0.085), (130, 0.1), (110, 0.1)  # number and learning rate by role
# What the lines next to it say, and lines within others: more noise than help for bylines and datelines.
ONLY_FOR_HEADLINE = "STOPS SHARED_B1 SHARED_A1 N_SHARED_A1 LEAD_B1 LEAD_A1 END_B1 END_A1 CREDIT_B1 CREDIT_A1 PROMPT_B1 HELD HOLDS".split()
FORMS = {"spaced": "dumps", "copied": "copied-dumps"}  # and their folders
MAX_BYLINE_WORDS = 40
NEAR = 24  # lines from the body that are all learned from
FAR, FAR_OTHERS = 60, 12  # further lines of a page that are drawn at random: that could have the role, and others
OTHER_HEADLINE, OTHER_AUTHORS, OTHER = 0.5, 0.5, 0.3  # the weight of what was read from the HTML


def fold(text):
    """The text for comparison, without differences of case, punctuation and Unicode form."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text or "").casefold()))


class Dump:
    """The features of a page's lines, which lines are right for each role, and how much that weighs."""

    def __init__(self, truth, html, name, site, rows, texts, days, names, form):
        self.form = form
        self.set, self.truth, self.html, self.site, self.fold = name, truth, html, site, page_sets.fold_of(site)
        self.rows, self.texts, self.days = rows, texts, days
        self.block = rows[:, names.index("AT")].astype(np.int64)
        self.folded = [fold(t) for t in texts]
        self.labels = np.zeros((len(texts), len(ROLES)), np.float32)
        self.weights = [self.label_headline(), self.label_byline(), self.label_dateline()]

    def put_headline(self, title):
        self.labels[:, 0] = [f == title for f in self.folded]
        return bool(self.labels[:, 0].any())

    def label_headline(self):
        title, other = fold(self.truth.get("title")), fold(self.html.get("headline"))
        if title and self.put_headline(title):
            return 1.0
        if other:
            self.put_headline(other)
        return OTHER_HEADLINE if title else OTHER if other else 0.0

    def label_byline(self):
        """Lines that name an author; if some name all authors, only these."""
        known = {fold(a) for a in self.truth.get("authors") or [] if fold(a)}
        authors = known or {fold(a) for a in self.html.get("authors") or [] if fold(a)}
        n = np.array([sum(f" {a} " in f" {f} " for a in authors) if len(f.split()) <= MAX_BYLINE_WORDS else 0
                      for f in self.folded])
        self.labels[:, 1] = n >= (len(authors) if n.max() == len(authors) else 1) if authors else False
        return 1.0 if known else OTHER_AUTHORS

    def label_dateline(self):
        known = (self.truth.get("date") or "")[:10]
        day = known or (self.html.get("date") or "")[:10]
        self.labels[:, 2] = [bool(day) and day in d for d in self.days]
        return 1.0 if known else OTHER


def read_truths(folder, work):
    """(truth, set, site, page's file name, dumps' file names by form) of each page."""
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
    pages = [page for _, _, page in found]
    files = zip(*[train.write_dumps(pages, os.path.join(work, folder), form == "copied") for form, folder in FORMS.items()])
    return [(truth, page.set, site, page.file, own) for (truth, site, page), own in zip(found, files)]


def read_html(tool, truths, work):
    """What pith reads from the HTML of each page."""
    os.makedirs(os.path.join(work, "html"), exist_ok=True)
    outs = [os.path.join(work, "html", os.path.basename(t[-1][0]) + ".json") for t in truths]
    lines = "".join(f"{t[3]}\t{out}\n" for t, out in zip(truths, outs))
    subprocess.run([tool, "--input", "html"], input=lines.encode(), check=True)
    found = []
    for out in outs:
        with open(out, encoding="utf-8") as f:
            found.append(json.load(f))
    return found


def read_dumps(tool, truths, html, form):
    names = subprocess.run([tool, "names"], capture_output=True, text=True, check=True).stdout.split("\n")[:-1]
    version, names = int(names[0]), names[1:]
    files = "".join(t[-1][list(FORMS).index(form)] + "\n" for t in truths)
    raw = subprocess.run([tool, "rows"], input=files.encode(), capture_output=True, check=True).stdout
    at, dumps = 0, []

    def string():
        nonlocal at
        (size,) = struct.unpack_from("<I", raw, at)
        at += 4 + size
        return raw[at - size : at].decode("utf-8", "replace")

    for (truth, name, site, _, _), said in zip(truths, html):
        n, width = struct.unpack_from("<II", raw, at)
        rows = np.frombuffer(raw, np.float32, n * width, at + 8).reshape(n, width)
        at += 8 + 4 * n * width
        strings = [string() for _ in range(2 * n)]
        if n:
            dumps.append(Dump(truth, said, name, site, rows, strings[::2], strings[1::2], names, form))
    return version, names, dumps


# ---- fitting ----

class Sample:
    """The lines to learn a role from, and how many lines of its page each one counts for: all that are near the body or
    right, and of the others more of those that could have the role."""

    def __init__(self, dumps, role, names):
        random = np.random.default_rng(1 + role)
        kept, counts = zip(*[self.draw(d, role, names, random) for d in dumps])
        self.role = role
        self.columns = [i for i, name in enumerate(names) if role == 0 or name not in ONLY_FOR_HEADLINE]
        self.rows = np.concatenate([d.rows[k] for d, k in zip(dumps, kept)])
        self.labels = np.concatenate([d.labels[k, role] for d, k in zip(dumps, kept)]).astype(float)
        self.counts = np.concatenate(counts)
        self.page = np.repeat(np.arange(len(dumps)), [len(k) for k in kept])
        self.weights = np.array([d.weights[role] * self.share(d, role) for d in dumps])
        self.fold = np.array([d.fold for d in dumps])

    @staticmethod
    def share(d, role):
        """How much a form of a page counts. Learning bylines and datelines from copied pages too made neither better."""
        return 1.0 if d.form == "spaced" else 0.5 if role == 0 else 0.0

    @staticmethod
    def draw(d, role, names, random):
        column = lambda name: d.rows[:, names.index(name)]
        could = [lambda: (column("WORDS") >= 3) | (column("BYTES") >= 20),
                 lambda: (column("BY") > 0) | (column("NAME") >= 2),
                 lambda: column("DATE") > 0][role]()
        kept, counts = (np.abs(column("TO_BODY")) <= NEAR) | (d.labels[:, role] > 0), np.ones(len(d.rows))
        for group, most in ((~kept & could, FAR), (~kept & ~could, FAR_OTHERS)):
            n = group.sum()
            if n > most:
                group &= random.random(len(group)) < most / n
                counts[group] = n / most
            kept |= group
        return np.nonzero(kept)[0], counts[kept]


def fit_role(sample, without):
    """Boosted trees over the lines of the dumps that are not in the fold `without`: a conditional logit
    (McFadden 1974), in which one of a page's lines has the role, or "no line" with odds 1."""
    is_page = (sample.fold != without) & (sample.weights > 0)
    is_row = is_page[sample.page]
    n = is_page.sum()
    page = (np.cumsum(is_page) - 1)[sample.page[is_row]]
    counts, right, weight = sample.counts[is_row], sample.labels[is_row], sample.weights[is_page][page]
    n_right = np.maximum(np.bincount(page, right, n), 1)
    width = sample.rows.shape[1]
    data = xgboost.DMatrix(sample.rows[is_row][:, sample.columns], label=right, nthread=1,
                           feature_names=[f"f{i}" for i in sample.columns])
    n_trees, rate = TREES[sample.role]

    def gradients(odds, _):
        most = np.zeros(n)
        np.maximum.at(most, page, odds)
        e = counts * np.exp(odds - most[page])
        p = e / (np.bincount(page, e, n) + np.exp(-most))[page]
        p_right = np.bincount(page, p * right, n)
        # Half of the target is divided equally among the right lines, half by their current likelihoods.
        wanted = 0.5 * right / n_right[page] + 0.5 * p * right / np.maximum(p_right, 1e-9)[page]
        return weight * (p - wanted), weight * np.maximum(p * (1 - p), 1e-3)

    params = dict(base_score=0.0, tree_method="hist", max_bin=32, max_depth=DEPTH, eta=rate,
                  subsample=0.7, colsample_bytree=0.5, colsample_bynode=0.7, min_child_weight=1, reg_lambda=3.0,
                  seed=8 + sample.role, nthread=1, disable_default_eval_metric=1)
    booster = xgboost.train(params, data, n_trees, obj=gradients)
    trees = [json.loads(tree) for tree in booster.get_dump(dump_format="json")]
    return export.forest_arrays(trees, width, DEPTH)


def fit_forests(samples, without=None):
    return [fit_role(sample, without) for sample in samples]


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


def run_all(forests, dumps):
    """The log odds of each dump's lines by roles."""
    rows = np.concatenate([d.rows for d in dumps])
    odds = np.stack([run(f, rows) for f in forests], axis=1)
    return np.split(odds, np.cumsum([len(d.rows) for d in dumps])[:-1])


def fit_pairs(dumps, odds):
    return dump_pairs.fit([d.block for d in dumps], odds, [d.labels for d in dumps], [[w > 0 for w in d.weights] for d in dumps])


def cross_validate(dumps, samples):
    """By fold, the forests and pairs that have not seen it; each dump's log odds and likelihoods by these."""
    folds, odds, likely = range(page_sets.N_FOLDS), [None] * len(dumps), [None] * len(dumps)
    of_fold = [[i for i, d in enumerate(dumps) if d.fold == f] for f in folds]
    forests = [fit_forests(samples, f) for f in folds]
    for f in folds:
        for i, own in zip(of_fold[f], run_all(forests[f], [dumps[i] for i in of_fold[f]])):
            odds[i] = own
    pairs = []
    for f in folds:
        others = [i for i, d in enumerate(dumps) if d.fold != f]
        pairs.append(fit_pairs([dumps[i] for i in others], [odds[i] for i in others]))
        own = dump_pairs.likelihoods(pairs[f], [dumps[i].block for i in of_fold[f]], [odds[i] for i in of_fold[f]])
        for i, p in zip(of_fold[f], own):
            likely[i] = p
    return list(zip(forests, pairs)), odds, likely


# ---- figures ----

def report(dumps, likely):
    """How often the likeliest line is right, among the pages whose truth is known."""
    lines = []
    for form, (role, (name, key)), chosen in itertools.product(
            FORMS, enumerate(zip(ROLES, ("title", "authors", "date"))), SETS + ["all"]):
        pages = [(d, p[:, role]) for d, p in zip(dumps, likely)
                 if d.form == form and d.truth.get(key) and chosen in (d.set, "all")]
        if not pages:
            continue
        is_right = [d.weights[role] == 1 and d.labels[p.argmax(), role] > 0 for d, p in pages]
        right, given = sum(is_right), [r for r, (_, p) in zip(is_right, pages) if p.max() >= 0.2]
        lines.append(f"{form} {name:9} {chosen:10} the likeliest line is right on {right / len(pages):.3f} of {len(pages)} pages;"
                     f" {len(given)} have a likelihood of .2 or more, {sum(given)} of them right")
    return lines


# ---- writing ----

def c_forests(forests):
    """The C source of the tables, and of an array of struct forest with one per role."""
    parts, fields = [], []
    for role, f in zip(ROLES, forests):
        parts += [export.c_array("float", f"{role}_cuts", f["cuts"].tolist(), 8, export.c_float),
                  export.c_array("uint16_t", f"{role}_first_cut", f["first_cut"].tolist()),
                  export.c_array("uint16_t", f"{role}_nodes", f["nodes"].tolist()),
                  export.c_array("int16_t", f"{role}_leaves", f["leaves"].tolist(), 16)]
        fields.append(f"    {{{role}_cuts, {role}_first_cut, {role}_nodes, {role}_leaves,\n"
                      f"     {f['n_features']}, {f['n_trees']}, {f['depth']}, {export.c_float(f['scale'])}, 0}},\n")
    return parts + [f"static const struct forest DUMP_LINES[DUMP_N_ROLES] = {{\n{''.join(fields)}}};\n"]


def c_pairs(weights):
    floats = lambda values: "{" + ", ".join(map(export.c_float, values)) + "}"
    n = dump_pairs.N_ROLES
    steps = weights[2 * n :].reshape(-1, dump_pairs.N_STEPS)
    return ("static const struct dump_pairs DUMP_PAIRS = {\n"
            f"    .scale = {floats(weights[:n])},\n    .none = {floats(weights[n : 2 * n])},\n"
            f"    .first = {{{', '.join(map(str, dump_pairs.FIRST))}}},\n    .step = {{\n        " +
            ",\n        ".join(map(floats, steps)) + "}};\n")


def write_c(path, version, names, forests, pairs, provenance):
    head = "/* Generated by `make model-dump-lines`; do not edit.\n" + "".join(f" * {l}\n" for l in provenance) + " */\n"
    checks = export.assert_places("DUMP_FEATURE", names, version, "make model-dump-lines")
    checks += f'_Static_assert(DUMP_CHOICE_MOST == {dump_pairs.MOST} && DUMP_CHOICE_N_STEPS == {dump_pairs.N_STEPS}, "");\n'
    with open(path, "w") as f:
        f.write("\n".join([head, checks] + c_forests(forests) + [c_pairs(pairs)]))


def size_bytes(forests):
    return sum(f[k].nbytes for f in forests for k in ("cuts", "first_cut", "nodes", "leaves"))


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--pages", required=True)
    parser.add_argument("--tools", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    truths = read_truths(args.pages, args.work)
    html = read_html(os.path.join(args.tools, "train_extract"), truths, args.work)
    dumps = []
    for form in FORMS:
        version, names, own = read_dumps(os.path.join(args.tools, "train_dump_lines"), truths, html, form)
        dumps += own
    samples = [Sample(dumps, r, names) for r in range(len(ROLES))]
    models, odds, likely = cross_validate(dumps, samples)
    figures = report(dumps, likely)
    print("\n".join(figures))
    sites = len({d.site for d in dumps})
    provenance = [f"Made by bench/train/dump_lines.py from {len(dumps)} dumps, in {len(FORMS)} forms, of {sites} sites: {', '.join(SETS)}.",
                  "Cross-validated by site:"] + figures
    for f, (forests, pairs) in enumerate(models):
        write_c(f"{args.work}/fold{f}.inc", version, names, forests, pairs, [f"Trained without fold {f}."])
    forests = fit_forests(samples)
    print(f"tables of {size_bytes(forests)} bytes")
    write_c(args.out, version, names, forests, fit_pairs(dumps, odds), provenance)


if __name__ == "__main__":
    main()
