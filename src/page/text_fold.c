/*
 * Collapses white space; see text_fold.h.
 */
#include "page/text_fold.h"

#include <string.h>

#include "base/utf8.h"

/* What to do with a character. */
enum folding { FOLD_KEEP, FOLD_SPACE, FOLD_DROP };

/* Spaces of all widths become a space. Soft hyphens, zero-width spaces and byte-order marks would
 * break words for every program that reads them, and private-use characters are icons of a font. */
static enum folding folding_of(uint32_t c) {
    if (c == 0xA0 || c == 0x3000 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
        c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x85)
        return FOLD_SPACE;
    if (c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF || (c >= 0xE000 && c <= 0xF8FF) ||
        c >= 0xF0000 || utf8_is_control(c))
        return FOLD_DROP;
    return FOLD_KEEP;
}

/* Bytes that are copied: of ASCII, all but white space and controls; and all but the lead bytes of
 * characters that folding_of may not keep. */
/* clang-format off */
static const bool IS_PLAIN[256] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
};
/* clang-format on */

void text_fold_gap(struct text_folder *to) {
    if (to->gap && to->out->len > 0)
        buffer_append_byte(to->out, to->gap);
    to->gap = 0;
}

static bool is_plain(char c) {
    return IS_PLAIN[(unsigned char)c];
}

/* The number of the eight bytes at `at` that can be copied, after a byte that was: all of them if
 * they are ASCII, with single spaces between them, otherwise perhaps none. */
static size_t count_plain(const char *at) {
    const uint64_t each = UINT64_C(0x0101010101010101), high = each * 0x80;
    uint64_t word, above_space, spaces;
    memcpy(&word, at, sizeof word);
    above_space = word - each * ' ';
    bool has_other = ((word | above_space | (word + each)) & high) != 0;
    spaces = (high - above_space) & high;
    if (has_other || (spaces & spaces << 8) || at[0] == ' ')
        return 0;
    return at[7] == ' ' ? 7 : 8; /* what follows the last one is not known */
}

/* Whether the three bytes at `p` are a character to keep although others with its lead byte are
 * not: kana and marks of Han, dashes and quotes, signs of full width, Vietnamese. */
static bool is_kept_sign(const unsigned char *p) {
    switch (p[0]) {
    case 0xE1:
        return p[1] >= 0xB8;
    case 0xE2:
        return p[1] == 0x80 && p[2] >= 0x90 && p[2] <= 0xA7;
    case 0xE3:
        return p[1] != 0x80 || p[2] != 0x80;
    case 0xEF:
        return p[1] == 0xBC || p[1] == 0xBD;
    default:
        return false;
    }
}

static bool is_kept_at(struct str text, size_t i) {
    return is_plain(text.at[i]) ||
           (text.len - i >= 3 && is_kept_sign((const unsigned char *)text.at + i));
}

/* The end of the characters to keep that begin at text.at[i] and are not ASCII. */
static size_t wide_end(struct str text, size_t i) {
    while (i < text.len && (unsigned char)text.at[i] >= 0x80 && is_kept_at(text, i))
        i += is_plain(text.at[i]) ? 1 : 3;
    return i;
}

/* The end of what can be copied from text.at[i] on: characters to keep, and single spaces between
 * them. */
static size_t plain_end(struct str text, size_t i) {
    size_t start = i;
    while (i < text.len) {
        size_t n = i > start && text.len - i >= 8 ? count_plain(text.at + i) : 0;
        if (n == 0 && (unsigned char)text.at[i] >= 0x80)
            n = wide_end(text, i) - i;
        if (n > 0) {
            i += n;
            continue;
        }
        bool is_single_space =
            text.at[i] == ' ' && i > start && i + 1 < text.len && is_kept_at(text, i + 1);
        if (!is_single_space && !is_plain(text.at[i]))
            break;
        i++;
    }
    return i;
}

void text_fold(struct text_folder *to, struct str text) {
    for (size_t i = 0; i < text.len;) {
        size_t start = i;
        i = plain_end(text, i);
        if (i > start) {
            text_fold_gap(to);
            buffer_append(to->out, str_between(text, start, i));
            continue;
        }
        if ((unsigned char)text.at[i] < 0x80) {
            while (++i < text.len && (unsigned char)text.at[i] <= ' ')
                continue;
            text_fold_space(to);
            continue;
        }
        uint32_t c = utf8_next(text, &i);
        enum folding folding =
            utf8_is_hidden(to->gap ? STR("") : buffer_str(to->out), c) ? FOLD_DROP : folding_of(c);
        if (folding == FOLD_SPACE) {
            text_fold_space(to);
        } else if (folding == FOLD_KEEP) {
            text_fold_gap(to);
            buffer_append(to->out, str_between(text, start, i));
        }
    }
}
