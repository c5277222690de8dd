/*
 * Blocks into likelihoods: how likely each block of a page is main content.
 */
#ifndef PITH_SCORE_H
#define PITH_SCORE_H

#include "block.h"

/* A page's scores, an entry a block each, 0 to 1; they lie in the page's arena. */
struct score {
    float *block; /* by the block itself and what encloses it */
    float *final; /* with the scores of its neighbours weighed in */
};

void score_blocks(const struct block_page *page, struct score *out);

#endif
