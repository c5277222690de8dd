/*
 * Scores blocks: how likely each block of a page is main content.
 */
#ifndef PITH_SCORE_SCORE_H
#define PITH_SCORE_SCORE_H

#include "page/block.h"
#include "page/container.h"
#include "score/model.h"

/* A page's scores and what they were made from; all of it is in the page's arena. */
struct score {
    const struct model *model;
    struct containers containers;
    float *features;      /* rows of feature.h */
    float *neighborhoods; /* rows of neighborhood.h */
    float *block;         /* by block: its likelihood from itself and what encloses it, 0 to 1 */
    float *final;         /* by block: including the scores around it */
};

/* Scores all blocks by the model's two stages; score.model is `model`, which is not copied. */
void score_blocks(const struct block_page *page, const struct model *model, struct score *out);

#endif
