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

/* The next piece of such a string, for writers without a buffer: the bytes from *at on that are
 * written as they are, in *plain, and the NUL-terminated escape sequence after them, in `escape`,
 * "" at the end. Moves *at past both. False if nothing is left. */
bool json_next_piece(struct str s, size_t *at, struct str *plain, char escape[JSON_ESCAPE_BYTES]);

#endif
