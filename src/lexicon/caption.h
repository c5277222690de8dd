/*
 * Recognizes captions of pictures by their credit ("Photo: Anna Quill", "(Anna Quill/AFP via Getty
 * Images)").
 */
#ifndef PITH_LEXICON_CAPTION_H
#define PITH_LEXICON_CAPTION_H

#include "base/buffer.h"
#include "lexicon/keyword_filter.h"

struct captions {
    const struct caption_words *words;
    struct buffer folded; /* of the current text */
};

/* Prepares for the texts of a page; working memory is in its arena. */
void captions_init(struct captions *captions, struct arena *arena);

/* Whether `text` (well-formed) begins or ends with a picture credit. */
bool captions_has_credit(struct captions *captions, struct str text);

#endif
