/*
 * The words of an article, to count how many words of a line it has too.
 */
#ifndef PITH_METADATA_DUMP_VOCABULARY_H
#define PITH_METADATA_DUMP_VOCABULARY_H

#include "metadata/gathering.h"

enum { DUMP_VOCABULARY_MOST = 8192 };

struct dump_vocabulary {
    uint32_t hashes[DUMP_VOCABULARY_MOST]; /* in ascending order */
    size_t n;
};

/* The words of four bytes or more in block `body`, and in those of the `ahead` blocks starting
 * there that are probably main content. Allocated in the page's arena. */
const struct dump_vocabulary *dump_vocabulary_of(const struct gathering *g, uint32_t body,
                                                 uint32_t ahead);

/* How many of the words of a key (comparison_key.h) the vocabulary has; *n becomes how many there
 * are. */
size_t dump_vocabulary_shared(const struct dump_vocabulary *vocabulary, struct str key, size_t *n);

/* The words that the page writes in lower case, beginning with an ASCII letter. */
const struct dump_vocabulary *dump_vocabulary_small(const struct gathering *g);

/* The share of the text's capitalized words of four bytes or more that `small` has: the words of
 * "Key Points" occur in lower case on any page, those of "Jane Doe" do not. */
float dump_vocabulary_common(const struct dump_vocabulary *small, struct str text);

#endif
