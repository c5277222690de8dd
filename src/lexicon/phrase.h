/*
 * Recognizes phrases that come from the site, not from the author.
 */
#ifndef PITH_LEXICON_PHRASE_H
#define PITH_LEXICON_PHRASE_H

#include "base/buffer.h"
#include "lexicon/keyword_filter.h"
#include "lexicon/phrase_kind.h"

struct phrases {
    const struct phrase_starts *starts; /* by how they begin */
    struct buffer folded;               /* of the current text */
};

/* Prepares for the texts of a page; working memory is in its arena. */
void phrases_init(struct phrases *phrases, struct arena *arena);

/* The kind of the phrase that `text` (well-formed) begins with, ignoring case; the phrase must end
 * at the end of a word. */
enum phrase_kind phrases_at_start(struct phrases *phrases, struct str text);

#endif
