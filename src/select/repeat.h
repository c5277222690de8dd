/*
 * Which blocks say again what a block before them said.
 */
#ifndef PITH_SELECT_REPEAT_H
#define PITH_SELECT_REPEAT_H

#include "page/block.h"

struct repeats {
    const struct block_page *page;
    uint32_t *slots; /* an open hash over the blocks' texts: a block's number + 1, 0 for none */
    size_t mask;
};

/* The table lies in the page's arena. */
void repeats_init(struct repeats *repeats, const struct block_page *page);

/* Block i is met: gives the first block met with the same text but for case and punctuation, which
 * may be i itself. */
size_t repeats_first(struct repeats *repeats, size_t i);

#endif
