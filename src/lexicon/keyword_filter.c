/*
 * Keywords in texts that are not folded; see keyword_filter.h.
 */
#include "lexicon/keyword_filter.h"

/* Whether folding would do no more than to lower the first `n` bytes: ASCII without control
 * characters, and without a space at the start or behind another. */
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
    /* three that are looked for, and one that is no mark which composes with the third */
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
