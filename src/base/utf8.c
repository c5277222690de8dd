/*
 * Decodes and classifies UTF-8; see utf8.h.
 */
#include "base/utf8.h"

#include <utf8proc.h>

#include "base/ascii.h"
#include "base/buffer.h"
#include "base/code_range.h"

enum { REPLACEMENT = 0xFFFD };

/* ---- well-formedness ---- */

size_t utf8_sequence_len(struct str s, size_t i, bool *ok) {
    const unsigned char *p = (const unsigned char *)s.at + i;
    unsigned char lead = p[0], low = 0x80, high = 0xBF;
    size_t len = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    *ok = len != 0 && lead < 0xF5;
    if (!*ok || len == 1)
        return 1;
    if (lead == 0xE0)
        low = 0xA0; /* lower would be overlong */
    else if (lead == 0xED)
        high = 0x9F; /* higher would be a surrogate */
    else if (lead == 0xF0)
        low = 0x90; /* lower would be overlong */
    else if (lead == 0xF4)
        high = 0x8F; /* higher would exceed U+10FFFF */
    for (size_t k = 1; k < len; k++) {
        if (k == s.len - i || p[k] < low || p[k] > high) {
            *ok = false;
            return k;
        }
        low = 0x80, high = 0xBF;
    }
    return len;
}

/* The high bits of 8 bytes: 0 if all are ASCII. */
static uint64_t high_bits(const char *p) {
    uint64_t bytes;
    memcpy(&bytes, p, sizeof bytes);
    return bytes & 0x8080808080808080u;
}

/* The index of the first byte at or after `i` that is not ASCII. Looks at 64 or 8 bytes at a time
 * if it can. */
static size_t skip_ascii(struct str s, size_t i) {
    while (s.len - i >= 64) {
        uint64_t high = 0;
        for (size_t k = 0; k < 64; k += 8)
            high |= high_bits(s.at + i + k);
        if (high)
            break;
        i += 64;
    }
    while (s.len - i >= 8 && !high_bits(s.at + i))
        i += 8;
    while (i < s.len && (unsigned char)s.at[i] < 0x80)
        i++;
    return i;
}

/* Four bytes as a number that can be compared with others made this way. */
static uint32_t four_bytes(unsigned char a, unsigned char b, unsigned char c, unsigned char d) {
    const unsigned char bytes[4] = {a, b, c, d};
    uint32_t number;
    memcpy(&number, bytes, sizeof number);
    return number;
}

/* The length of the well-formed sequence of 2 or 3 bytes that begins at `p`, where at least 4 bytes
 * are; otherwise 0. Tests all its bytes at once. */
static size_t common_sequence_len(const unsigned char *p) {
    uint32_t four;
    memcpy(&four, p, sizeof four);
    if ((four & four_bytes(0xF0, 0xC0, 0xC0, 0)) == four_bytes(0xE0, 0x80, 0x80, 0)) {
        bool is_overlong = *p == 0xE0 && p[1] < 0xA0, is_surrogate = *p == 0xED && p[1] >= 0xA0;
        return is_overlong || is_surrogate ? 0 : 3;
    }
    bool is_two = (four & four_bytes(0xE0, 0xC0, 0, 0)) == four_bytes(0xC0, 0x80, 0, 0);
    return is_two && *p >= 0xC2 ? 2 : 0;
}

/* The offset of the first ill-formed byte at or after `i`. */
static size_t skip_valid(struct str s, size_t i) {
    while (i < s.len) {
        const unsigned char *p = (const unsigned char *)s.at + i;
        if (*p < 0x80) {
            bool is_alone = i + 1 < s.len && p[1] >= 0x80; /* as are spaces in many scripts */
            i = is_alone ? i + 1 : skip_ascii(s, i);
            continue;
        }
        bool ok = true;
        size_t len = s.len - i >= 4 ? common_sequence_len(p) : 0;
        if (len == 0)
            len = utf8_sequence_len(s, i, &ok);
        if (!ok)
            return i;
        i += len;
    }
    return i;
}

