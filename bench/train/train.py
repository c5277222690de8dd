#!/usr/bin/env python3
"""Trains the model on pages with ground truth, and cross-validates it without leakage.

usage: train.py --pages DIR --tools BUILD_DIR --work DIR [--kind html|dump] [--rows N]

Three things are learned, each from the scores of the previous one: the weights of tokens, the trees
over a block's features, the trees over the scores around it. A score that a later stage learns from
always comes from a model that has not seen the page's fold: with five folds by site, models are
fitted without one, two and three of them ("without" below), so that the five models that are
judged, each without one fold, are made exactly like the final one.
"""
import argparse
import concurrent.futures
import gzip
import hashlib
import multiprocessing
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
import old_layouts
import pages as page_sets
import report
import rows

FOLDS = range(page_sets.N_FOLDS)


BEGAN = time.monotonic()


def log(*words):
    print(f"{time.monotonic() - BEGAN:6.0f} s, {time.process_time():6.0f} s of processor:", *words, file=sys.stderr, flush=True)


def make_old_blogs(args):
    """Pages of a kind that is rare in the sets; see old_layouts.py."""
    folder = os.path.join(args.work, "made")
    if not os.path.exists(folder):
        subprocess.run([sys.executable, old_layouts.__file__, args.pages, folder], check=True)
    return folder


class Data:
    """The pages, their labels, and a sample of their blocks to learn from."""

    def __init__(self, args):
        self.kind, self.work, self.draw = args.kind, args.work, args.draw
        self.rows_tool = os.path.join(args.tools, "train_rows")
        self.extract_tool = os.path.join(args.tools, "train_extract")
        self.pages = page_sets.read_pages(args.pages, make_old_blogs(args))
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
        self.key = self.make_key(args)

    def make_key(self, args):
        """A digest of everything that the models are made from."""
        made_of = hashlib.sha256(pickle.dumps([self.labels, self.kept, self.files, args.draw, args.rows]))
        for file in (self.rows_tool, fit.__file__):
            with open(file, "rb") as f:
                made_of.update(f.read())
        return made_of.hexdigest()[:12]

    def read_names(self):
        """The names of the sampled blocks, as one matrix per page over their vocabulary: the tokens
        around a block of HTML, the words of a block of a dump."""
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
        """Labels take long to compute and depend only on the blocks, so they are cached."""
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
        """Blocks are sampled with a probability that grows with their weight, and then weigh more
        accordingly."""
        random = np.random.default_rng(12 + self.draw)
        all_weights = np.concatenate(self.weights)
        chance_scale = n_rows / all_weights.sum()
        for _ in range(8):  # probabilities over 1 are clipped, so the scale has to grow
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


def write_dumps(pages, folder, copied=False):
    os.makedirs(folder, exist_ok=True)
    files = []
    for page in pages:
        path = os.path.join(folder, f"{page.set}-{page.id}.txt")
        if not os.path.exists(path):
            with gzip.open(page.file) as f, open(path, "wb") as out:
                out.write(dump.dump(f.read(), copied))
        files.append(path)
    return files


def fit_forest(table, labels, weights, options):
    return export.forest_arrays(fit.fit_trees(table, labels, weights, **options), table.shape[1], options["depth"])


def key_of(folds):
    return "".join(map(str, sorted(folds))) or "none"


ALL = [frozenset()] + [frozenset({f}) for f in FOLDS]
PAIRS = [frozenset({f, g}) for f in FOLDS for g in FOLDS if f < g]


