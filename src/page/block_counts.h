/*
 * What is counted in a block's text.
 */
#ifndef PITH_PAGE_BLOCK_COUNTS_H
#define PITH_PAGE_BLOCK_COUNTS_H

#include <stdint.h>

/* Counts that can be summed: over a block, an element's blocks, the page. Characters are code
 * points other than white space; a word is a run of letters and digits, or two ideographs. */
struct block_counts {
    uint32_t n_chars;
    uint32_t n_words;
    uint32_t n_link_chars; /* characters within <a href> */
    uint32_t n_link_words;
    uint32_t n_links;
    uint32_t n_puncts; /* punctuation characters */
    uint32_t n_stops;  /* . ! ? and similar characters that end a sentence */
    uint32_t n_commas;
    uint32_t n_digits;
    uint32_t n_capitals; /* words that begin with a capital letter */
};

#endif
