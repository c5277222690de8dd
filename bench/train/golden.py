#!/usr/bin/env python3
"""The trainer's own scores for bundled pages, which a test compares with the C program's.

usage: golden.py TRAIN_ROWS MODEL_FILE CORPUS_DIR >tests/model_scores.tsv

The trees are evaluated here independently, from the features that the program prints, so that
reading the tables, binning and descending the trees in C are checked by other code than their own.
"""
import glob
import os
import sys

import numpy as np

import rows

N_PAGES = 50
EVERY = 5  # every fifth block; all of them would be 150 KB


class Reader:
    """The arrays of a file written by export.write_file."""

    def __init__(self, path):
        with open(path, "rb") as f:
            self.bytes, self.at = f.read(), 8

    def array(self, kind, n):
        found = np.frombuffer(self.bytes, kind, n, self.at)
        self.at += -(-found.nbytes // 4) * 4
        return found

    def number(self):
        return int(self.array(np.uint32, 1)[0])

    def skip_names(self):
        n = self.number()
        self.array(np.float32, 2), self.array(np.uint32, n), self.array(np.int16, 3 * n), self.array(np.uint16, 257)

    def forest(self):
        n_features, n_trees, depth, n_cuts = (self.number() for _ in range(4))
        scale, bias = self.array(np.float32, 2)
        n_nodes = 2**depth - 1
        return dict(n_features=n_features, n_trees=n_trees, depth=depth, scale=scale, bias=bias,
                    cuts=self.array(np.float32, n_cuts), first_cut=self.array(np.uint16, n_features + 1),
                    nodes=self.array(np.uint16, n_trees * n_nodes), leaves=self.array(np.int16, n_trees * (n_nodes + 1)))


def read_forests(path):
    reader = Reader(path)
    for _ in range(4):  # versions and hashes of the features, which the program checks
        reader.number()
    reader.skip_names(), reader.skip_names()
    return reader.forest(), reader.forest()


def evaluate(forest, table):
    """Likelihoods of the rows of a table, from the arrays of a forest."""
    feature = np.repeat(np.arange(forest["n_features"]), np.diff(forest["first_cut"].astype(int)))
    reached = np.ones((len(table), 1 + len(forest["cuts"])), bool)  # index 0: for nodes that send all rows to the right
    reached[:, 1:] = table[:, feature] >= forest["cuts"]
    n_nodes = 2 ** forest["depth"] - 1
    nodes = forest["nodes"].reshape(forest["n_trees"], n_nodes).astype(int)
    leaves = forest["leaves"].reshape(forest["n_trees"], n_nodes + 1).astype(np.int64)
    sums = np.zeros(len(table), np.int64)
    each = np.arange(len(table))
    for tree, leaf in zip(nodes, leaves):
        at = np.zeros(len(table), int)
        for _ in range(forest["depth"]):
            at = 2 * at + 1 + reached[each, tree[at]]
        sums += leaf[at - n_nodes]
    return 1 / (1 + np.exp(-(sums / float(forest["scale"]) + float(forest["bias"]))))


def main():
    tool, model, corpus = sys.argv[1:]
    files = sorted(glob.glob(os.path.join(corpus, "article-*.html")) + glob.glob(os.path.join(corpus, "documentation-*.html")))
    files = files[:N_PAGES]
    block = rows.floats(tool, "block", files, "--model", model)
    neighborhood = rows.floats(tool, "neighborhood", files, "--model", model)
    block_forest, neighborhood_forest = read_forests(model)
    for file, b, c in zip(files, block, neighborhood):
        first, final = evaluate(block_forest, b), evaluate(neighborhood_forest, c)
        for i in range(0, len(b), EVERY):
            print(file, i, f"{first[i]:.7f}", f"{final[i]:.7f}", sep="\t")


main()
