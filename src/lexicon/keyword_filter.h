/*
 * A cheap pre-filter: can this text contain a keyword at all? Most texts cannot, and so need not be
 * folded (utf8_append_folded) before they are searched.
 */
#ifndef PITH_LEXICON_KEYWORD_FILTER_H
#define PITH_LEXICON_KEYWORD_FILTER_H

#include "base/str.h"

/* A set of folded keywords, represented by how they begin. All zero is the empty set. */
struct keyword_filter {
    struct str_starts starts;
};

/* Adds a keyword of three bytes or more. (The copyright sign has two, and may be left out: text
 * that contains it always passes.) */
static inline void keyword_filter_add(struct keyword_filter *keywords, struct str folded) {
    str_starts_add(&keywords->starts, folded);
}

/* Whether `text` (well-formed), once folded, may begin with one of the keywords. Looks at six
 * bytes. */
bool keyword_filter_may_begin(const struct keyword_filter *keywords, struct str text);

/* Whether it may contain one of them anywhere. */
bool keyword_filter_may_be_in(const struct keyword_filter *keywords, struct str text);

#endif
