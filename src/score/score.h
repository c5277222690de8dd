/*
 * Scores blocks: how likely each block of a page is main content.
 */
#ifndef PITH_SCORE_SCORE_H
#define PITH_SCORE_SCORE_H

#include <stdbool.h>
#include <stdint.h>

#include "page/block.h"
#include "page/container.h"
#include "score/model.h"

/* The features of a block that rules look at too. */
struct score_cues {
    uint8_t phrase; /* enum phrase_kind: what it begins with, if it is short */
    bool has_credit, has_date;
};

/* A page's scores; all of it is in the page's arena. The features, a kilobyte per block, are not
 * kept. */
struct score {
    const struct model *model;
    struct containers containers;
    struct score_cues *cues; /* by block */
    float *block;            /* by block: its likelihood from itself and what encloses it, 0 to 1 */
    float *final;            /* by block: including the scores around it */
};

/* Scores all blocks by the model's two stages; score.model is `model`, which is not copied. */
void score_blocks(const struct block_page *page, const struct model *model, struct score *out);

/* Copies the cues of `n` blocks from rows of feature.h to `out`. */
void score_take_cues(const float *features, size_t n, struct score_cues *out);

#endif
