/*
 * Splits a possible name into words, and looks at their letters.
 */
#ifndef PITH_METADATA_NAME_WORDS_H
#define PITH_METADATA_NAME_WORDS_H

#include "base/arena.h"
#include "base/str.h"
#include "lexicon/words.h"

struct name_word {
    struct str text; /* without the punctuation around it */
    struct str folded;
    uint64_t kinds;    /* that it may be of: words_may_be of `folded` */
    size_t first, end; /* range of bytes in the part */
};

enum { MAX_NAME_WORDS = 12 };

struct name_words {
    struct str part; /* what they are the words of */
    struct name_word items[MAX_NAME_WORDS];
    size_t n;
    bool is_cut; /* there are more words */
};

/* Whether it is punctuation, a symbol or white space, which surround words. */
bool name_words_is_edge(uint32_t c);

/* `s` without the punctuation and symbols at both ends; the period after an initial is kept. */
struct str name_words_trim(struct str s);

void name_words_split(struct arena *arena, struct str part, struct name_words *out);

/* Whether the word, as it is, is in the table with this kind. */
static inline bool name_word_has_kind(const struct name_word *word, enum words_kind kind,
                                      language_set languages) {
    return (word->kinds & WORDS_BIT(kind)) && words_is(word->folded, kind, languages);
}

/* Whether the table has the word; "J.", "Jr." and "Ph.D." are looked up without periods. */
bool name_word_is(struct arena *arena, const struct name_word *word, enum words_kind kind,
                  language_set languages);

enum letter_case { CASE_NONE, CASE_LOWER, CASE_UPPER };

/* The case of a word's first letter. */
enum letter_case name_word_case(const struct name_word *word);

/* Whether the word has capitals but no lower-case ASCII letters. */
bool name_words_is_upper(struct str text);

bool name_words_has_digit(struct str text);

#endif
