/*
 * Text whose white space is kept; see preformatted.h.
 */
#include "page/preformatted.h"

#include <string.h>

#include "base/utf8.h"
#include "page/block.h"

/* Whether there is a line end or a line separator, of `len` bytes, at text.at[i]. */
static bool is_line_end(struct str text, size_t i, size_t *len) {
    if (text.at[i] == '\r' || text.at[i] == '\n') {
        *len = str_has_at(text, i, STR("\r\n")) ? 2 : 1;
        return true;
    }
    *len = 3;
    return str_has_at(text, i, STR("\xE2\x80\xA8")) || str_has_at(text, i, STR("\xE2\x80\xA9"));
}

void preformatted_append(struct buffer *out, struct str text) {
    char *to = buffer_reserve(out, text.len);
    size_t n = 0, len;
    for (size_t i = 0; i < text.len; i += len) {
        if (is_line_end(text, i, &len)) {
            to[n++] = '\n';
            continue;
        }
        size_t next = i;
        uint32_t c = utf8_next(text, &next);
        bool is_space = c == 0xA0 || utf8_is_control(c);
        len = next - i;
        if (is_space) {
            to[n++] = ' ';
        } else if (!utf8_is_hidden((struct str){out->data, out->len + n}, c)) {
            memcpy(to + n, text.at + i, len);
            n += len;
        }
    }
    out->len += n;
}

struct str preformatted_trim(struct str text) {
    while (text.len && block_is_space(text.at[text.len - 1]))
        text.len--;
    size_t n = 0;
    for (size_t i = 0; i < text.len && block_is_space(text.at[i]); i++)
        if (text.at[i] == '\n')
            n = i + 1;
    return str_between(text, n, text.len);
}
