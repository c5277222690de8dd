/*
 * What pages say that hold no main content: errors, bot walls, consent and login walls, domains for
 * sale, redirects.
 */
#ifndef PITH_LEXICON_STUB_PHRASE_H
#define PITH_LEXICON_STUB_PHRASE_H

#include "base/str.h"
#include "lexicon/stub_kind.h"

/* "challenge" ...; "content" for STUB_NONE. */
const char *stub_kind_name(enum stub_kind kind);

/* The kind that a title or a headline tells, or a part of one between separators; folded as
 * utf8_append_folded does. */
enum stub_kind stub_of_title(struct str folded);

/* The kind that a whole page of few words tells, likewise folded. */
enum stub_kind stub_of_text(struct str folded);

/* How many words of consent to cookies a text has: a wall consists of them. */
unsigned stub_count_consent(struct str folded);

/* The kind that the address or name of a script, frame or form tells, in lower case, on a page of
 * few words. */
enum stub_kind stub_of_marker(struct str lower);

#endif
