/*
 * The phrases of stubs as data; stub_phrase.c alone reads them. Modelled on what servers,
 * protection services and content managers write by default, in the languages whose sites were
 * looked at; in the form that utf8_append_folded gives.
 */
#ifndef PITH_LEXICON_STUB_TABLES_H
#define PITH_LEXICON_STUB_TABLES_H

#include "base/str.h"
#include "lexicon/stub_kind.h"

struct stub_phrase {
    enum stub_kind kind;
    struct str text;
};

#define CHALLENGE(text)                                                                            \
    { STUB_CHALLENGE, STR_INIT(text) }
#define CONSENT(text)                                                                              \
    { STUB_CONSENT, STR_INIT(text) }
#define LOGIN(text)                                                                                \
    { STUB_LOGIN, STR_INIT(text) }
#define ERROR(text)                                                                                \
    { STUB_ERROR, STR_INIT(text) }
#define PARKED(text)                                                                               \
    { STUB_PARKED, STR_INIT(text) }
#define SHELL(text)                                                                                \
    { STUB_SHELL, STR_INIT(text) }
#define REDIRECT(text)                                                                             \
    { STUB_REDIRECT, STR_INIT(text) }

struct stub_table {
    const struct stub_phrase *phrases;
    size_t n;
};

/* Whole titles, or whole parts of them. */
extern const struct stub_table stub_titles;

/* Anywhere in the text of a page of few words; the more telling before the less. */
extern const struct stub_table stub_texts;

#endif
