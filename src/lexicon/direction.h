/*
 * The direction that a text is written in.
 */
#ifndef PITH_LEXICON_DIRECTION_H
#define PITH_LEXICON_DIRECTION_H

#include "base/str.h"

/* "rtl" if most letters of a well-formed text are of scripts that are written from right to left
 * (by their blocks: Unicode's DerivedBidiClass.txt, R and AL), "ltr" if not, NULL for a text
 * without letters. Static. */
const char *direction_of_text(struct str text);

/* The same by the main subtag of a language, or its script's (BCP 47). NULL for an empty tag. */
const char *direction_of_language(struct str tag);

#endif
