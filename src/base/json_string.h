/*
 * One string of a JSON text: where it ends, and its decoded value. In valid JSON it ends at the
 * next unescaped quote; on the web that quote may be part of the string ("he said "no" to it").
 */
#ifndef PITH_BASE_JSON_STRING_H
#define PITH_BASE_JSON_STRING_H

#include "base/arena.h"

/* Where the string is, which determines what may follow its closing quote. */
enum json_place {
    JSON_PLACE_ALONE, /* a key or a root, which always ends at the next quote */
    JSON_PLACE_ITEM,  /* a value in an array */
    JSON_PLACE_MEMBER /* a value in an object */
};

struct json_string {
    struct str text; /* decoded: a slice of the JSON text, or a copy if it has escape sequences */
    size_t end;      /* the position of its closing quote, or the text's length if there is none */
    bool is_strict;  /* the part between its quotes is valid (RFC 8259, section 7) */
};

/* Reads the string whose opening quote, single or double, is at text.at[at]. Linear in its length.
 * Copies are in the arena. */
void json_read_string(struct arena *arena, struct str text, size_t at, enum json_place place,
                      struct json_string *out);

/* JSON's white space, which excludes the form feed. */
static inline bool json_is_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/* The first byte at or after `i` that is not white space, or the text's length. */
static inline size_t json_skip_spaces(struct str text, size_t i) {
    while (i < text.len && json_is_space(text.at[i]))
        i++;
    return i;
}

#endif
