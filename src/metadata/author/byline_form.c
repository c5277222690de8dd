/*
 * Recognizes bylines by their form; see byline_form.h.
 */
#include "metadata/author/byline_form.h"

#include "lexicon/words.h"
#include "metadata/author/byline.h"
#include "metadata/author/line_authors.h"
#include "metadata/author/told_of.h"

enum {
    MAX_BYTES = 120,
    MAX_PLACE_WORDS = 3 /* "New York City" */
};

/* What is beside the names. */
struct beside {
    size_t n_jobs, n_times;
    bool has_other;
};

static const uint64_t TIMES = WORDS_BIT(WORDS_UNIT) | WORDS_BIT(WORDS_AGO) |
                              WORDS_BIT(WORDS_MONTH) | WORDS_BIT(WORDS_WEEKDAY) |
                              WORDS_BIT(WORDS_PUBLISHED) | WORDS_BIT(WORDS_UPDATED) |
                              WORDS_BIT(WORDS_TODAY) | WORDS_BIT(WORDS_YESTERDAY);
static const uint64_t SMALL = WORDS_BIT(WORDS_FILLER) | WORDS_BIT(WORDS_AND) | WORDS_BIT(WORDS_AM) |
                              WORDS_BIT(WORDS_PM) | WORDS_BIT(WORDS_ZONE) |
                              WORDS_BIT(WORDS_HOUR_MARK) | WORDS_BIT(WORDS_NOISE) |
                              WORDS_BIT(WORDS_DEGREE) | WORDS_BIT(WORDS_YEAR_MARK);

/* ---- the rest of the line ---- */

/* Whether a word leads to a place, which is the rest: "in New York". */
static bool leads_to_place(const struct name_words *words, size_t i, language_set languages) {
    const struct name_word *word = &words->items[i];
    size_t n = words->n - i - 1;
    if (name_word_case(word) != CASE_LOWER || !name_word_has_kind(word, WORDS_FILLER, languages) ||
        n > MAX_PLACE_WORDS)
        return false;
    for (size_t k = i + 1; k < words->n; k++)
        if (name_word_case(&words->items[k]) != CASE_UPPER ||
            name_words_has_digit(words->items[k].text))
            return false;
    return true;
}

/* Where a word begins in its part, without the punctuation before it. */
static size_t start_of(const struct name_words *words, size_t i) {
    return (size_t)(words->items[i].text.at - words->part.at);
}

/* Counts the word or phrase at word i; returns how many words it has. */
static size_t count_word(struct arena *arena, const struct name_words *words, size_t i,
                         language_set languages, struct beside *out) {
    const struct name_word *word = &words->items[i];
    struct str rest = str_between(words->part, start_of(words, i), words->part.len);
    bool is_time = words_prefix_of(arena, rest, TIMES, languages, NULL) != 0;
    bool is_job = name_word_is(arena, word, WORDS_JOB, languages);
    size_t len = words_prefix_of(arena, rest, TIMES | SMALL, languages, NULL), n = 1;
    out->n_times += is_time;
    out->n_jobs += is_job;
    out->has_other |= !len && !is_job && !name_words_has_digit(word->text);
    while (i + n < words->n && start_of(words, i + n) < start_of(words, i) + len)
        n++;
    return n;
}

static void look_beside(struct arena *arena, struct str rest, language_set languages,
                        struct beside *out) {
    struct name_words words;
    *out = (struct beside){.n_jobs = 0};
    name_words_split(arena, rest, &words);
    out->has_other = words.is_cut;
    for (size_t i = 0; i < words.n && !leads_to_place(&words, i, languages);)
        i += count_word(arena, &words, i, languages, out);
}

/* ---- the names ---- */

/* The line without its names; absent if one of them is written in another way there. */
static struct str without_names(struct arena *arena, struct str text,
                                const struct name_list *names) {
    char *rest = arena_alloc(arena, text.len + 1);
    memcpy(rest, text.at, text.len);
    for (size_t i = 0; i < names->n; i++) {
        size_t at = str_find(text, names->items[i]);
        if (at == text.len)
            return STR_NONE;
        memset(rest + at, '|', names->items[i].len);
    }
    return (struct str){rest, text.len};
}

/* Whether the page has one of the words in lower case too. The first name may be such a word before
 * a job: "Will Roe, reporter". */
static bool has_common_word(struct gathering *g, struct str name, bool has_job) {
    size_t first = str_find_byte(name, 0, ' ');
    if (has_job && first < name.len)
        name = str_between(name, first + 1, name.len);
    return line_authors_common_share(g, name) > 0;
}

static bool are_authors(struct gathering *g, const struct window *window,
                        const struct name_list *names, bool has_job) {
    language_set languages = gathering_languages(g);
    for (size_t i = 0; i < names->n; i++) {
        struct str name = names->items[i];
        if (name_kind(g->arena, name, languages) != NAME_PERSON ||
            has_common_word(g, name, has_job) || told_of(g, window, name))
            return false;
    }
    return names->n > 0;
}

bool byline_form_is(struct gathering *g, const struct window *window, struct str text) {
    language_set languages = gathering_languages(g);
    struct name_list names = {.n = 0};
    struct beside beside;
    if (text.len > MAX_BYTES)
        return false;
    byline_read(g->arena, text, languages, false, &names);
    if (!names.n || !str_starts_with(text, names.items[0]))
        return false;
    struct str rest = without_names(g->arena, text, &names);
    if (!rest.len)
        return false;
    look_beside(g->arena, rest, languages, &beside);
    bool has_sign = beside.n_jobs || beside.n_times || names.n > 1;
    return has_sign && !beside.has_other && are_authors(g, window, &names, beside.n_jobs > 0);
}
