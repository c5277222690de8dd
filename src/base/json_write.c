/*
 * Strings into JSON; see json_write.h.
 */
#include "base/json_write.h"

#include <limits.h>

/* The letter behind the backslash of those that have a short escape sequence. */
static const char LETTER_OF[UCHAR_MAX + 1] = {
    ['"'] = '"',  ['\\'] = '\\', ['\b'] = 'b', ['\f'] = 'f',
    ['\n'] = 'n', ['\r'] = 'r',  ['\t'] = 't',
};

/* The bytes at s.at[i] that must be escaped, 0 for none; their escape sequence in `escape`. */
static size_t escape_at(struct str s, size_t i, char escape[7]) {
    static const char HEX[] = "0123456789abcdef";
    unsigned char c = (unsigned char)s.at[i];
    if (c >= 0x20 && c != '"' && c != '\\' && c != 0xE2)
        return 0; /* nearly all */
    memset(escape, 0, 7);
    if (LETTER_OF[c]) {
        escape[0] = '\\';
        escape[1] = LETTER_OF[c];
        return 1;
    }
    if (c < 0x20) {
        memcpy(escape, "\\u00", 4);
        escape[4] = HEX[c >> 4];
        escape[5] = HEX[c & 15];
        return 1;
    }
    bool is_line = str_has_at(s, i, STR("\xE2\x80\xA8"));
    if (!is_line && !str_has_at(s, i, STR("\xE2\x80\xA9")))
        return 0;
    memcpy(escape, is_line ? "\\u2028" : "\\u2029", 6);
    return 3;
}

void json_append_string(struct buffer *out, struct str s) {
    char escape[7];
    size_t plain = 0; /* where what is not yet copied begins */
    buffer_append_byte(out, '"');
    for (size_t i = 0; i < s.len;) {
        size_t len = escape_at(s, i, escape);
        if (len == 0) {
            i++;
            continue;
        }
        buffer_append(out, str_between(s, plain, i));
        buffer_append(out, str_of(escape));
        plain = i += len;
    }
    if (plain < s.len)
        buffer_append(out, str_between(s, plain, s.len));
    buffer_append_byte(out, '"');
}
