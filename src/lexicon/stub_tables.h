/*
 * The phrases of stubs as data; only stub_phrase.c reads them. Based on the default texts of
 * servers, protection services and content management systems, in the languages of the sites
 * examined; folded as by utf8_append_folded.
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

enum { STUB_MAX_TITLES = 512 };

/* Whole titles, or whole parts of them; at most STUB_MAX_TITLES. */
extern const struct stub_table stub_titles;

/* Anywhere in the text of a page of few words; the more reliable first. */
extern const struct stub_table stub_texts;

#endif
