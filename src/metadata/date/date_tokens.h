/*
 * A line of text as a short sequence of numbers, words and punctuation, for the date patterns.
 */
#ifndef PITH_METADATA_DATE_TOKENS_H
#define PITH_METADATA_DATE_TOKENS_H

#include "lexicon/words.h"
#include "metadata/date/date_hints.h"

struct token {
    uint32_t first, end; /* range of bytes in the text */
    uint64_t number;     /* of a number, up to 18 digits */
    uint8_t n_digits;    /* 0: not a number */
    char punct;          /* of punctuation: an ASCII character that represents its kind, or '~' */
    bool is_spaced;      /* white space precedes it */
    bool is_unread;      /* a word that is not looked up yet */
    uint16_t n_entries;
    const struct words_entry *entries; /* what a word can mean; for date_tokens_word */
};

/* A dateline has 20 tokens at most; in a longer line the date is at the start. */
enum { MAX_TOKENS = 64 };

struct tokens {
    struct token *token; /* n of them, in `room` */
    size_t n;
    struct str text;
    struct arena *arena;
    struct date_hints hints;
    bool is_value; /* the text is a date and nothing else: no number in it is a version's */
    struct token room[MAX_TOKENS];
};

/* Reads the first MAX_TOKENS tokens of `text` (well-formed), and points into it; is_value is
 * false. */
void date_tokens_read(struct tokens *out, struct arena *arena, struct str text,
                      struct date_hints hints);

/* The value of a decimal digit in the scripts of the table's languages, or -1. */
int date_tokens_digit_value(uint32_t c);

static inline bool date_tokens_is_number(const struct tokens *t, size_t i) {
    return i < t->n && t->token[i].n_digits;
}

/* Whether token i is that word, in any case. */
bool date_tokens_is_letters(const struct tokens *t, size_t i, const char *lower);

/* Whether token i is that single ASCII letter (given in lower case). */
bool date_tokens_is_letter(const struct tokens *t, size_t i, char lower);

/* The entry of that kind for token i, preferably in one of the page's languages; NULL if none.
 * Looks a word up when it is first asked for: most words of a line are too far from its numbers. */
const struct words_entry *date_tokens_word(const struct tokens *t, size_t i, enum words_kind kind);

#endif
