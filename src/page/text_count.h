/*
 * Counts characters, words and punctuation of a block's text, piece by piece.
 */
#ifndef PITH_PAGE_TEXT_COUNT_H
#define PITH_PAGE_TEXT_COUNT_H

#include <stdbool.h>

#include "base/hash.h"
#include "base/str.h"
#include "page/block_counts.h"

/* Counting continues over the pieces of a block; a word may span several of them. */
struct text_counter {
    struct block_counts counts;
    uint32_t hash; /* initially HASH_START */
    bool in_word;
    bool half_word; /* an ideograph has been seen that is a word together with the next */
};

/* Adds a piece of text, in a link or not. */
void text_count(struct text_counter *to, struct str text, bool in_link);

#endif
