/*
 * Distinguishes languages that share so many trigrams that only words decide: Danish and both kinds
 * of Norwegian; Spanish, Galician and Portuguese.
 */
#ifndef PITH_LEXICON_CLOSE_LANGUAGE_H
#define PITH_LEXICON_CLOSE_LANGUAGE_H

#include "base/str.h"

/* The language, among those close to `tag`, whose function words are most frequent in the text;
 * `tag` itself if it has as many as any, or is close to none. Looks at the beginning of the text.
 * The result is static. */
const char *close_language_of(struct str text, const char *tag);

#endif
