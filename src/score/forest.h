/*
 * Boosted trees over all rows of a page at once, exactly.
 *
 * The trees' nodes ask whether a value has reached a cut. The answers of 256 rows are the bits of
 * one row set, made once for each cut of the forest (the trees of the HTML model ask 11,850
 * questions about 4,310 cuts); a tree is then gone down by all rows together, with "and" and "or",
 * and the leaf that each row comes to is looked up among the tree's 64 by shuffling bytes. The idea
 * is that of QuickScorer (Lucchese et al., SIGIR 2015) and RapidScorer (Ye et al., KDD 2018), with
 * sets of rows in place of sets of leaves. Sums are integers, so every path gives the same bits.
 */
#ifndef PITH_SCORE_FOREST_H
#define PITH_SCORE_FOREST_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum { FOREST_MAX_DEPTH = 8 };

/* Complete binary trees of one depth. A node sends a row to the right when the value of its cut's
 * feature is at or above the cut. */
struct forest {
    const float *cuts;                 /* those of the first feature, ascending, and so on */
    const uint16_t *first_cut;         /* n_features + 1 entries */
    const uint16_t *nodes;             /* a tree: 2^depth - 1 times 1 + the index of a cut, breadth
                                        * first; 0 for a node that sends all rows to the right */
    const int16_t *leaves;             /* a tree: 2^depth log odds times `scale` */
    size_t n_features, n_trees, depth; /* depth is at most FOREST_MAX_DEPTH */
    float scale, bias;
};

/* The sum of the leaves that each of `n` rows comes to, into `sums`. Values may be anything but
 * NaN. Takes its work memory from the arena. */
typedef void forest_sum_fn(struct arena *arena, const struct forest *forest, const float *rows,
                           size_t n, int32_t *sums);

/* In plain C, and by the vectors of AVX2, which is NULL in a build for other processors. */
extern forest_sum_fn *const FOREST_SUM_PLAIN, *const FOREST_SUM_AVX2;

/* The fastest way that this processor has. */
forest_sum_fn *forest_best_sum(void);

#endif
