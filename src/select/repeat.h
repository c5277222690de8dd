/*
 * Finds blocks that repeat the text of an earlier block.
 */
#ifndef PITH_SELECT_REPEAT_H
#define PITH_SELECT_REPEAT_H

#include "page/block.h"

struct repeats {
    const struct block_page *page;
    uint32_t *slots; /* a hash table of the blocks' texts: a block's index + 1, or 0 */
    size_t mask;
};

/* The table is in the page's arena. */
void repeats_init(struct repeats *repeats, const struct block_page *page);

/* Adds block i and returns the first block added with the same text, ignoring case and punctuation;
 * that may be i itself. */
size_t repeats_first(struct repeats *repeats, size_t i);

#endif
