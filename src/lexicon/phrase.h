/*
 * Phrases that a block begins with when it speaks for the site and not for the author.
 */
#ifndef PITH_LEXICON_PHRASE_H
#define PITH_LEXICON_PHRASE_H

#include "base/buffer.h"
#include "lexicon/keyword_filter.h"

enum phrase_kind {
    PHRASE_NONE = 0,
    PHRASE_READ_ALSO,  /* points to another page */
    PHRASE_PROMPT,     /* asks the visitor to register, log in, reload, agree */
    PHRASE_PLACEHOLDER /* stands where an advertisement is, or was to be; a whole line */
};

struct phrases {
    struct keyword_filter starts;
    struct buffer folded; /* of the text at hand */
};

/* Makes ready for the texts of a page; work space lies in its arena. */
void phrases_init(struct phrases *phrases, struct arena *arena);

/* The kind of the phrase that `text` (well-formed) begins with, whatever its case; it ends where a
 * word ends. */
enum phrase_kind phrases_at_start(struct phrases *phrases, struct str text);

#endif
