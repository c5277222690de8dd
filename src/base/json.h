/*
 * A JSON reader that forgives what the web does to JSON.
 *
 * A document becomes one flat array of values in document order, like the DOM: a container is
 * followed by its members, `end` is one past the last of them. Nothing recurses.
 */
#ifndef PITH_BASE_JSON_H
#define PITH_BASE_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum json_kind {
    JSON_NULL,
    JSON_FALSE,
    JSON_TRUE,
    JSON_NUMBER,
    JSON_STRING,
    JSON_ARRAY,
    JSON_OBJECT
};

struct json_value {
    struct str key;  /* of a member of an object, decoded; STR_NONE else, or where it is missing */
    struct str text; /* a string decoded, a number as written */
    uint32_t parent; /* index of the container; a root has itself */
    uint32_t end;    /* one past its last descendant */
    enum json_kind kind;
};

struct json {
    struct json_value *values;
    size_t n_values;
    bool is_strict;    /* all was read, and was one JSON text by RFC 8259 */
    bool is_truncated; /* a limit or the end of the text cut it short; what was read stands */
};

struct json_limits {
    unsigned max_depth; /* containers nested deeper are skipped, their siblings read */
    size_t max_values;  /* reading ends there */
};

/* Reads `text` (well-formed UTF-8), in linear time. Tolerates raw control characters in strings,
 * quotes in strings that should be escaped, single quotes, keys and values without quotes,
 * trailing and missing commas, closing brackets too many, comments, "<!--", "-->" and CDATA around
 * the text, several roots one after another, a cut end, bad escapes (the character stands as it
 * is) and lone surrogates and escaped NULs (U+FFFD). Strings without escapes point into `text`;
 * the rest is in the arena. */
void json_parse(struct arena *arena, struct str text, struct json_limits limits, struct json *out);

/* The member `key` of the object at `object`, as an index, or 0 if there is none (0 is always
 * a root, never a member). The last of duplicate keys wins. */
size_t json_member(const struct json *json, size_t object, struct str key);

/* Whether all of `s` is a number by RFC 8259, section 6. JSON_NUMBER is also what elsewhere passes
 * for one: "+1", ".5", "007". */
bool json_is_number(struct str s);

#endif
