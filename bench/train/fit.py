"""Fits the model: logistic regression over tokens, boosted trees over features."""
import json

import numpy as np
import scipy.optimize
import scipy.sparse
import xgboost

N_RANGES = 3
LEAST_SITES = 8  # a token seen on fewer sites belongs to that site only
TOKEN_L2 = 2.0  # in the middle of the flat range 0.5 .. 8
# Tables of 40 and 30 KB; the names with the smallest weights are dropped.
MOST_NAMES = dict(html=4000, dump=3000)
SHORT_WORDS = 10  # as in src/score/feature_text.c

# A forest is the mean of two grown from different samples of rows and columns, so that less of what
# a stage learns is chance. The tables of both models together stay under 512 KB.
BAG = 2
BLOCK_TREES = dict(html=dict(n_trees=220, depth=6, rate=0.09), dump=dict(n_trees=200, depth=5, rate=0.09))
NEIGHBORHOOD_TREES = dict(html=dict(n_trees=70, depth=5, rate=0.09), dump=dict(n_trees=70, depth=5, rate=0.09))


def vocabulary(pages_hashes, sites):
    """The hashes that occur on at least LEAST_SITES sites, ascending."""
    seen = {}
    for hashes, site in zip(pages_hashes, sites):
        for token in np.unique(hashes):
            seen.setdefault(int(token), set()).add(site)
    return np.array(sorted(t for t, s in seen.items() if len(s) >= LEAST_SITES), np.uint32)


def token_matrix(rows, vocabulary):
    """Counts per row, with a column for each token and range."""
    flat = np.concatenate(rows) if rows else np.zeros((0, 2), np.uint32)
    row = np.repeat(np.arange(len(rows)), [len(r) for r in rows])
    at = np.searchsorted(vocabulary, flat[:, 0])
    at[at == len(vocabulary)] = 0
    known = vocabulary[at] == flat[:, 0]
    column = at[known].astype(np.int64) * N_RANGES + flat[known, 1]
    ones = np.ones(len(column), np.float32)
    return scipy.sparse.csr_matrix((ones, (row[known], column)), (len(rows), len(vocabulary) * N_RANGES))


def word_matrix(rows, vocabulary):
    """Weighs words like src/score/feature_text.c: by the square root of their number, in a column
    for short or for long blocks, and the first word once more unscaled."""
    lengths = np.array([len(r) for r in rows], np.int64)
    flat = np.concatenate(rows) if len(rows) else np.zeros(0, np.uint32)
    row = np.repeat(np.arange(len(rows)), lengths)
    place = np.arange(len(flat)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    at = np.searchsorted(vocabulary, flat)
    at[at == len(vocabulary)] = 0
    known = vocabulary[at] == flat
    first = known & (place == 0)
    column = np.concatenate([at[known] * N_RANGES + (lengths[row[known]] >= SHORT_WORDS), at[first] * N_RANGES + 2])
    value = np.concatenate([1 / np.sqrt(lengths[row[known]]), np.ones(first.sum())])
    shape = (len(rows), len(vocabulary) * N_RANGES)
    return scipy.sparse.csr_matrix((value.astype(np.float32), (np.concatenate([row[known], row[first]]), column)), shape)


def fit_tokens(matrix, labels, weights):
    """One weight per column, and the bias, of an L2 logistic regression with soft labels."""
    weights = weights / weights.mean()
    n = matrix.shape[1]
    transposed = matrix.T.tocsr()

    def loss(parameters):
        z = matrix @ parameters[:n] + parameters[n]
        p = 1 / (1 + np.exp(-z))
        value = np.sum(weights * (np.logaddexp(0, z) - labels * z)) + TOKEN_L2 / 2 * parameters[:n] @ parameters[:n]
        residual = weights * (p - labels)
        return value, np.append(transposed @ residual + TOKEN_L2 * parameters[:n], residual.sum())

    found = scipy.optimize.minimize(loss, np.zeros(n + 1), jac=True, method="L-BFGS-B", options={"maxiter": 120})
    return found.x[:n].reshape(-1, N_RANGES), found.x[n]


def scale_leaves(tree, factor):
    if "leaf" in tree:
        tree["leaf"] *= factor
    for child in tree.get("children", ()):
        scale_leaves(child, factor)
    return tree


def fit_trees(rows, labels, weights, n_trees, depth, rate, seed=8):
    """Boosted trees for soft labels, as a list of nested dicts: BAG forests, whose log odds are
    averaged."""
    varied = [i for i in range(rows.shape[1]) if rows[:, i].min() < rows[:, i].max()]  # constant columns would be sampled for nothing
    data = xgboost.DMatrix(rows[:, varied], label=labels, weight=weights / weights.mean(),
                           feature_names=[f"f{i}" for i in varied], nthread=1)
    trees = []
    for member in range(BAG):
        options = dict(objective="binary:logistic", base_score=0.5, tree_method="hist", max_bin=64, max_depth=depth, eta=rate,
                       subsample=0.6, colsample_bytree=0.5, colsample_bynode=0.7, min_child_weight=12, reg_lambda=8.0,
                       seed=seed + 100 * member, nthread=1)
        booster = xgboost.train(options, data, n_trees)
        trees += [scale_leaves(json.loads(tree), 1 / BAG) for tree in booster.get_dump(dump_format="json")]
    return trees
