/*
 * A JSON reader that tolerates the kinds of broken JSON found on the web.
 *
 * A document becomes one flat array of values in document order, like the DOM: a container is
 * followed by its members, and `end` is one past the last of them. There is no recursion.
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
    struct str key;  /* decoded, for a member of an object; otherwise, or if missing, STR_NONE */
    struct str text; /* of a string: decoded; of a number: as written */
    uint32_t parent; /* index of the container; a root is its own parent */
    uint32_t end;    /* one past its last descendant */
    enum json_kind kind;
};

struct json {
    struct json_value *values;
    size_t n_values;
    bool is_strict;    /* the whole text was read, and was one valid JSON text (RFC 8259) */
    bool is_truncated; /* a limit or the end of the text cut it short; the values before that are
                          valid */
};

struct json_limits {
    unsigned max_depth; /* containers nested deeper are skipped, but their siblings are read */
    size_t max_values;  /* reading stops there */
};

/* Parses `text` (well-formed UTF-8) in linear time. Tolerates raw control characters in strings,
 * unescaped quotes in strings, single quotes, keys and values without quotes, trailing and missing
 * commas, surplus closing brackets, comments, "<!--", "-->" and CDATA around the text, several
 * roots in sequence, a truncated end, bad escapes (the character is kept) and lone surrogates and
 * escaped NULs (U+FFFD). Strings without escapes point into `text`; the rest is in the arena. */
void json_parse(struct arena *arena, struct str text, struct json_limits limits, struct json *out);

/* The index of the member `key` of the object at `object`, or 0 if there is none (0 is always a
 * root, never a member). The last of duplicate keys wins. */
size_t json_member(const struct json *json, size_t object, struct str key);

/* Whether all of `s` is a number (RFC 8259, section 6). JSON_NUMBER also covers looser forms: "+1",
 * ".5", "007". */
bool json_is_number(struct str s);

#endif
