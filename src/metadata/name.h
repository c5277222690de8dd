/*
 * What is a name, and whose.
 */
#ifndef PITH_METADATA_NAME_H
#define PITH_METADATA_NAME_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"
#include "metadata/name_words.h"

enum {
    MAX_NAMES = 24, /* the longest byline of a news page seen has 12 */
    MAX_NAME_BYTES = 80,
    MIN_NAME_BYTES = 2
};

struct name_list {
    struct str items[MAX_NAMES]; /* each once */
    size_t n;
};

/* How much a text that may be a name looks like a person's. */
enum name_kind {
    NAME_NONE,   /* no name: a job, a date, a control of the page */
    NAME_OTHER,  /* a few words that could be anything, a house's name among them */
    NAME_SINGLE, /* one word: a nickname, or a first name alone */
    NAME_PERSON  /* two to five words written as a person's name is */
};

enum name_kind name_kind(struct arena *arena, struct str text, uint32_t languages);

/* Whether a word is one of menus, labels and sentences, and so in no person's name. */
bool name_is_common(const struct name_word *word, uint32_t languages);

/* Whether a text that names no group has such a word. */
bool name_has_common(struct arena *arena, struct str text, uint32_t languages);

/* Whether a name names nobody: "admin", "staff", "Redaktion", in any language. */
bool name_is_placeholder(struct arena *arena, struct str name);

/* The length in bytes of a by-word or by-phrase at the start of a line, with what parts it from
 * the name; 0 where there is none, the line's length where the line has nothing else. */
size_t name_by_prefix(struct arena *arena, struct str text, uint32_t languages);

/* Past the punctuation and white space at text.at[i], but for a bracket or an "@" that begins a
 * name. */
size_t name_skip_marks(struct str text, size_t i);

/* Whether the text begins with a character of a script without spaces between words. */
bool name_is_ideographic(struct str text);

#endif
