/*
 * Sparing texts the folding (utf8_append_folded) where they are searched for keywords that few of
 * them hold: what is seen in the text as it stands.
 */
#ifndef PITH_LEXICON_KEYWORD_FILTER_H
#define PITH_LEXICON_KEYWORD_FILTER_H

#include "base/str.h"

/* Keywords, folded, by what they begin with. Cleared, it is empty. */
struct keyword_filter {
    struct str_starts starts;
};

/* Adds a keyword of three bytes or more. (A shorter one that is not ASCII may be left out: what is
 * not plain ASCII may hold anything.) */
static inline void keyword_filter_add(struct keyword_filter *keywords, struct str folded) {
    str_starts_add(&keywords->starts, folded);
}

/* Whether one of the keywords may begin `text` (well-formed) once that is folded. Looks at four
 * bytes. */
bool keyword_filter_may_begin(const struct keyword_filter *keywords, struct str text);

/* Whether one of them may be anywhere in it. */
bool keyword_filter_may_be_in(const struct keyword_filter *keywords, struct str text);

#endif
