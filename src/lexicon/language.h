/*
 * The language of a text: by its script, and among the languages of one script by how likely its
 * trigrams and short words are in each (Cavnar and Trenkle, "N-Gram-Based Text Categorization",
 * 1994, with likelihoods in place of ranks).
 *
 * Correct for 99.9 % of 4,648 passages of 200 characters in 71 languages, from a text that was not
 * used to build the table, and for 98 % or more in each; for 73 % of 23,103 passages in other
 * languages the answer is none.
 */
#ifndef PITH_LEXICON_LANGUAGE_H
#define PITH_LEXICON_LANGUAGE_H

#include <stdbool.h>

#include "base/str.h"

/* How the languages fit a text. */
struct language_guess {
    const char *tag; /* BCP 47, primary subtag only; NULL if undecided. Static. */
    unsigned n_letters;
};

/* Looks at the first LANGUAGE_SAMPLE_LETTERS letters of a well-formed text. */
enum { LANGUAGE_SAMPLE_LETTERS = 500 };
struct language_guess language_guess(struct str text);

/* Whether text that was recognized as `guess` cannot be in the language of `tag` (BCP 47), because
 * it is in another script or far more likely in the guessed language. False for an unknown
 * language. */
bool language_contradicts(struct str text, struct str tag);

#endif
