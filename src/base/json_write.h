/*
 * Writes strings as JSON. (Callers write the rest of JSON themselves.)
 */
#ifndef PITH_BASE_JSON_WRITE_H
#define PITH_BASE_JSON_WRITE_H

#include "base/buffer.h"

/*
 * Appends `s` (well-formed) as a JSON string with its quotes (RFC 8259, section 7). Also escapes
 * DEL, the C1 controls, U+2028, U+2029, U+FEFF, U+FFFE and U+FFFF, which JSON does not require: so
 * every reader sees one line, no terminal obeys it, and the string is valid in YAML 1.1 and 1.2
 * too.
 */
void json_append_string(struct buffer *out, struct str s);

enum { JSON_ESCAPE_BYTES = 7 };

/* The index of the first byte at or after `i` that may have to be escaped, or s.len. */
size_t json_skip_plain(struct str s, size_t i);

/* The length of the character at s.at[i] if it must be escaped, with its NUL-terminated escape
 * sequence in `escape`; otherwise 0. For writers without a buffer. */
size_t json_escape_at(struct str s, size_t i, char escape[JSON_ESCAPE_BYTES]);

#endif
