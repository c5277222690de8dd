/*
 * Converts charsets of one byte per character; see charset_table.h.
 */
#include "html/charset_table.h"

#include <errno.h>
#include <stdint.h>

#include "base/utf8.h"

enum { MAX_ASCII = 0x7F };

static const char REPLACEMENT[] = "\xEF\xBF\xBD"; /* U+FFFD */

/* Converts some bytes from the charset's initial state; false if that fails. */
static bool convert(iconv_t descriptor, char *bytes, size_t n, char *out, size_t *len) {
    char *at = out;
    size_t left = *len;
    iconv(descriptor, NULL, NULL, NULL, NULL);
    bool is_good = iconv(descriptor, &bytes, &n, &at, &left) == 0;
    *len = (size_t)(at - out);
    return is_good;
}

static bool has_ascii(iconv_t descriptor) {
    char bytes[MAX_ASCII], out[2 * MAX_ASCII];
    size_t len = sizeof out;
    for (int i = 0; i < MAX_ASCII; i++)
        bytes[i] = (char)(i + 1);
    return convert(descriptor, bytes, MAX_ASCII, out, &len) && len == MAX_ASCII &&
           memcmp(out, bytes, MAX_ASCII) == 0;
}

/* Reads one character; false if the byte is only part of one, or is held back to combine it with
 * the next. */
static bool read_character(iconv_t descriptor, unsigned char byte, struct charset_table *to) {
    char in = (char)byte, out[8], *character = to->characters[byte - 0x80];
    size_t len = sizeof out;
    bool is_whole, is_good = convert(descriptor, &in, 1, out, &len);
    if (!is_good && errno == EILSEQ) {
        memcpy(out, REPLACEMENT, 3);
        len = 3;
    } else if (!is_good || len == 0 || len > CHARSET_TABLE_MAX_BYTES ||
               utf8_sequence_len((struct str){out, len}, 0, &is_whole) != len || !is_whole) {
        return false;
    }
    memcpy(character, out, len);
    to->lens[byte - 0x80] = (unsigned char)len;
    return true;
}

bool charset_table_read(iconv_t descriptor, struct charset_table *out) {
    bool is_good = has_ascii(descriptor), has_more = false;
    for (int byte = 0x80; byte <= 0xFF && is_good; byte++) {
        is_good = read_character(descriptor, (unsigned char)byte, out);
        has_more |= is_good && memcmp(out->characters[byte - 0x80], REPLACEMENT, 3) != 0;
    }
    iconv(descriptor, NULL, NULL, NULL, NULL);
    return is_good && has_more; /* otherwise escape sequences say what its ASCII means */
}

size_t charset_table_convert(const struct charset_table *table, struct str text, char *out) {
    char *to = out;
    for (size_t i = 0; i < text.len;) {
        uint64_t word;
        if (text.len - i >= sizeof word) {
            memcpy(&word, text.at + i, sizeof word);
            if (!(word & UINT64_C(0x8080808080808080))) {
                memcpy(to, &word, sizeof word);
                to += sizeof word;
                i += sizeof word;
                continue;
            }
        }
        unsigned char byte = (unsigned char)text.at[i++];
        if (byte < 0x80) {
            *to++ = (char)byte;
        } else {
            memcpy(to, table->characters[byte - 0x80], CHARSET_TABLE_MAX_BYTES);
            to += table->lens[byte - 0x80];
        }
    }
    return (size_t)(to - out);
}
