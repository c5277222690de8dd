/*
 * The number of words that a reader would say a text has.
 */
#ifndef PITH_BASE_WORD_COUNT_H
#define PITH_BASE_WORD_COUNT_H

#include "base/str.h"

/*
 * The number of words in well-formed text. A word is a run of letters and digits, in which a single
 * apostrophe, hyphen, full stop or comma between two of them does not end it ("don't", "3.5"). In
 * scripts without spaces between words, each Han character or kana counts as one word, as in word
 * processors; five characters of Thai, Lao, Khmer, Burmese and similar scripts count as one word.
 */
size_t word_count(struct str text);

#endif
