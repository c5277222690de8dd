/*
 * How many words a reader would say that a text has.
 */
#ifndef PITH_BASE_WORD_COUNT_H
#define PITH_BASE_WORD_COUNT_H

#include "base/str.h"

/*
 * The words of well-formed text. A word is a run of letters and digits, in which one apostrophe,
 * hyphen, full stop or comma between two of them does not end it ("don't", "3.5"). In scripts that
 * put no space between words, Han characters and kana count one each, as word processors count
 * them; of Thai, Lao, Khmer, Burmese and the like, five characters count as one word.
 */
size_t word_count(struct str text);

#endif
