/*
 * Counts the ASCII characters of a text.
 */
#ifndef PITH_PAGE_ASCII_COUNT_H
#define PITH_PAGE_ASCII_COUNT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* As in struct block_counts; a word character is a letter, a digit or "_". */
struct ascii_count {
    uint32_t n_chars, n_digits, n_puncts, n_stops, n_commas;
    uint32_t n_words, n_capitals; /* that begin here */
    bool in_word;                 /* the last character is a word character */
};

/* Counts text.at[i], which is ASCII, and what follows; returns the index of the first character
 * that is not counted, since it is not ASCII or there are too many. `in_word` says whether a word
 * character precedes. */
size_t ascii_count(struct str text, size_t i, bool in_word, struct ascii_count *out);

#endif
