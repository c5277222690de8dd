/*
 * A line of text as a short sequence of numbers, words and punctuation, for the date patterns.
 */
#ifndef PITH_METADATA_DATE_TOKENS_H
#define PITH_METADATA_DATE_TOKENS_H

#include "lexicon/words.h"
#include "metadata/date_hints.h"

struct token {
    uint32_t first, end; /* range of bytes in the text */
    uint64_t number;     /* of a number, up to 18 digits */
    uint8_t n_digits;    /* 0: not a number */
    char punct;          /* of punctuation: an ASCII character that represents its kind, or '~' */
    bool is_spaced;      /* white space precedes it */
    uint16_t n_entries;
    const struct words_entry *entries; /* what a word can mean */
};

/* A dateline has 20 tokens at most; in a longer line the date is at the start. */
enum { MAX_TOKENS = 64 };

struct tokens {
    struct token token[MAX_TOKENS];
    size_t n;
    struct str text;
    struct date_hints hints;
};

/* Reads the first MAX_TOKENS tokens of `text` (well-formed), and points into it. */
void tokens_read(struct tokens *out, struct arena *arena, struct str text, struct date_hints hints);

static inline bool tokens_is_number(const struct tokens *t, size_t i) {
    return i < t->n && t->token[i].n_digits;
}

/* Whether token i is that single ASCII letter (given in lower case). */
bool tokens_is_letter(const struct tokens *t, size_t i, char lower);

/* The entry of that kind for token i, preferably in one of the page's languages; NULL if none. */
const struct words_entry *tokens_word(const struct tokens *t, size_t i, enum words_kind kind);

#endif
