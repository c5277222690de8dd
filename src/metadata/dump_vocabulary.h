/*
 * The words of an article, for telling how many of a line's words it has.
 */
#ifndef PITH_METADATA_DUMP_VOCABULARY_H
#define PITH_METADATA_DUMP_VOCABULARY_H

#include "metadata/gathering.h"

enum { DUMP_VOCABULARY_MOST = 8192 };

struct dump_vocabulary {
    uint32_t hashes[DUMP_VOCABULARY_MOST]; /* in order */
    size_t n;
};

/* The words of four bytes and more of block `body` and of those of the `ahead` blocks from it on
 * that are likely main content; in the page's arena. */
const struct dump_vocabulary *dump_vocabulary_of(const struct gathering *g, uint32_t body,
                                                 uint32_t ahead);

/* How many of the words of a key (comparison_key.h) the vocabulary has; *n becomes the number of
 * all. */
size_t dump_vocabulary_shared(const struct dump_vocabulary *vocabulary, struct str key, size_t *n);

/* The words that the page writes small, of those of ASCII. */
const struct dump_vocabulary *dump_vocabulary_small(const struct gathering *g);

/* The share of the text's capitalized words of four bytes and more that `small` has: "Key Points"
 * are words of any page, "Jane Doe" is a name. */
float dump_vocabulary_common(const struct dump_vocabulary *small, struct str text);

#endif
