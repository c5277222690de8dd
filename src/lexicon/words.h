/*
 * What the metadata readers know about 40 languages: months, words for "by" and "ago" and so on, as
 * one sorted table.
 */
#ifndef PITH_LEXICON_WORDS_H
#define PITH_LEXICON_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/str.h"

/* What a word can mean; a word can have several kinds. */
enum words_kind {
    WORDS_MONTH, /* value 1 to 12; in the solar Hijri calendar 13 to 24 */
    WORDS_WEEKDAY,
    WORDS_FILLER, /* between the parts of a date: "de", "of", "um" */
    WORDS_AM,
    WORDS_PM,
    WORDS_YEAR_MARK, /* follows (in Vietnamese: precedes) the number of a year */
    WORDS_MONTH_MARK,
    WORDS_DAY_MARK,
    WORDS_HOUR_MARK,
    WORDS_MINUTE_MARK,
    WORDS_ERA,       /* value: years to add */
    WORDS_ZONE,      /* a time zone; value: minutes east, or WORDS_ZONE_UNSURE */
    WORDS_PUBLISHED, /* "published", "veröffentlicht am" */
    WORDS_UPDATED,
    WORDS_AGO,
    WORDS_UNIT, /* value 1 second, minute, hour, day, week, month, 7 year */
    WORDS_YESTERDAY,
    WORDS_TODAY,
    WORDS_BY,       /* before the author's name */
    WORDS_BY_COLON, /* the same if a colon follows: "text:", "記者:" */
    WORDS_CREDIT,   /* before the name of someone who is not the author: "photo by" */
    WORDS_AND,
    WORDS_JOB,         /* "editor", "Redakteurin" */
    WORDS_PLACEHOLDER, /* in place of an author, but not a name: "admin", "staff" */
    WORDS_NOISE,       /* of the page's own controls: "follow", "share" */
    WORDS_PARTICLE,    /* the small words within names: "van", "de" */
    WORDS_SUFFIX,      /* after a name and part of it: "Jr" */
    WORDS_DEGREE,      /* after a name but not part of it: "PhD" */
    WORDS_HONORIFIC,
    WORDS_WIRE,         /* news agencies */
    WORDS_ORGANISATION, /* ends the name of an organisation, not a person: "Press", "GmbH" */
    WORDS_COMMON,       /* a word of menus, labels and sentences that no person's name contains */
    WORDS_N_KINDS
};

/* words_prefix_of takes kinds as bits. */
_Static_assert(WORDS_N_KINDS <= 64, "a set of kinds fits into 64 bits");

enum { WORDS_MAX_PHRASE = 5 /* the most words in a phrase of the table */ };

enum {
    WORDS_MAX_RUN = 12 /* characters of a word that is written without spaces before it:
                          "최종수정일", "กุมภาพันธ์" */
};

enum { WORDS_ZONE_UNSURE = 9999 /* depends on summer time: "ET" */ };

/* A set of languages: a bit for each. */
typedef uint64_t language_set;

#define ANY_LANGUAGE UINT64_MAX

struct words_entry {
    language_set
        languages; /* bits of words_languages; all bits for words of no particular language */
    uint32_t text; /* offset of the word in the text of words.c */
    int16_t value;
    uint8_t kind; /* enum words_kind */
};

/* The bit of a language given as BCP 47 ("de-AT"); all bits if it is absent or unknown. */
language_set words_languages(struct str tag);

/* Appends `s` in the form of the table: case folded, NFKC, Turkish dotless i as i, Greek without
 * accents, straight apostrophes. */
void words_append_folded(struct buffer *out, struct str s);

/* `s` in that form; `s` itself if it is so already. */
struct str words_folded(struct arena *arena, struct str s);

/* The entry of a folded word of that kind in one of the languages or, if there is none, in another
 * language; otherwise NULL. */
const struct words_entry *words_find(struct str folded, enum words_kind kind,
                                     language_set languages);

/* Whether a folded word is of that kind in one of the languages. */
bool words_is(struct str folded, enum words_kind kind, language_set languages);

/* The kinds that a folded word, or a phrase that begins with it, may be of, as bits of WORDS_BIT:
 * all of its kinds, and rarely others too. One lookup, for callers that need several kinds. */
uint64_t words_may_be(struct str folded);

#define WORDS_BIT(kind) (UINT64_C(1) << (kind))

/* The length in bytes of the longest word or phrase of that kind, in one of the languages, at the
 * start of `text` (not folded; well-formed); 0 if there is none. It ends at the end of a word. */
size_t words_prefix(struct arena *arena, struct str text, enum words_kind kind,
                    language_set languages);

/* The same for several kinds, given as bits of WORDS_BIT; if one is found and `entry` is not NULL,
 * stores it in *entry. */
size_t words_prefix_of(struct arena *arena, struct str text, uint64_t kinds, language_set languages,
                       const struct words_entry **entry);

/* All entries of a word that is not folded, of all kinds and languages: *n of them from the
 * returned one on. */
const struct words_entry *words_look_up(struct arena *arena, struct str word, size_t *n);

/* The same for the longest known word at the start of `text` of at most WORDS_MAX_RUN characters;
 * *len is its length in bytes or, if none is known, that of the first character. */
const struct words_entry *words_look_up_longest(struct arena *arena, struct str text, size_t *len,
                                                size_t *n);

#endif
