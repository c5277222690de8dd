/*
 * Counts characters, words and punctuation of a block's text, piece by piece.
 */
#ifndef PITH_PAGE_TEXT_COUNT_H
#define PITH_PAGE_TEXT_COUNT_H

#include <stdbool.h>

#include "base/buffer.h"
#include "page/block_counts.h"

/* Counting continues over the pieces of a block; a word may span several of them. */
struct text_counter {
    struct block_counts counts;
    struct buffer words; /* its letters and digits, in lower case, and characters outside ASCII */
    bool in_word;
    bool half_word; /* an ideograph has been seen that is a word together with the next */
};

/* Begins a block. */
static inline void text_count_begin(struct text_counter *counter) {
    counter->counts = (struct block_counts){0};
    counter->words.len = 0;
    counter->in_word = counter->half_word = false;
}

static inline void text_count_init(struct text_counter *counter, struct arena *arena) {
    buffer_init(&counter->words, arena);
    text_count_begin(counter);
}

/* Adds a piece of text, in a link or not. */
void text_count(struct text_counter *to, struct str text, bool in_link);

/* The hash of the block's words, without the space between them. */
uint32_t text_count_hash(const struct text_counter *counter);

#endif
