/*
 * Converts text in charsets of one byte per character to UTF-8, with a table. (iconv takes ten
 * times as long for them.)
 */
#ifndef PITH_HTML_CHARSET_TABLE_H
#define PITH_HTML_CHARSET_TABLE_H

#include <iconv.h>
#include <stdbool.h>

#include "base/str.h"

enum { CHARSET_TABLE_MAX_BYTES = 3 }; /* of a character in UTF-8 */

/* The bytes above ASCII in UTF-8. */
struct charset_table {
    char characters[128][CHARSET_TABLE_MAX_BYTES];
    unsigned char lens[128];
};

/* Asks a descriptor that converts to UTF-8 for the character of each byte; of a byte without one it
 * is U+FFFD. Returns false for a charset that has states or longer characters, or differs from
 * ASCII. */
bool charset_table_read(iconv_t descriptor, struct charset_table *out);

/* Writes `text` in UTF-8 to `out`, which must have CHARSET_TABLE_MAX_BYTES for each of its bytes,
 * and returns the length. */
size_t charset_table_convert(const struct charset_table *table, struct str text, char *out);

#endif
