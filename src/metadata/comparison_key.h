/*
 * Keys: what is left of a title, a name or a tag for comparing it, its words folded, parted by
 * single spaces, and nothing else.
 */
#ifndef PITH_METADATA_COMPARISON_KEY_H
#define PITH_METADATA_COMPARISON_KEY_H

#include "base/arena.h"
#include "base/str.h"

/* The key of a text, in the arena: equal for titles that a reader would call equal. */
struct str comparison_key_of(struct arena *arena, struct str text);

/* Where the words of `part` stand in `whole` one after another; whole.len where they do not. */
size_t comparison_key_find(struct str whole, struct str part);

/* Whether they do; false for an empty part. */
bool comparison_key_contains(struct str whole, struct str part);

/* The word of the key at *at (up to key.len), which is moved to the next one. */
struct str comparison_key_next_word(struct str key, size_t *at);

size_t comparison_key_count_words(struct str key);

/* A key without its spaces, as host names and logos write it; in the arena. */
struct str comparison_key_compact(struct arena *arena, struct str key);

#endif
