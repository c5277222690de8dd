/*
 * A line of text as a short row of numbers, words and punctuation, for the patterns of dates.
 */
#ifndef PITH_METADATA_DATE_TOKENS_H
#define PITH_METADATA_DATE_TOKENS_H

#include "lexicon/words.h"
#include "metadata/date_hints.h"

struct token {
    uint32_t first, end; /* bytes of the text */
    uint64_t number;     /* of a number, up to 18 digits */
    uint8_t n_digits;    /* 0: not a number */
    char punct;          /* of punctuation: an ASCII character that stands for its kind, or '~' */
    bool is_spaced;      /* white space stands before it */
    uint16_t n_entries;
    const struct words_entry *entries; /* what a word may be */
};

/* A dateline has 20 tokens at most; where more are, the date stands at the head. */
enum { MAX_TOKENS = 64 };

struct tokens {
    struct token token[MAX_TOKENS];
    size_t n;
    struct str text;
    struct date_hints hints;
};

/* Reads the first MAX_TOKENS tokens of `text` (well-formed), which they point into. */
void tokens_read(struct tokens *out, struct arena *arena, struct str text, struct date_hints hints);

static inline bool tokens_is_number(const struct tokens *t, size_t i) {
    return i < t->n && t->token[i].n_digits;
}

/* Whether token i is the one ASCII letter (lower case given). */
bool tokens_is_letter(const struct tokens *t, size_t i, char lower);

/* The entry of token i of that kind, one in the page's languages first; NULL without one. */
const struct words_entry *tokens_word(const struct tokens *t, size_t i, enum words_kind kind);

#endif
