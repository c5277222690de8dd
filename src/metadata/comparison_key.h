/*
 * Comparison keys of titles, names and tags: only the case-folded words, separated by single
 * spaces.
 */
#ifndef PITH_METADATA_COMPARISON_KEY_H
#define PITH_METADATA_COMPARISON_KEY_H

#include "base/arena.h"
#include "base/str.h"

/* The key of a text, in the arena: equal for texts that a reader would call equal. */
struct str comparison_key_of(struct arena *arena, struct str text);

/* The offset of `part` in `whole` as a sequence of words; whole.len if absent. */
size_t comparison_key_find(struct str whole, struct str part);

/* Whether `whole` contains `part`; false for an empty part. */
bool comparison_key_contains(struct str whole, struct str part);

/* The word of the key at *at (up to key.len); moves *at to the next one. */
struct str comparison_key_next_word(struct str key, size_t *at);

size_t comparison_key_count_words(struct str key);

/* The key without its spaces, as in host names and logos; in the arena. */
struct str comparison_key_compact(struct arena *arena, struct str key);

#endif
