/*
 * Recognizes phrases at the start of a text; see phrase.h.
 */
#include "lexicon/phrase.h"

#include "base/utf8.h"
#include "lexicon/phrase_texts.h"

_Static_assert(N_OF(PHRASES) <= KEYWORD_FILTER_MAX, "a filter holds all phrases");

static bool is_letter_byte(char c) {
    return ascii_is_lower(c) || ascii_is_digit(c);
}

/* A placeholder must be the whole line; the others begin a sentence. */
static bool ends_well(enum phrase_kind kind, struct str rest) {
    return rest.len == 0 || (kind != PHRASE_PLACEHOLDER && !is_letter_byte(rest.at[0]));
}

static void build_starts(void *table) {
    keyword_filter_init(table, (const char *)PHRASES + offsetof(struct phrase, text), N_OF(PHRASES),
                        sizeof *PHRASES);
}

void phrases_init(struct phrases *phrases, struct arena *arena) {
    buffer_init(&phrases->folded, arena);
    phrases->starts = arena_table(arena, sizeof *phrases->starts, build_starts);
}

/* The part of a text that is compared with phrases, folded. */
static struct str fold_start(struct phrases *phrases, struct str text) {
    const size_t most =
        80; /* bytes; the longest phrase has 42, and what must follow comes soon after */
    phrases->folded.len = 0;
    utf8_append_folded(&phrases->folded, utf8_first(text, most));
    return buffer_str(&phrases->folded);
}

enum phrase_kind phrases_at_start(struct phrases *phrases, struct str text) {
    if (!keyword_filter_may_begin(phrases->starts, text))
        return PHRASE_NONE;
    struct str folded = fold_start(phrases, text);
    for (size_t i = 0; i < N_OF(PHRASES); i++) {
        const struct phrase *phrase = &PHRASES[i];
        if (!str_starts_with(folded, phrase->text))
            continue;
        struct str rest = str_between(folded, phrase->text.len, folded.len);
        if (ends_well(phrase->kind, rest) &&
            (phrase->also.len == 0 || str_holds(rest, phrase->also)))
            return phrase->kind;
    }
    return PHRASE_NONE;
}
