#!/usr/bin/env python3
"""Makes the model from pages with known truth, with honest figures.

usage: train.py --pages DIR --tools BUILD_DIR --work DIR [--kind html|dump] [--folds-only] [--rows N]

Three things are learned, each from the scores of the one before it: the weights of tokens, the
trees over a block's measures, the trees over the scores around it. A score that a later one learns
from is always from a model that has not seen the page's fold: of five folds by site, the models
without one, two and three of them are fitted ("without" below), so that the five models that are
judged, each without one fold, are made just as the final one is.
"""
import argparse
import concurrent.futures
import hashlib
import itertools
import json
import os
import pickle
import sys

import numpy as np

import export
import fit
import label
import pages as page_sets
import rows

FOLDS = range(page_sets.N_FOLDS)


def log(*words):
    print(*words, file=sys.stderr, flush=True)


class Data:
    """The pages, their labels, and a sample of their blocks to learn from."""

    def __init__(self, args):
        self.kind, self.work = args.kind, args.work
        self.rows_tool = os.path.join(args.tools, "train_rows")
        self.extract_tool = os.path.join(args.tools, "train_extract")
        self.pages = page_sets.read_pages(args.pages)
        self.files = [p.file for p in self.pages]
        self.flags = []
        if self.kind == "dump":
            self.flags = ["--dump"]
            self.files = write_dumps(self.pages, os.path.join(self.work, "dumps"))
        self.block_names, self.context_names, self.versions = rows.names(self.rows_tool)
        texts = rows.texts(self.rows_tool, self.files, *self.flags)
        self.labels, self.weights = self.label(texts)
        self.sample(args.rows)
        self.of_fold = [[i for i, p in enumerate(self.pages) if p.fold == f] for f in FOLDS]
        if self.kind == "html":
            tokens = rows.tokens(self.rows_tool, self.files)
            self.vocabulary = fit.vocabulary(tokens, [p.site for p in self.pages])
            self.matrices = [fit.token_matrix([t[k] for k in self.kept[i]], self.vocabulary) for i, t in enumerate(tokens)]
            log(len(self.vocabulary), "tokens")

    def label(self, texts):
        """Labels are slow to make and change with the blocks alone: they are kept."""
        blocks = [b for b, _ in texts]
        with open(label.__file__, "rb") as f:
            key = hashlib.sha256(pickle.dumps(blocks) + f.read()).hexdigest()[:16]
        cache = os.path.join(self.work, f"labels-{self.kind}-{key}.pickle")
        if not os.path.exists(cache):
            log("labelling", len(blocks), "pages")
            with concurrent.futures.ProcessPoolExecutor(2) as pool:
                found = list(pool.map(label.label, blocks, [p.truth for p in self.pages], chunksize=8))
            with open(cache, "wb") as f:
                pickle.dump(found, f)
        with open(cache, "rb") as f:
            found = pickle.load(f)
        return [np.array(l, np.float32) for l, _ in found], [np.array(w, np.float32) for _, w in found]

    def sample(self, n_rows):
        """Blocks are taken with a chance that grows with their weight, and the rest weigh more for it."""
        random = np.random.default_rng(11)
        all_weights = np.concatenate(self.weights)
        chance_scale = n_rows / all_weights.sum()
        for _ in range(8):  # chances over 1 are cut, so the scale has to grow
            chance_scale *= n_rows / np.minimum(1, all_weights * chance_scale).sum()
        self.kept, self.kept_weights = [], []
        for weights in self.weights:
            chance = np.minimum(1, weights * chance_scale)
            kept = np.nonzero(random.random(len(weights)) < chance)[0]
            self.kept.append(kept)
            self.kept_weights.append(weights[kept] / np.maximum(chance[kept], 1e-9))
        log(sum(map(len, self.kept)), "of", len(all_weights), "blocks")

    def targets(self, indexes):
        labels = np.concatenate([self.labels[i][self.kept[i]] for i in indexes])
        return labels, np.concatenate([self.kept_weights[i] for i in indexes])

    def pages_without(self, folds):
        return [i for f in FOLDS if f not in folds for i in self.of_fold[f]]


def write_dumps(pages, folder):
    """The pages' visible text, as score.py gives it to a program with --dump."""
    import gzip
    import importlib.util

    spec = importlib.util.spec_from_file_location("score", os.environ["PITH_SCORE"])
    score = importlib.util.module_from_spec(spec)
    with open(os.environ["PITH_SCORE"]) as f:
        source = f.read().replace("\nmain()\n", "\n")
    exec(compile(source, "score.py", "exec"), score.__dict__)
    os.makedirs(folder, exist_ok=True)
    files = []
    for page in pages:
        path = os.path.join(folder, f"{page.set}-{page.id}.txt")
        if not os.path.exists(path):
            with gzip.open(page.file) as f, open(path, "wb") as out:
                out.write(score.dump(f.read()))
        files.append(path)
    return files


