/*
 * The highest expected F1 for a page's scores, and the cut that reaches it.
 */
#ifndef PITH_SCORE_EXPECTED_F1_H
#define PITH_SCORE_EXPECTED_F1_H

#include "page/block.h"

struct expected_f1 {
    float f1;  /* the highest expected word F1 of any choice of blocks */
    float cut; /* the lowest score in that choice */
};

/* The F1 of the best k blocks is 2 sum_k(w p) / (sum_k(w) + sum_all(w p)) with words w and scores
 * p: Ye et al., "Optimizing F-measure: A Tale of Two Approaches" (ICML 2012), with the expectation
 * of the quotient approximated by the quotient of the expectations. Sorts the blocks: n log n. */
struct expected_f1 expected_f1_best(const struct block_page *page, const float *score);

#endif
