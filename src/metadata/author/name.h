/*
 * Judges whether a text is a name, and whose.
 */
#ifndef PITH_METADATA_NAME_H
#define PITH_METADATA_NAME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "metadata/author/name_words.h"

enum {
    MAX_NAMES = 24, /* further ones are left out; the longest byline seen in news has 12 */
    MAX_NAME_BYTES = 80,
    MIN_NAME_BYTES = 2
};

struct name_list {
    struct str items[MAX_NAMES]; /* without duplicates */
    size_t n;
};

/* How much a text looks like a person's name. */
enum name_kind {
    NAME_NONE,   /* not a name: a job, a date, a control of the page */
    NAME_OTHER,  /* a few words that could be anything, such as an organisation */
    NAME_SINGLE, /* one word: a nickname, or a first name */
    NAME_PERSON  /* two to five words written like a person's name */
};

enum name_kind name_kind(struct arena *arena, struct str text, language_set languages);

/* Whether a word is one of menus, labels and sentences, and so in no person's name. */
bool name_is_common(const struct name_word *word, language_set languages);

/* Whether a text that does not name a group contains such a word. */
bool name_has_common(struct arena *arena, struct str text, language_set languages);

/* Whether several words are a phrase, the start of one, or elements that ran together: "Letters
 * To", "Designed by Elm Themes". `follows_by`: a byline word precedes it, so that "Amos To" and
 * "Bei Ling" are names. (The models of a dump's lines were trained on name_kind without it.) */
bool name_is_phrase(struct arena *arena, struct str text, language_set languages, bool follows_by);

/* Whether a name stands for nobody in particular: "admin", "staff", "gość", in any
 * language. */
bool name_is_placeholder(struct arena *arena, struct str name);

/* The length in bytes of a byline word or phrase at the start of a line, including the separator
 * before the name; 0 if there is none, the line's length if there is nothing else. */
size_t name_by_prefix(struct arena *arena, struct str text, language_set languages);

/* The length in bytes of a word of one of the kinds at the start of the text with the middle dot
 * that Japanese puts between it and a name, "文・" or "写真・"; 0 if there is none. */
size_t name_dotted_label(struct arena *arena, struct str text, uint64_t kinds,
                         language_set languages);

/* Skips the punctuation and white space at text.at[i], except a bracket or "@" that begins a
 * name. */
size_t name_skip_marks(struct str text, size_t i);

/* Whether the text begins with a character of a script without spaces between words. */
bool name_is_ideographic(struct str text);

#endif
