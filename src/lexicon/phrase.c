/*
 * Recognizes phrases at the start of a text; see phrase.h.
 */
#include "lexicon/phrase.h"

#include "base/utf8.h"
#include "lexicon/phrase_lines.h"
#include "lexicon/phrase_texts.h"

_Static_assert(N_OF(PHRASES) <= KEYWORD_FILTER_MAX && N_OF(PHRASE_LINES) <= KEYWORD_FILTER_MAX,
               "a filter holds all of each");

/* Bytes of a text that are compared; the longest phrase has 42, and what must follow comes soon
 * after. */
enum { MOST_BYTES = 80 };

static bool is_letter_byte(char c) {
    return ascii_is_lower(c) || ascii_is_digit(c);
}

struct phrase_starts {
    struct keyword_filter phrases, lines;
};

static void build_starts(void *table) {
    struct phrase_starts *starts = table;
    keyword_filter_init(&starts->phrases, (const char *)PHRASES + offsetof(struct phrase, text),
                        N_OF(PHRASES), sizeof *PHRASES);
    keyword_filter_init(&starts->lines, PHRASE_LINES, N_OF(PHRASE_LINES), sizeof *PHRASE_LINES);
}

void phrases_init(struct phrases *phrases, struct arena *arena) {
    buffer_init(&phrases->folded, arena);
    phrases->starts = arena_table(arena, sizeof *phrases->starts, build_starts);
}

/* The part of a text that is compared with phrases, folded. */
static struct str fold_start(struct phrases *phrases, struct str text) {
    phrases->folded.len = 0;
    utf8_append_folded(&phrases->folded, utf8_first(text, MOST_BYTES));
    return buffer_str(&phrases->folded);
}

static enum phrase_kind kind_of_start(struct str folded) {
    for (size_t i = 0; i < N_OF(PHRASES); i++) {
        const struct phrase *phrase = &PHRASES[i];
        if (!str_starts_with(folded, phrase->text))
            continue;
        struct str rest = str_between(folded, phrase->text.len, folded.len);
        if ((rest.len == 0 || !is_letter_byte(rest.at[0])) &&
            (phrase->also.len == 0 || str_holds(rest, phrase->also)))
            return phrase->kind;
    }
    return PHRASE_NONE;
}

enum phrase_kind phrases_at_start(struct phrases *phrases, struct str text) {
    bool may_begin = keyword_filter_may_begin(&phrases->starts->phrases, text);
    bool may_be_line =
        text.len <= MOST_BYTES && keyword_filter_may_begin(&phrases->starts->lines, text);
    if (!may_begin && !may_be_line)
        return PHRASE_NONE;
    struct str folded = fold_start(phrases, text);
    enum phrase_kind kind = may_begin ? kind_of_start(folded) : PHRASE_NONE;
    if (kind == PHRASE_NONE && may_be_line &&
        str_any(folded, PHRASE_LINES, N_OF(PHRASE_LINES), str_equals))
        return PHRASE_PLACEHOLDER;
    return kind;
}
