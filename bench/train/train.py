#!/usr/bin/env python3
"""Makes the model from pages with known truth, with honest figures.

usage: train.py --pages DIR --tools BUILD_DIR --work DIR [--kind html|dump] [--rows N]

Three things are learned, each from the scores of the one before it: the weights of tokens, the
trees over a block's measures, the trees over the scores around it. A score that a later one learns
from is always from a model that has not seen the page's fold: of five folds by site, the models
without one, two and three of them are fitted ("without" below), so that the five models that are
judged, each without one fold, are made just as the final one is.
"""
import argparse
import concurrent.futures
import gzip
import hashlib
import os
import pickle
import subprocess
import sys
import time

import numpy as np
import scipy.sparse

import dump
import export
import fit
import label
import pages as page_sets
import report
import rows

FOLDS = range(page_sets.N_FOLDS)


BEGAN = time.monotonic()


def log(*words):
    print(f"{time.monotonic() - BEGAN:6.0f} s, {time.process_time():6.0f} s of processor:", *words, file=sys.stderr, flush=True)


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
        self.block_names, self.neighborhood_names, self.versions = rows.names(self.rows_tool)
        texts = rows.texts(self.rows_tool, self.files, *self.flags)
        self.labels, self.weights = self.label(texts)
        self.sample(args.rows)
        self.of_fold = [[i for i, p in enumerate(self.pages) if p.fold == f] for f in FOLDS]
        self.read_names()

    def read_names(self):
        """The sampled blocks' names, as a matrix a page over their vocabulary: the tokens around a block
        of HTML, the words of a block of a dump."""
        sites = [p.site for p in self.pages]
        if self.kind == "html":
            read, matrix = rows.tokens(self.rows_tool, self.files), fit.token_matrix
            hashes = [np.concatenate(b)[:, 0] if b else np.zeros(0, np.uint32) for b in read]
        else:
            read, matrix = rows.words(self.rows_tool, self.files, *self.flags), fit.word_matrix
            hashes = [np.concatenate(b) if b else np.zeros(0, np.uint32) for b in read]
        self.vocabulary = fit.vocabulary(hashes, sites)
        self.name_rows = [matrix([b[k] for k in self.kept[i]], self.vocabulary) for i, b in enumerate(read)]
        log(len(self.vocabulary), "names")

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
        random = np.random.default_rng(12)
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
    os.makedirs(folder, exist_ok=True)
    files = []
    for page in pages:
        path = os.path.join(folder, f"{page.set}-{page.id}.txt")
        if not os.path.exists(path):
            with gzip.open(page.file) as f, open(path, "wb") as out:
                out.write(dump.dump(f.read()))
        files.append(path)
    return files


def fit_forest(table, labels, weights, options):
    return export.forest_arrays(fit.fit_trees(table, labels, weights, **options), table.shape[1], options["depth"])


