/*
 * Strings into JSON. (What else JSON has, its writers write themselves.)
 */
#ifndef PITH_BASE_JSON_WRITE_H
#define PITH_BASE_JSON_WRITE_H

#include "base/buffer.h"

/*
 * Appends `s` (well-formed) as a JSON string with its quotes (RFC 8259 section 7). Beyond what JSON
 * asks for, DEL, the C1 controls, U+2028, U+2029, U+FEFF, U+FFFE and U+FFFF are escaped: so a line
 * is one line to every reader, no terminal obeys it, and the string is one of YAML 1.1 and 1.2 too.
 */
void json_append_string(struct buffer *out, struct str s);

enum { JSON_ESCAPE_BYTES = 7 };

/* The length of what has to be escaped at s.at[i], with its escape sequence, NUL-terminated, in
 * `escape`; or 0. For writers that have no buffer. */
size_t json_escape_at(struct str s, size_t i, char escape[JSON_ESCAPE_BYTES]);

#endif