class Trainer:
    """Models by the set of folds that they have not seen. Results are kept in files, so that
    several processes can share the work, and an interrupted run can continue."""

    def __init__(self, data):
        self.data = data
        self.calibration = np.linspace(0, 1, export.N_CALIBRATION)

    def kept(self, what, make):
        """The result of `make`, computed only once for this data."""
        path = os.path.join(self.data.work, f"{self.data.kind}-{self.data.key}-{what}.pickle")
        if not os.path.exists(path):
            made = make()
            with open(path + f".{os.getpid()}", "wb") as f:
                pickle.dump(made, f, pickle.HIGHEST_PROTOCOL)
            os.rename(path + f".{os.getpid()}", path)
            log(what)
        with open(path, "rb") as f:
            return pickle.load(f)

    def names_model(self, without):
        """The weights of tokens and words: a pair of arrays, one of them empty."""
        return self.kept(f"names-without-{key_of(without)}", lambda: self.fit_names(without))

    def fit_names(self, without):
        data, indexes = self.data, self.data.pages_without(without)
        matrix = scipy.sparse.vstack([data.name_rows[i] for i in indexes]).tocsr()
        names = export.token_arrays(data.vocabulary, *fit.fit_tokens(matrix, *data.targets(indexes)), fit.MOST_NAMES[data.kind])
        empty = export.no_tokens()
        return (names, empty) if data.kind == "html" else (empty, names)

    def model(self, without, stage):
        """Fits up to `stage`: "names", "block" or "neighborhood"."""
        empty = lambda names: export.forest_arrays([{"leaf": 0.0}], len(names), 1)
        tokens, words = self.names_model(without)
        return dict(names=(self.data.block_names, self.data.neighborhood_names), versions=self.data.versions,
                    tokens=tokens, words=words,
                    block=self.block_forest(without) if stage != "names" else empty(self.data.block_names),
                    neighborhood=self.neighborhood_forest(without) if stage == "neighborhood" else empty(self.data.neighborhood_names),
                    calibration=self.calibration)

    def write(self, without, stage):
        path = os.path.join(self.data.work, f"{self.data.kind}-{stage}-without-{key_of(without)}.model")
        export.write_file(path + f".{os.getpid()}", self.model(without, stage))
        os.rename(path + f".{os.getpid()}", path)
        return path

    def sampled_rows(self, without, mode):
        """The sampled rows of all pages not in `without`, each from a model that has not seen its
        fold."""
        found = {}
        for fold in FOLDS:
            if fold not in without:
                found.update(self.fold_rows(fold, without, mode))
        return np.concatenate([found[i] for i in self.data.pages_without(without)])

    def fold_rows(self, fold, without, mode):
        """A fold's sampled rows by page. Names are not fitted without three folds: a model without
        this fold and one of the two is good enough, since the names that a row shows are not what
        it is judged by."""
        if mode == "block":
            without = frozenset(sorted(without)[:1])
        return self.kept(f"{mode}-rows-of-{fold}-without-{key_of(without)}", lambda: self.read_rows(fold, without, mode))

    def read_rows(self, fold, without, mode):
        data = self.data
        model = self.write(without | {fold}, "names" if mode == "block" else "block")
        indexes = data.of_fold[fold]
        got = rows.floats(data.rows_tool, mode, [data.files[i] for i in indexes], "--model", model, *data.flags)
        return {i: page_rows[data.kept[i]] for i, page_rows in zip(indexes, got)}

    def block_forest(self, without):
        return self.kept(f"block-without-{key_of(without)}",
                         lambda: self.fit_stage(without, "block", fit.BLOCK_TREES[self.data.kind]))

    def neighborhood_forest(self, without):
        return self.kept(f"neighborhood-without-{key_of(without)}",
                         lambda: self.fit_stage(without, "neighborhood", fit.NEIGHBORHOOD_TREES[self.data.kind]))

    def fit_stage(self, without, mode, trees):
        table = self.sampled_rows(without, mode)
        return fit_forest(table, *self.data.targets(self.data.pages_without(without)), dict(trees, seed=self.data.draw + 8))

    def run(self):
        """Fits everything that the five judged models and the final one need, in two processes."""
        folds_rows = [(fold, frozenset(f)) for fold in FOLDS for f in [()] + [(g,) for g in FOLDS if g != fold]]
        for job, arguments in (("names_model", [(k,) for k in ALL + PAIRS]),
                               ("fold_rows", [(fold, f, "block") for fold, f in folds_rows]),
                               ("block_forest", [(k,) for k in ALL + PAIRS]),
                               ("fold_rows", [(fold, f, "neighborhood") for fold, f in folds_rows]),
                               ("neighborhood_forest", [(k,) for k in ALL])):
            with multiprocessing.get_context("fork").Pool(2, set_trainer, (self,)) as pool:
                pool.map(do_job, [(job, a) for a in arguments], chunksize=1)


TRAINER = None


def set_trainer(trainer):
    global TRAINER
    TRAINER = trainer


def do_job(job):
    name, arguments = job
    getattr(TRAINER, name)(*arguments)


def extract_folds(trainer, folder):
    """Runs each page through all of pith with the model that has not seen its fold."""
    data = trainer.data
    for fold in FOLDS:
        model = trainer.write(frozenset({fold}), "neighborhood")
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
    parser.add_argument("--draw", type=int, default=0, help="another sample of blocks and seed of the trees")
    parser.add_argument("--rows", type=int, default=120000, help="sampled blocks")
    parser.add_argument("--out", help="the generated C; without it, only the figures")
    args = parser.parse_args()
    os.makedirs(args.work, exist_ok=True)
    data = Data(args)
    trainer = Trainer(data)
    trainer.run()
    folder = os.path.join(args.work, f"pred-{args.kind}")
    extract_folds(trainer, folder)
    judged = report.judge(data.pages, folder)
    trainer.calibration = report.calibrate(judged)
    text = report.text(judged)
    print(text, flush=True)
    if args.out:
        model = trainer.model(frozenset(), "neighborhood")
        export.write_file(os.path.join(args.work, f"{args.kind}.model"), model)
        log("model of", export.size_bytes(model), "bytes")
        export.write_c(args.out, args.kind.upper(), model, provenance(args, data, text))


def provenance(args, data, text):
    sets = sorted({p.set for p in data.pages})
    return [f"Made by bench/train/train.py --kind {args.kind} --rows {args.rows} --draw {args.draw},",
            f"from {len(data.pages)} pages of {len({p.site for p in data.pages})} sites: {', '.join(sets)}.",
            f"Features {data.versions[0]}, neighborhoods {data.versions[1]}. Cross-validated by site:", *text.split("\n")]


if __name__ == "__main__":
    main()
