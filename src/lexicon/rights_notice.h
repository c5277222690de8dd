/*
 * Recognizes notices of copyright: "Copyright 2013 The Lamp Post. All rights reserved."
 */
#ifndef PITH_LEXICON_RIGHTS_NOTICE_H
#define PITH_LEXICON_RIGHTS_NOTICE_H

#include "base/buffer.h"

/* Whether a whole text (well-formed) is such a notice: it begins with a claim and its year or
 * owner, or with a sentence that reserves rights or forbids to copy, or it is an owner's name
 * followed by "all rights reserved". `folded` is working memory. */
bool rights_is_notice(struct buffer *folded, struct str text);

/* Whether a text is the beginning of a software licence, which refers to the notice above it. */
bool rights_begins_licence(struct str text);

#endif
