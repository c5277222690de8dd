/*
 * Captions of pictures, as far as they are known by their credit ("Photo: Anna Quill", "(Anna
 * Quill/AFP via Getty Images)").
 */
#ifndef PITH_LEXICON_CAPTION_H
#define PITH_LEXICON_CAPTION_H

#include "base/buffer.h"
#include "lexicon/keyword_filter.h"

struct captions {
    struct keyword_filter starts, labels, credits;
    struct buffer folded; /* of the text at hand */
};

/* Makes ready for the texts of a page; work space lies in its arena. */
void captions_init(struct captions *captions, struct arena *arena);

/* Whether `text` (well-formed) begins or ends with the credit of a picture. */
bool captions_has_credit(struct captions *captions, struct str text);

#endif
