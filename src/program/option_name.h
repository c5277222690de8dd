/*
 * Names as people type them: unambiguous abbreviations, and what a wrong name may have meant.
 */
#ifndef PITH_PROGRAM_OPTION_NAME_H
#define PITH_PROGRAM_OPTION_NAME_H

#include <stddef.h>

#include "base/str.h"

/* The i-th of some names; NULL if that entry has none. */
typedef const char *option_name_at(const void *names, size_t i);

enum { OPTION_NAME_UNKNOWN = -1, OPTION_NAME_AMBIGUOUS = -2 };

/* The index of `name` among `n` names, or of the only name that begins with it; otherwise
 * OPTION_NAME_UNKNOWN or OPTION_NAME_AMBIGUOUS. */
int option_name_find(struct str name, option_name_at *at, const void *names, size_t n);

/* The name closest to `name` in insertions, deletions, substitutions and transpositions (Damerau's
 * distance), if it is close enough to be meant; otherwise NULL. */
const char *option_name_suggest(struct str name, option_name_at *at, const void *names, size_t n);

#endif
