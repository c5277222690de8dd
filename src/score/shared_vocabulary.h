/*
 * What a block speaks of, against what the main content speaks of. On a dump, where no markup
 * tells them apart, a teaser of another story is prose like the story's own, in other words.
 */
#ifndef PITH_SCORE_SHARED_VOCABULARY_H
#define PITH_SCORE_SHARED_VOCABULARY_H

#include "page/block.h"

struct shared_vocabulary {
    uint32_t n_words;  /* that count: see shared_vocabulary.c */
    uint32_t n_main;   /* of them, those that stand in another block of score `sure` or more ... */
    uint32_t n_beside; /* ... and those that stand in another block of less */
};

/* Measures all blocks, `score` holding one a block, 0 to 1. The array lies in the page's arena. */
struct shared_vocabulary *shared_vocabulary_measure(const struct block_page *page,
                                                    const float *score, float sure);

#endif
