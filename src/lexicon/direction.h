/*
 * The writing direction of a text.
 */
#ifndef PITH_LEXICON_DIRECTION_H
#define PITH_LEXICON_DIRECTION_H

#include "base/str.h"

/* "rtl" if most letters of a well-formed text are in scripts written from right to left (judged by
 * their blocks: Unicode's DerivedBidiClass.txt, R and AL), otherwise "ltr"; NULL for a text without
 * letters. Static. */
const char *direction_of_text(struct str text);

/* The same from the primary or script subtag of a language tag (BCP 47). NULL for an empty tag. */
const char *direction_of_language(struct str tag);

#endif
