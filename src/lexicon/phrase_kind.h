/*
 * What phrases of the site are for; see phrase.h.
 */
#ifndef PITH_LEXICON_PHRASE_KIND_H
#define PITH_LEXICON_PHRASE_KIND_H

enum phrase_kind {
    PHRASE_NONE = 0,
    PHRASE_READ_ALSO,  /* points to another page, or to an author's accounts and address */
    PHRASE_PROMPT,     /* asks the visitor to register, log in, reload, agree */
    PHRASE_PLACEHOLDER /* takes the place of an advertisement; a whole line */
};

#endif
