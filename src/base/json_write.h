/*
 * Strings into JSON. (What else JSON has, its writers write themselves.)
 */
#ifndef PITH_BASE_JSON_WRITE_H
#define PITH_BASE_JSON_WRITE_H

#include "base/buffer.h"

/* Appends `s` (well-formed) as a JSON string with its quotes: RFC 8259 section 7, the least
 * escaping that is allowed, and U+2028 and U+2029 escaped so that a line stays a line. */
void json_append_string(struct buffer *out, struct str s);

#endif
