/*
 * Lines typical of comments and posts: who speaks ("Anna says:"), what one can do ("Reply"), and
 * the heading above all of them ("3 comments").
 */
#ifndef PITH_LEXICON_REPLY_H
#define PITH_LEXICON_REPLY_H

#include "base/buffer.h"
#include "lexicon/keyword_filter.h"

struct replies {
    const struct reply_words *words;
    struct buffer folded; /* of the current text */
};

/* Prepares for the texts of a page; working memory is in its arena. */
void replies_init(struct replies *replies, struct arena *arena);

/* Whether a short line (well-formed) introduces a comment or offers to answer one. */
bool replies_is_sign(struct replies *replies, struct str line);

/* Whether a line of `n_words` words is the heading of a comment section. */
bool replies_is_heading(struct replies *replies, struct str line, uint32_t n_words);

#endif
