/*
 * Finds possible keywords in text that is not folded; see keyword_filter.h.
 */
#include "lexicon/keyword_filter.h"

#include <string.h>

static bool is_within(unsigned char c, unsigned char first, unsigned char last) {
    return c >= first && c <= last;
}

/* Whether a character of three bytes, the first E3, is kana or punctuation between kana, but not a
 * mark that combines with kana. */
static bool is_kana(unsigned char second, unsigned char third) {
    switch (second) {
    case 0x80:
        return is_within(third, 0x81, 0x82) || is_within(third, 0x88, 0x91);
    case 0x81:
        return true;
    case 0x82:
        return !is_within(third, 0x97, 0xA0);
    case 0x83:
        return third != 0xBF;
    default:
        return false;
    }
}

/* Whether a character of two bytes is a letter that folds to one letter with the same hash. */
static bool is_letter_2(unsigned char first, unsigned char second) {
    switch (first) {
    case 0xC2: /* not a letter: « · » */
        return second == 0xAB || second == 0xB7 || second == 0xBB;
    case 0xC3: /* Latin, but sharp s folds to two letters */
        return second != 0x9F;
    case 0xC4: /* the two cases alternate, but for some it is the odd letter that is small */
        return second <= 0xAF || is_within(second, 0xB4, 0xB7) ||
               (second >= 0xBA && second % 2 == 0);
    case 0xC5:
        return is_within(second, 0x8A, 0xB7) ||
               (second % 2 == 0 && is_within(second, 0x82, 0xBE) && second != 0xB8);
    case 0xCE: /* Greek, but not capitals with accents */
        return is_within(second, 0x91, 0xA1) || second >= 0xA3;
    case 0xCF:
        return second <= 0x8E;
    case 0xD0: /* Cyrillic */
        return second >= 0x90;
    case 0xD1:
        return second <= 0x9F;
    case 0xD7: /* Hebrew */
        return is_within(second, 0x90, 0xAA);
    case 0xD8: /* Arabic */
        return second >= 0xA1;
    case 0xD9:
        return second <= 0x8A;
    default:
        return false;
    }
}

/* The same for three bytes, and for signs that fold to themselves. */
static bool is_letter_3(unsigned char first, unsigned char second, unsigned char third) {
    switch (first) {
    case 0xE1: /* Vietnamese */
        return (second == 0xBA && !is_within(third, 0x96, 0x9F)) || second == 0xBB;
    case 0xE2:
        if (second == 0x80) /* dashes, quotes, bullet */
            return is_within(third, 0x93, 0x94) || is_within(third, 0x98, 0x9E) || third == 0xA2;
        return (second == 0x86 && third >= 0x90) || /* arrows, boxes, stars, ticks */
               is_within(second, 0x94, 0x9E);
    case 0xE3:
        return is_kana(second, third);
    case 0xEA: /* Hangul, from here to ED */
        return second >= 0xB0;
    case 0xED:
        return second <= 0x9D;
    default:
        return is_within(first, 0xE4, 0xE9) || is_within(first, 0xEB, 0xEC); /* Han */
    }
}

/* The length in bytes of the character at `p` if it is not ASCII and folding changes none of its
 * bits that are hashed, whatever is next to it; otherwise 0. Most non-ASCII characters are of this
 * kind. */
static size_t unhashed_fold(const unsigned char *p, size_t len) {
    if (p[0] < 0xE0)
        return len >= 2 && is_letter_2(p[0], p[1]) ? 2 : 0;
    return len >= 3 && is_letter_3(p[0], p[1], p[2]) ? 3 : 0;
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

static struct str keyword_at(const struct keyword_filter *keywords, size_t i) {
    struct str keyword;
    memcpy(&keyword, keywords->list + i * keywords->stride, sizeof keyword);
    return keyword;
}

void keyword_filter_init(struct keyword_filter *keywords, const void *list, size_t n,
                         size_t stride) {
    *keywords = (struct keyword_filter){.list = list, .stride = stride};
    for (size_t i = 0; i < n; i++) {
        struct str keyword = keyword_at(keywords, i);
        if (keyword.len < 3)
            continue;
        if (keyword.len > keywords->longest)
            keywords->longest = keyword.len;
        str_starts_add(&keywords->starts, keyword);
        uint16_t *first = &keywords->first[str_start_hash(keyword.at) >> 5];
        keywords->next[i] = *first;
        *first = (uint16_t)(i + 1);
    }
}

/* Whether the bits that are hashed are those of the keyword, in all of its bytes. */
static bool may_be_at(struct str text, size_t i, struct str keyword) {
    if (text.len - i < keyword.len)
        return false;
    size_t k = 0;
    while (k < keyword.len && ((text.at[i + k] ^ keyword.at[k]) & 30) == 0)
        k++;
    return k == keyword.len;
}

/* Whether one of the keywords with this hash may be at text.at[i]; the text is plain. */
static bool may_any_be_at(const struct keyword_filter *keywords, struct str text, size_t i,
                          uint32_t hash) {
    for (size_t k = keywords->first[hash >> 5]; k > 0; k = keywords->next[k - 1])
        if (may_be_at(text, i, keyword_at(keywords, k - 1)))
            return true;
    return false;
}

bool keyword_filter_may_begin(const struct keyword_filter *keywords, struct str text) {
    /* a character may be followed by a mark that combines with it */
    enum { MARK_BYTES = 3, N_BYTES = 3 + MARK_BYTES };
    bool begins_plainly = (text.len >= 8 && are_plain(text.at, ' ')) ||
                          is_plain(text, text.len < N_BYTES ? text.len : N_BYTES);
    if (!begins_plainly)
        return true;
    if (text.len < 3 || !str_starts_may(&keywords->starts, text.at))
        return false;
    size_t most = keywords->longest + MARK_BYTES;
    return !is_plain(text, text.len < most ? text.len : most) ||
           may_any_be_at(keywords, text, 0, str_start_hash(text.at));
}

bool keyword_filter_may_be_in(const struct keyword_filter *keywords, struct str text) {
    if (!is_plain(text, text.len))
        return true;
    if (text.len < 3)
        return false;
    uint32_t hash = str_start_next(str_start_next(0, text.at[0]), text.at[1]);
    for (size_t i = 2; i < text.len; i++) {
        hash = str_start_next(hash, text.at[i]);
        if (str_starts_has(&keywords->starts, hash) && may_any_be_at(keywords, text, i - 2, hash))
            return true;
    }
    return false;
}