class Trainer:
    """Models by the set of folds that they have not seen."""

    def __init__(self, data):
        self.data = data
        self.tokens, self.block, self.context = {}, {}, {}

    def path(self, without, stage):
        return os.path.join(self.data.work, f"{self.data.kind}-{stage}-without-{''.join(map(str, sorted(without))) or 'none'}.model")

    def empty_forest(self, n):
        return export.forest_arrays([{"leaf": 0.0}], n, 1)

    def token_model(self, without):
        without = frozenset(without)
        if without not in self.tokens:
            data = self.data
            if data.kind == "dump":
                self.tokens[without] = export.token_arrays(np.zeros(0, np.uint32), np.zeros((0, 3)), 0.0)
            else:
                import scipy.sparse

                indexes = data.pages_without(without)
                matrix = scipy.sparse.vstack([data.matrices[i] for i in indexes]).tocsr()
                weights, bias = fit.fit_tokens(matrix, *data.targets(indexes))
                self.tokens[without] = export.token_arrays(data.vocabulary, weights, bias)
        return self.tokens[without]

    def model(self, without, stage):
        """As far as `stage`: "tokens", "block" or "context"."""
        data = self.data
        return dict(versions=data.versions, tokens=self.token_model(without),
                    block=self.block_forest(without) if stage != "tokens" else self.empty_forest(len(data.block_names)),
                    context=self.context_forest(without) if stage == "context" else self.empty_forest(len(data.context_names)),
                    calibration=getattr(self, "calibration", np.linspace(0, 1, export.N_CALIBRATION)))

    def write(self, without, stage):
        path = self.path(without, stage)
        export.write_file(path, self.model(without, stage))
        return path

    def sampled_rows(self, without, mode, stage):
        """The sampled rows of all pages not in `without`, each by a model that has not seen its fold."""
        data, found = self.data, {}
        for fold in FOLDS:
            if fold in without:
                continue
            model = self.write(set(without) | {fold}, stage)
            indexes = data.of_fold[fold]
            got = rows.floats(data.rows_tool, mode, [data.files[i] for i in indexes], "--model", model, *data.flags)
            for i, page_rows in zip(indexes, got):
                found[i] = page_rows[data.kept[i]]
        return np.concatenate([found[i] for i in data.pages_without(without)])

    def block_forest(self, without):
        without = frozenset(without)
        if without not in self.block:
            log("trees without", sorted(without))
            table = self.sampled_rows(without, "block", "tokens")
            labels, weights = self.data.targets(self.data.pages_without(without))
            trees = fit.fit_trees(table, labels, weights, **fit.BLOCK_TREES)
            self.block[without] = export.forest_arrays(trees, table.shape[1], fit.BLOCK_TREES["depth"])
        return self.block[without]

    def context_forest(self, without):
        without = frozenset(without)
        if without not in self.context:
            table = self.sampled_rows(without, "context", "block")
            labels, weights = self.data.targets(self.data.pages_without(without))
            trees = fit.fit_trees(table, labels, weights, **fit.CONTEXT_TREES)
            self.context[without] = export.forest_arrays(trees, table.shape[1], fit.CONTEXT_TREES["depth"])
        return self.context[without]


def extract_folds(trainer, out):
    """Each page through the whole of pith by the model that has not seen its fold."""
    import subprocess

    data = trainer.data
    for fold in FOLDS:
        model = trainer.write({fold}, "context")
        lines = []
        for i in data.of_fold[fold]:
            folder = os.path.join(out, data.pages[i].set)
            os.makedirs(folder, exist_ok=True)
            lines.append(f"{data.files[i]}\t{folder}/{data.pages[i].id}.json\n")
        flags = ["--input", data.kind, "--html", model, "--dump", model]
        subprocess.run([data.extract_tool, *flags], input="".join(lines).encode(), check=True)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--pages", required=True)
    parser.add_argument("--tools", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--kind", choices=["html", "dump"], default="html")
    parser.add_argument("--rows", type=int, default=120000)
    parser.add_argument("--folds-only", action="store_true")
    parser.add_argument("--out")
    args = parser.parse_args()
    os.makedirs(args.work, exist_ok=True)
    data = Data(args)
    trainer = Trainer(data)
    extract_folds(trainer, os.path.join(args.work, f"pred-{args.kind}"))
    if not args.folds_only:
        model = trainer.model(set(), "context")
        export.write_file(os.path.join(args.work, f"{args.kind}.model"), model)
        log("model of", export.size_bytes(model), "bytes")
        if args.out:
            export.write_c(args.out, args.kind.upper(), model, [f"Trained on {len(data.pages)} pages."])


main()
