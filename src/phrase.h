/*
 * Phrases that a block begins with when it speaks for the site and not for the author.
 */
#ifndef PITH_PHRASE_H
#define PITH_PHRASE_H

#include "str.h"

enum phrase_kind {
    PHRASE_NONE = 0,
    PHRASE_READ_ALSO,  /* points to another page */
    PHRASE_PROMPT,     /* asks the visitor to register, log in, reload, agree */
    PHRASE_PLACEHOLDER /* stands where an advertisement is, or was to be; a whole line */
};

/* The kind of the phrase that `folded` (utf8_append_folded) begins with; it ends where a word
 * ends. */
enum phrase_kind phrase_at_start(struct str folded);

#endif
