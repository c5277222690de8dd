/*
 * Names as people type them: abbreviations that mean one thing, and what a wrong name may have
 * meant.
 */
#ifndef PITH_PROGRAM_OPTION_NAME_H
#define PITH_PROGRAM_OPTION_NAME_H

#include <stddef.h>

#include "base/str.h"

/* The i-th of some names; NULL where that entry has none. */
typedef const char *name_at(const void *names, size_t i);

enum { NAME_UNKNOWN = -1, NAME_AMBIGUOUS = -2 };

/* The index of `name` among `n` names, or of the only one that it begins; otherwise NAME_UNKNOWN or
 * NAME_AMBIGUOUS. */
int name_find(struct str name, name_at *at, const void *names, size_t n);

/* The name that is nearest to `name` by insertions, deletions, replacements and swaps of neighbours
 * (Damerau's distance), if it is near enough to be meant; otherwise NULL. */
const char *name_suggest(struct str name, name_at *at, const void *names, size_t n);

#endif
