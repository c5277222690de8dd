/*
 * One string of a JSON text: where it ends, and what it says. In good JSON its next quote that is
 * not escaped ends it; on the web that quote may be a part of it ("he said "no" to it").
 */
#ifndef PITH_BASE_JSON_STRING_H
#define PITH_BASE_JSON_STRING_H

#include "base/arena.h"

/* What a string is to those around it, which tells what may follow its closing quote. */
enum json_place {
    JSON_PLACE_ALONE, /* a key or a root, which the next quote ends in any case */
    JSON_PLACE_ITEM,  /* a value in an array */
    JSON_PLACE_MEMBER /* a value in an object */
};

struct json_string {
    struct str text; /* decoded: a part of the JSON text, or where it has escape sequences a copy */
    size_t end;      /* where its closing quote is, or the text's length where it has none */
    bool is_strict;  /* what is between its quotes is by RFC 8259, section 7 */
};

/* Reads the string whose opening quote, be it single or double, is at text.at[at]. Linear in its
 * length. A copy is in the arena. */
void json_read_string(struct arena *arena, struct str text, size_t at, enum json_place place,
                      struct json_string *out);

/* JSON's white space: a form feed is none. */
static inline bool json_is_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/* From `i` on, the first byte that is no white space, or the text's length. */
static inline size_t json_skip_spaces(struct str text, size_t i) {
    while (i < text.len && json_is_space(text.at[i]))
        i++;
    return i;
}

#endif
