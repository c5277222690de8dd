/*
 * Evaluates boosted trees for all rows of a page at once, exactly.
 *
 * The nodes of the trees ask whether a value has reached a cut. The answers for 256 rows are the
 * bits of one row set, computed once per cut of the forest (the trees of the HTML model ask 18,720
 * questions about 6,070 cuts). All rows then descend a tree together, with "and" and "or", and the
 * leaf that each row reaches is looked up among the tree's 64 by shuffling bytes. The idea is that
 * of QuickScorer (Lucchese et al., SIGIR 2015) and RapidScorer (Ye et al., KDD 2018), with sets of
 * rows in place of sets of leaves. Sums are integers, so every implementation gives identical
 * results.
 */
#ifndef PITH_SCORE_FOREST_H
#define PITH_SCORE_FOREST_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum { FOREST_MAX_DEPTH = 8 };

/* Complete binary trees of one depth. A node sends a row to the right if the value of its cut's
 * feature is at or above the cut. */
struct forest {
    const float *cuts;                 /* feature by feature, each in ascending order */
    const uint16_t *first_cut;         /* n_features + 1 entries */
    const uint16_t *nodes;             /* per tree: 2^depth - 1 values, 1 + the index of a cut,
                                          breadth first; 0 for a node that sends all rows to the
                                          right */
    const int16_t *leaves;             /* per tree: 2^depth log odds times `scale` */
    size_t n_features, n_trees, depth; /* depth is at most FOREST_MAX_DEPTH */
    float scale, bias;
};

/* Stores in `sums`, for each of `n` rows, the sum of the leaves that it reaches. Values may be
 * anything but NaN. Working memory comes from the arena. */
typedef void forest_sum_fn(struct arena *arena, const struct forest *forest, const float *rows,
                           size_t n, int32_t *sums);

/* The implementations, from the slowest to the fastest. */
enum forest_path { FOREST_PLAIN, FOREST_AVX2, FOREST_AVX512, N_FOREST_PATHS };

/* NULL if the build or this processor lacks the implementation. */
forest_sum_fn *forest_sum_of(enum forest_path path);

/* For forest_sum_of, which knows whether this processor supports them; NULL in a build for other
 * processors. */
extern forest_sum_fn *const FOREST_SUM_AVX2, *const FOREST_SUM_AVX512;

/* The fastest implementation that this processor supports. */
forest_sum_fn *forest_best_sum(void);

#endif
