/*
 * gzip, zlib and raw deflate into what they hold.
 */
#ifndef PITH_PROGRAM_INPUT_GZIP_H
#define PITH_PROGRAM_INPUT_GZIP_H

#include <stdbool.h>

#include "base/buffer.h"

/* Whether the bytes begin as a gzip file does (RFC 1952). */
bool gzip_is_gzip(struct str bytes);

enum gzip_form {
    GZIP_GZIP,   /* one member or several */
    GZIP_DEFLATE /* HTTP's "deflate": zlib (RFC 1950), or raw (RFC 1951) as some servers send */
};

/* Appends what `bytes` hold to `out`, at most `max` + 1 bytes of it. What precedes damage or a cut
 * end is appended too; false then, and where nothing at all could be read. */
bool gzip_append_inflated(struct buffer *out, struct str bytes, enum gzip_form form, size_t max);

#endif
