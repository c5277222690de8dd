/*
 * Decodes hidden email addresses; see hidden_address.h.
 */
#include "html/hidden_address.h"

#include "base/ascii.h"

static bool is_hex(struct str digits) {
    for (size_t i = 0; i < digits.len; i++)
        if (ascii_digit_value(digits.at[i]) > 15)
            return false;
    return true;
}

bool hidden_address_append(struct buffer *out, struct str digits) {
    enum { MOST = 2 * 255 }; /* an address has at most 254 bytes */
    size_t start = out->len;
    bool has_at = false;
    if (digits.len < 4 || digits.len > MOST || digits.len % 2 || !is_hex(digits))
        return false;
    unsigned key = ascii_digit_value(digits.at[0]) * 16 + ascii_digit_value(digits.at[1]);
    for (size_t i = 2; i < digits.len; i += 2) {
        unsigned c =
            (ascii_digit_value(digits.at[i]) * 16 + ascii_digit_value(digits.at[i + 1])) ^ key;
        has_at |= c == '@';
        if (c <= ' ' || c > '~' || ascii_is_one_of((char)c, "<>\"\\")) {
            out->len = start;
            return false;
        }
        buffer_append_byte(out, (char)c);
    }
    if (!has_at)
        out->len = start;
    return has_at;
}

struct str hidden_address_of_link(struct str href) {
    static const struct str PATH = STR_INIT("/cdn-cgi/l/email-protection");
    size_t at = str_find(href, PATH) + PATH.len;
    if (at > href.len)
        return STR_NONE;
    return str_between(href, at < href.len && href.at[at] == '#' ? at + 1 : href.len, href.len);
}