class Trainer:
    """Models by the set of folds that they have not seen."""

    def __init__(self, data):
        self.data = data
        self.names, self.block, self.neighborhood, self.rows = {}, {}, {}, {}
        self.calibration = np.linspace(0, 1, export.N_CALIBRATION)

    def path(self, without, stage):
        return os.path.join(self.data.work, f"{self.data.kind}-{stage}-without-{''.join(map(str, sorted(without))) or 'none'}.model")

    def empty_forest(self, n):
        return export.forest_arrays([{"leaf": 0.0}], n, 1)

    def names_model(self, without):
        """What tokens and words weigh: a pair of arrays, one of them empty."""
        without = frozenset(without)
        if without not in self.names:
            data, indexes = self.data, self.data.pages_without(without)
            matrix = scipy.sparse.vstack([data.name_rows[i] for i in indexes]).tocsr()
            names = export.token_arrays(data.vocabulary, *fit.fit_tokens(matrix, *data.targets(indexes)), fit.MOST_NAMES[data.kind])
            empty = export.no_tokens()
            self.names[without] = (names, empty) if data.kind == "html" else (empty, names)
            log("names without", sorted(without))
        return self.names[without]

    def model(self, without, stage):
        """As far as `stage`: "names", "block" or "neighborhood"."""
        data = self.data
        tokens, words = self.names_model(without)
        return dict(versions=data.versions, tokens=tokens, words=words,
                    block=self.block_forest(without) if stage != "names" else self.empty_forest(len(data.block_names)),
                    neighborhood=self.neighborhood_forest(without) if stage == "neighborhood" else self.empty_forest(len(data.neighborhood_names)),
                    calibration=self.calibration)

    def write(self, without, stage):
        path = self.path(without, stage)
        export.write_file(path, self.model(without, stage))
        return path

    def sampled_rows(self, without, mode, stage):
        """The sampled rows of all pages not in `without`, each by a model that has not seen its fold."""
        found = {}
        for fold in FOLDS:
            if fold not in without:
                found.update(self.fold_rows(fold, frozenset(without), mode, stage))
        return np.concatenate([found[i] for i in self.data.pages_without(without)])

    def fold_rows(self, fold, without, mode, stage):
        """A fold's sampled rows by page. Names are not fitted without three folds: a model without this
        fold and one of the two does, since the names that a row shows are not what it is judged by."""
        data = self.data
        if mode == "block":
            without = frozenset(sorted(without)[:1])
        key = fold, without, mode
        if key not in self.rows:
            model = self.write(without | {fold}, stage)
            indexes = data.of_fold[fold]
            got = rows.floats(data.rows_tool, mode, [data.files[i] for i in indexes], "--model", model, *data.flags)
            self.rows[key] = {i: page_rows[data.kept[i]] for i, page_rows in zip(indexes, got)}
        return self.rows[key]

    def block_forest(self, without):
        without = frozenset(without)
        if without not in self.block:
            table = self.sampled_rows(without, "block", "names")
            labels, weights = self.data.targets(self.data.pages_without(without))
            self.block[without] = fit_forest(table, labels, weights, fit.BLOCK_TREES[self.data.kind])
            log("block trees without", sorted(without))
        return self.block[without]

    def neighborhood_forest(self, without):
        without = frozenset(without)
        if without not in self.neighborhood:
            table = self.sampled_rows(without, "neighborhood", "block")
            labels, weights = self.data.targets(self.data.pages_without(without))
            self.neighborhood[without] = fit_forest(table, labels, weights, fit.NEIGHBORHOOD_TREES[self.data.kind])
            log("neighborhood trees without", sorted(without))
        return self.neighborhood[without]


def extract_folds(trainer, folder):
    """Each page through the whole of pith by the model that has not seen its fold."""
    data = trainer.data
    for fold in FOLDS:
        model = trainer.write({fold}, "neighborhood")
        lines = []
        for i in data.of_fold[fold]:
            out = os.path.join(folder, data.pages[i].set)
            os.makedirs(out, exist_ok=True)
            lines.append(f"{data.files[i]}\t{out}/{data.pages[i].id}.json\n")
        flags = ["--input", data.kind, "--html", model, "--dump", model]
        subprocess.run([data.extract_tool, *flags], input="".join(lines).encode(), check=True)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--pages", required=True, help="folder of SET/ID.html.gz with SET/ID.json")
    parser.add_argument("--tools", required=True, help="where make train-tools put them")
    parser.add_argument("--work", required=True, help="for all that is made on the way")
    parser.add_argument("--kind", choices=["html", "dump"], default="html")
    parser.add_argument("--rows", type=int, default=120000, help="sampled blocks")
    parser.add_argument("--out", help="the generated C; without it, only the figures")
    args = parser.parse_args()
    os.makedirs(args.work, exist_ok=True)
    data = Data(args)
    trainer = Trainer(data)
    folder = os.path.join(args.work, f"pred-{args.kind}")
    extract_folds(trainer, folder)
    judged = report.judge(data.pages, folder)
    trainer.calibration = report.calibrate(judged)
    text = report.text(judged)
    print(text, flush=True)
    if args.out:
        model = trainer.model(set(), "neighborhood")
        export.write_file(os.path.join(args.work, f"{args.kind}.model"), model)
        log("model of", export.size_bytes(model), "bytes")
        export.write_c(args.out, args.kind.upper(), model, provenance(args, data, text))


def provenance(args, data, text):
    sets = sorted({p.set for p in data.pages})
    return [f"Made by bench/train/train.py --kind {args.kind} --rows {args.rows},",
            f"from {len(data.pages)} pages of {len({p.site for p in data.pages})} sites: {', '.join(sets)}.",
            f"Features {data.versions[0]}, neighborhoods {data.versions[1]}. Cross-validated by site:", *text.split("\n")]


if __name__ == "__main__":
    main()
