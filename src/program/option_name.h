/*
 * Names as people type them: unambiguous abbreviations, and what a wrong name may have meant.
 */
#ifndef PITH_PROGRAM_OPTION_NAME_H
#define PITH_PROGRAM_OPTION_NAME_H

#include <stddef.h>

#include "base/str.h"

/* The i-th of some names; NULL if that entry has none. */
typedef const char *name_at(const void *names, size_t i);

enum { NAME_UNKNOWN = -1, NAME_AMBIGUOUS = -2 };

/* The index of `name` among `n` names, or of the only name that begins with it; otherwise
 * NAME_UNKNOWN or NAME_AMBIGUOUS. */
int name_find(struct str name, name_at *at, const void *names, size_t n);

/* The name closest to `name` in insertions, deletions, substitutions and transpositions (Damerau's
 * distance), if it is close enough to be meant; otherwise NULL. */
const char *name_suggest(struct str name, name_at *at, const void *names, size_t n);

#endif
