/*
 * Finds possible keywords in text that is not folded; see keyword_filter.h.
 */
#include "lexicon/keyword_filter.h"

/* Whether folding the first `n` bytes only lowers their case: ASCII without control characters, and
 * without a space at the start or after another space. */
static bool is_plain(struct str text, size_t n) {
    char before = ' ';
    for (size_t i = 0; i < n; i++) {
        char c = text.at[i];
        if ((unsigned char)c >= 0x80 || c < ' ' || (c == ' ' && before == ' '))
            return false;
        before = c;
    }
    return true;
}

bool keyword_filter_may_begin(const struct keyword_filter *keywords, struct str text) {
    /* three to look up, and a fourth that is not a mark combining with the third */
    if (!is_plain(text, text.len < 4 ? text.len : 4))
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
