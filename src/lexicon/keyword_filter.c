/*
 * Finds possible keywords in text that is not folded; see keyword_filter.h.
 */
#include "lexicon/keyword_filter.h"

#include <string.h>

static bool is_within(unsigned char c, unsigned char first, unsigned char last) {
    return c >= first && c <= last;
}

/* The length in bytes of the character at `p` if it is not ASCII and folding changes none of its
 * bits that are hashed, whatever is next to it; otherwise 0. Most non-ASCII characters in Western
 * European, Chinese and Korean texts are of this kind. */
static size_t unhashed_fold(const unsigned char *p, size_t len) {
    if (len >= 2 && p[0] == 0xC2) /* « · » */
        return p[1] == 0xAB || p[1] == 0xB7 || p[1] == 0xBB ? 2 : 0;
    if (len >= 2 && p[0] == 0xC3) /* letters, in upper case 32 lower; but sharp s folds to two */
        return p[1] != 0x9F ? 2 : 0;
    if (len >= 2 && p[0] == 0xD0) /* Cyrillic, except for capitals that change their first byte */
        return is_within(p[1], 0x90, 0x9F) || is_within(p[1], 0xB0, 0xBF) ? 2 : 0;
    if (len >= 2 && p[0] == 0xD1)
        return p[1] <= 0x8F ? 2 : 0;
    if (len >= 3 && p[0] == 0xE2 && p[1] == 0x80) /* dashes, quotes, bullet */
        return is_within(p[2], 0x93, 0x94) || is_within(p[2], 0x98, 0x9E) || p[2] == 0xA2 ? 3 : 0;
    if (len >= 3 && is_within(p[0], 0xE5, 0xE9)) /* Han */
        return 3;
    return len >= 3 && is_within(p[0], 0xEB, 0xEC) ? 3 : 0; /* Hangul */
}

/* Whether the eight bytes at `at` are ASCII without control characters, and no space among them
 * follows another; `before` is the byte before them. */
static bool are_plain(const char *at, char before) {
    const uint64_t each = UINT64_C(0x0101010101010101), high = each * 0x80;
    uint64_t word, above_space, spaces;
    memcpy(&word, at, sizeof word);
    above_space = word - each * ' ';
    if ((word | above_space) & high)
        return false;
    spaces = (high - above_space) & high;
    return !(spaces & spaces << 8) && !(at[0] == ' ' && before == ' ');
}

/* Whether folding the first `n` bytes keeps the bits that are hashed: no white space other than
 * single spaces within, and no characters that become others. Also looks at a character that begins
 * within them. */
static bool is_plain(struct str text, size_t n) {
    char before = ' ';
    for (size_t i = 0; i < n; i++) {
        while (n - i > 8 && are_plain(text.at + i, before)) {
            before = text.at[i + 7];
            i += 8;
        }
        char c = text.at[i];
        if ((unsigned char)c >= 0x80) {
            size_t len = unhashed_fold((const unsigned char *)text.at + i, text.len - i);
            if (len == 0)
                return false;
            i += len - 1;
        } else if (c < ' ' || (c == ' ' && before == ' ')) {
            return false;
        }
        before = c;
    }
    return true;
}

bool keyword_filter_may_begin(const struct keyword_filter *keywords, struct str text) {
    /* the characters that the three bytes to look up belong to, and the next, which may be a mark
     * that combines with them */
    enum { N_BYTES = 6 };
    if (!is_plain(text, text.len < N_BYTES ? text.len : N_BYTES))
        return true;
    return text.len >= 3 && str_starts_may(&keywords->starts, text.at);
}

bool keyword_filter_may_be_in(const struct keyword_filter *keywords, struct str text) {
    if (!is_plain(text, text.len))
        return true;
    for (size_t i = 0; i + 2 < text.len; i++)
        if (str_starts_may(&keywords->starts, text.at + i))
            return true;
    return false;
}