bool utf8_is_valid(struct str s) {
    return skip_valid(s, 0) == s.len;
}

void utf8_append_repaired(struct buffer *out, struct str s) {
    for (size_t i = 0; i < s.len;) {
        size_t good = skip_valid(s, i);
        buffer_append(out, str_between(s, i, good));
        if (good == s.len)
            return;
        bool ok;
        i = good + utf8_sequence_len(s, good, &ok);
        utf8_append(out, REPLACEMENT);
    }
}

struct str utf8_repaired(struct arena *arena, struct str s) {
    if (utf8_is_valid(s))
        return s;
    struct buffer out;
    buffer_init(&out, arena);
    utf8_append_repaired(&out, s);
    return buffer_str(&out);
}

/* ---- code points ---- */

size_t utf8_put(char *p, uint32_t c) {
    if (c < 0x80) {
        p[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        p[0] = (char)(0xC0 | c >> 6);
        p[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        p[0] = (char)(0xE0 | c >> 12);
        p[1] = (char)(0x80 | (c >> 6 & 0x3F));
        p[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    p[0] = (char)(0xF0 | c >> 18);
    p[1] = (char)(0x80 | (c >> 12 & 0x3F));
    p[2] = (char)(0x80 | (c >> 6 & 0x3F));
    p[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

void utf8_append(struct buffer *out, uint32_t c) {
    out->len += utf8_put(buffer_reserve(out, 4), c);
}

/* ---- classes ---- */

#define S UTF8_SPACE
#define L UTF8_LETTER
#define P UTF8_PUNCT
#define O UTF8_OTHER
const uint8_t utf8_ascii_class[128] = {
    O, O, O, O, O, O, O, O, O, S, S, S, S, S, O, O, /* controls */
    O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, /* controls */
    S, P, P, P, O, P, P, P, P, P, P, O, P, P, P, P, /*  !"#$%&'()*+,-./ */
    L, L, L, L, L, L, L, L, L, L, P, P, O, O, O, P, /* 0-9 :;<=>? */
    P, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* @A-O */
    L, L, L, L, L, L, L, L, L, L, L, P, P, P, O, P, /* P-Z [\]^_ */
    O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* `a-o */
    L, L, L, L, L, L, L, L, L, L, L, P, O, P, O, O, /* p-z {|}~ DEL */
};
#undef S
#undef L
#undef P
#undef O

/* Blocks of the scripts written without spaces between words. */
static const struct code_range UNSPACED[] = {
    {0x0E00, 0x109F},   /* Thai, Lao, Tibetan, Myanmar */
    {0x1780, 0x17FF},   /* Khmer */
    {0x1950, 0x19DF},   /* Tai Le, New Tai Lue */
    {0x1A20, 0x1AAF},   /* Tai Tham */
    {0x1B00, 0x1B7F},   /* Balinese */
    {0x3000, 0x312F},   /* marks of Han, Hiragana, Katakana, Bopomofo */
    {0x31A0, 0x31FF},   /* Bopomofo and Katakana extensions */
    {0x3400, 0xA4CF},   /* Han, Yi */
    {0xA980, 0xA9FF},   /* Javanese, Myanmar extension */
    {0xAA60, 0xAADF},   /* Myanmar extension, Tai Viet */
    {0xF900, 0xFAFF},   /* Han compatibility */
    {0xFF66, 0xFF9F},   /* half-width Katakana */
    {0x1AFF0, 0x1B16F}, /* Kana supplements */
    {0x20000, 0x3FFFF}, /* Han extensions */
};

static enum utf8_class classify_category(uint32_t c) {
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_NL:
        return code_range_holds(UNSPACED, N_OF(UNSPACED), c) ? UTF8_IDEOGRAPH : UTF8_LETTER;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NO:
        return UTF8_LETTER;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
        return UTF8_PUNCT;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return UTF8_SPACE;
    default:
        return UTF8_OTHER;
    }
}

bool utf8_is_capital_wide(uint32_t c) {
    uint32_t folded = utf8_fold_one(c);
    if (folded)                           /* in most text */
        return folded != c && c != 0x3C2; /* the final sigma */
    return utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_LU;
}

/* The ranges that most pages consist of come first; each belongs to one class. */
enum utf8_class utf8_class_wide(uint32_t c) {
    if (c < 0x100 && c >= 0xC0)
        return c == 0xD7 || c == 0xF7 ? UTF8_OTHER : UTF8_LETTER; /* multiplication and division
                                                                     signs */
    if ((c >= 0x100 && c < 0x2C2) ||
        (c >= 0x388 && c < 0x3F6 && c != 0x38B && c != 0x38D && c != 0x3A2) ||
        (c >= 0x400 && c < 0x482))
        return UTF8_LETTER; /* Latin, Greek, Cyrillic */
    if ((c >= 0x4E00 && c < 0xA000) || (c >= 0x3041 && c < 0x3097))
        return UTF8_IDEOGRAPH; /* Han, Hiragana */
    if ((c >= 0xAC00 && c < 0xD7A4) || (c >= 0x620 && c < 0x66A))
        return UTF8_LETTER; /* Hangul, Arabic */
    if (c >= 0x2010 && c < 0x2028)
        return UTF8_PUNCT; /* dashes, quotes, bullets, ellipsis */
    switch (c) {
    case 0x85:   /* next line, which the category counts as a control */
    case 0x200B: /* zero-width space, which the category counts as a format character */
        return UTF8_SPACE;
    case 0xAD:   /* soft hyphen */
    case 0x200C: /* zero-width non-joiner */
    case 0x200D: /* zero-width joiner */
    case 0x2060: /* word joiner */
        return UTF8_LETTER;
    default:
        return classify_category(c);
    }
}

static bool is_tag(uint32_t c) {
    return c >= 0xE0000 && c <= 0xE007F;
}

static bool is_variation_selector(uint32_t c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

/* The character before s.at[i], or 0 at the start; moves *i to it. */
static uint32_t previous(struct str s, size_t *i) {
    if (*i == 0)
        return 0;
    size_t next = *i = utf8_before(s, *i);
    return utf8_next(s, &next);
}

bool utf8_is_hidden_wide(struct str before, uint32_t c) {
    enum {
        BLACK_FLAG = 0x1F3F4,
        END_OF_TAGS = 0xE007F,
        MOST_TAGS = 7 /* after it: the code of a region, at most 6 characters, and an end */
    };
    size_t i = before.len;
    if (!is_tag(c))
        return is_variation_selector(c) && is_variation_selector(previous(before, &i));
    for (int n = 0; n < MOST_TAGS && is_tag(c); n++) {
        c = previous(before, &i);
        if (c == END_OF_TAGS)
            return true;
    }
    return c != BLACK_FLAG;
}

void utf8_append_displayable(struct buffer *out, struct str s) {
    size_t copied = 0; /* everything before is in `out`, or dropped */
    for (size_t i = 0; i < s.len;) {
        size_t start = i;
        uint32_t c = utf8_next(s, &i);
        if (c < 0xFE00 && !utf8_is_control(c))
            continue;
        buffer_append(out, str_between(s, copied, start));
        copied = utf8_is_control(c) || utf8_is_hidden(buffer_str(out), c) ? i : start;
    }
    buffer_append(out, str_between(s, copied, s.len));
}

struct str utf8_first(struct str s, size_t most) {
    if (s.len <= most)
        return s;
    while (most && utf8_is_continuation(s.at[most]))
        most--;
    return str_between(s, 0, most);
}

struct str utf8_last(struct str s, size_t most) {
    size_t from = s.len > most ? s.len - most : 0;
    while (from < s.len && utf8_is_continuation(s.at[from]))
        from++;
    return str_between(s, from, s.len);
}
