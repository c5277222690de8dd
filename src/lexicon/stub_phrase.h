/*
 * Phrases on pages without main content: errors, bot walls, consent and login walls, domains for
 * sale, redirects.
 */
#ifndef PITH_LEXICON_STUB_PHRASE_H
#define PITH_LEXICON_STUB_PHRASE_H

#include "base/arena.h"
#include "base/str.h"
#include "lexicon/stub_kind.h"

/* "challenge" ...; "content" for STUB_NONE. */
const char *stub_kind_name(enum stub_kind kind);

/* The kind that a title or headline shows, or a part of one between separators; folded as by
 * utf8_append_folded. The arena keeps an index. */
enum stub_kind stub_of_title(struct arena *arena, struct str folded);

/* The kind that the text of a page of few words shows, folded likewise. */
enum stub_kind stub_of_text(struct str folded);

/* The number of words about cookie consent in a text: a consent wall is full of them. */
unsigned stub_count_consent(struct str folded);

/* The kind that the address or name (in lower case) of a script, frame or form shows, on a page of
 * few words. The arena keeps an index. */
enum stub_kind stub_of_marker(struct arena *arena, struct str lower);

#endif
