/*
 * How much of its vocabulary a block shares with the main content. In a dump, which has no markup,
 * a teaser of another story is prose like the story itself, but with other words.
 */
#ifndef PITH_SCORE_SHARED_VOCABULARY_H
#define PITH_SCORE_SHARED_VOCABULARY_H

#include "page/block.h"

struct shared_vocabulary {
    uint32_t n_words;  /* words that count: see shared_vocabulary.c */
    uint32_t n_main;   /* of these, those in another block with a score of at least `sure` ... */
    uint32_t n_beside; /* ... and those in another block with a lower score */
};

/* Analyses all blocks; `score` has one value per block, 0 to 1. The array is in the page's
 * arena. */
struct shared_vocabulary *shared_vocabulary_measure(const struct block_page *page,
                                                    const float *score, float sure);

#endif
