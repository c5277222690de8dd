/*
 * Marks: private-use code points that represent what was set aside.
 */
#include "html/prescan_mark.h"

enum {
    /* Private-use code points that represent a run: U+F0000 to U+FFFFD. Higher indexes are preceded
     * by a digit from plane 16. (The last two code points of a plane are noncharacters.) */
    MARK_PLANE = 0xF0000,
    MARK_HIGH_PLANE = 0x100000,
    MARK_DIGITS = 65534,
    MARK_MAX_BYTES = 8
};

static char *put_supplementary(char *out, uint32_t c) {
    *out++ = (char)(0xF0 | c >> 18);
    *out++ = (char)(0x80 | (c >> 12 & 0x3F));
    *out++ = (char)(0x80 | (c >> 6 & 0x3F));
    *out++ = (char)(0x80 | (c & 0x3F));
    return out;
}

static char *put_mark(char *out, size_t index) {
    if (index >= MARK_DIGITS)
        out = put_supplementary(out, MARK_HIGH_PLANE + (uint32_t)(index / MARK_DIGITS - 1));
    return put_supplementary(out, MARK_PLANE + (uint32_t)(index % MARK_DIGITS));
}

/* The code point of planes 15 and 16 at text.at[i], or 0. */
static uint32_t supplementary_at(struct str text, size_t i) {
    if (i + 4 > text.len)
        return 0;
    const unsigned char *p = (const unsigned char *)text.at + i;
    if (p[0] != 0xF3 && p[0] != 0xF4)
        return 0;
    return (uint32_t)(p[0] & 7) << 18 | (uint32_t)(p[1] & 0x3F) << 12 |
           (uint32_t)(p[2] & 0x3F) << 6 | (uint32_t)(p[3] & 0x3F);
}

bool prescan_next_mark(struct str text, size_t *i, size_t *index) {
    size_t high = 0;
    size_t at = *i;
    uint32_t c = supplementary_at(text, at);
    if (c >= MARK_HIGH_PLANE) {
        high = (size_t)(c - MARK_HIGH_PLANE) + 1;
        at += 4;
        c = supplementary_at(text, at);
    }
    if (c < MARK_PLANE || c >= MARK_PLANE + MARK_DIGITS)
        return false;
    *index = high * MARK_DIGITS + (c - MARK_PLANE);
    *i = at + 4;
    return true;
}

void prescan_mark_append(struct buffer *html, size_t index) {
    char *out = buffer_reserve(html, MARK_MAX_BYTES);
    html->len += (size_t)(put_mark(out, index) - out);
}
