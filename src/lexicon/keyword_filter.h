/*
 * A cheap pre-filter: can this text contain a keyword at all? Most texts cannot, and so need not be
 * folded (utf8_append_folded) before they are searched.
 */
#ifndef PITH_LEXICON_KEYWORD_FILTER_H
#define PITH_LEXICON_KEYWORD_FILTER_H

#include "base/str.h"

enum { KEYWORD_FILTER_MAX = 400 };

/* A list of folded keywords, by how they begin. */
struct keyword_filter {
    struct str_starts starts;
    const char *list;
    size_t stride;       /* bytes from one keyword to the next */
    size_t longest;      /* bytes */
    uint16_t first[128]; /* by the upper bits of the hash: 1 + the index of a keyword */
    uint16_t next[KEYWORD_FILTER_MAX]; /* of those with the same upper bits, likewise */
};

/* Prepares for a constant list of up to KEYWORD_FILTER_MAX keywords, each a struct str; they are
 * `stride` bytes apart, since each may be a member of something larger. Keywords of fewer than
 * three bytes are left out: the copyright sign has two, and text that contains it always passes. */
void keyword_filter_init(struct keyword_filter *keywords, const void *list, size_t n,
                         size_t stride);

/* Whether `text` (well-formed), once folded, may begin with one of the keywords. Looks at six bytes
 * of nearly all texts. */
bool keyword_filter_may_begin(const struct keyword_filter *keywords, struct str text);

/* Whether it may contain one of them anywhere. */
bool keyword_filter_may_be_in(const struct keyword_filter *keywords, struct str text);

#endif
