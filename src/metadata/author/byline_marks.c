/*
 * Marks the other blocks that belong to a byline; see byline_marks.h.
 */
#include "metadata/author/byline_marks.h"

#include "base/ascii.h"
#include "lexicon/words.h"
#include "metadata/comparison_key.h"

enum {
    MAX_REPEATED_WORDS = 12, /* in a further byline */
    MAX_JOB_WORDS = 7,       /* "Special correspondent for The Harbour Post" */
    MAX_BYLINE_WORD = 2      /* words of "Written by" */
};

static const float LEAST_KEPT = 0.1F; /* the score of a block that may be kept */

/* Whether a byline may end, or go on, like this after a name: with nothing, a mark, another name, a
 * job or an agency, but not with the rest of a sentence. */
static bool is_end_of_byline(const struct gathering *g, struct str rest) {
    language_set languages = gathering_languages(g);
    size_t and = words_prefix(g->arena, rest, WORDS_AND, languages);
    struct str next = str_trim(str_between(rest, and, rest.len));
    return !rest.len || ascii_is_one_of(rest.at[0], ",|/(") ||
           (and&&next.len && ascii_is_upper(next.at[0])) ||
           words_prefix(g->arena, rest, WORDS_JOB, languages) ||
           words_prefix(g->arena, rest, WORDS_WIRE, ANY_LANGUAGE);
}

/* Whether a line begins with a name, given by its key, that ends there: "Jane Doe, Editor", but not
 * "Jane Doe's reckoning". A heading has nothing else. */
static bool begins_with_name(const struct gathering *g, struct str line, struct str name,
                             bool is_heading) {
    for (size_t end = 1; end <= line.len; end++) {
        if (end < line.len && !ascii_is_one_of(line.at[end], " ,|/("))
            continue;
        struct str rest = str_trim(str_between(line, end, line.len));
        if (str_equals(comparison_key_of(g->arena, str_between(line, 0, end)), name))
            return is_heading ? !rest.len : is_end_of_byline(g, rest);
    }
    return false;
}

/* Whether a block is a byline with one of the authors first: "By Jane Doe, Town Correspondent". */
static bool is_byline_of(const struct gathering *g, const struct block *block,
                         const struct authors *authors) {
    size_t by = name_by_prefix(g->arena, block->text, gathering_languages(g));
    struct str line = str_between(block->text, by, block->text.len);
    bool is_heading = dom_heading_level(block->tag) != 0;
    for (size_t i = 0; by && i < authors->names.n; i++)
        if (begins_with_name(g, line, comparison_key_of(g->arena, authors->names.items[i]),
                             is_heading))
            return true;
    return false;
}

/* Marks the bylines above the text, of which there may be one of the site's and one of the
 * report's. */
static void mark_bylines(const struct gathering *g, const struct window *window,
                         const struct authors *authors, uint8_t *roles) {
    const struct block *blocks = g->page->blocks;
    for (uint32_t i = window->first; i < window->body && !authors->are_of_post; i++)
        if (roles[i] == METADATA_NONE && blocks[i].counts.n_words <= MAX_REPEATED_WORDS &&
            is_byline_of(g, &blocks[i], authors))
            roles[i] = METADATA_BYLINE;
}

/* Whether a text ends with an author's job or employer: "Harbour Reporter", "Staff Writer", "The
 * Harbour Post News Service". */
static bool ends_with_job(const struct gathering *g, struct str text) {
    static const struct str SERVICE = STR_INIT(" News Service");
    for (size_t i = 0; i < text.len; i = str_find_byte(text, i, ' ') + 1) {
        struct str rest = str_between(text, i, text.len);
        if (words_prefix(g->arena, rest, WORDS_JOB, gathering_languages(g)) == rest.len ||
            words_prefix(g->arena, rest, WORDS_WIRE, ANY_LANGUAGE) == rest.len)
            return true;
    }
    return str_ends_with(text, SERVICE);
}

/* Whether a text is a title and nothing else: each word begins with a capital, is a job or connects
 * two others, and no one is spoken to or of. */
static bool is_title(const struct gathering *g, struct str text) {
    static const struct str BETWEEN[] = {STR_INIT("of"),  STR_INIT("for"), STR_INIT("the"),
                                         STR_INIT("and"), STR_INIT("at"),  STR_INIT("to"),
                                         STR_INIT("de"),  STR_INIT("und"), STR_INIT("für")};
    static const struct str PERSONS[] = {STR_INIT("dear"), STR_INIT("i"),   STR_INIT("you"),
                                         STR_INIT("he"),   STR_INIT("she"), STR_INIT("we"),
                                         STR_INIT("they"), STR_INIT("my"),  STR_INIT("his"),
                                         STR_INIT("her"),  STR_INIT("our")};
    for (size_t i = 0; i < text.len; i = str_find_byte(text, i, ' ') + 1) {
        struct str word = str_before(str_between(text, i, text.len), ' ');
        if (word.len && ascii_is_lower(word.at[0]) &&
            !str_any(word, BETWEEN, N_OF(BETWEEN), str_equals) &&
            !words_prefix(g->arena, word, WORDS_JOB, gathering_languages(g)))
            return false;
        if (str_any(word, PERSONS, N_OF(PERSONS), str_equals_lower))
            return false;
    }
    return !str_has_byte(text, ':');
}

/* Marks the line of the job or employer below a byline: "By Jane Doe", "Harbour Reporter". */
static void mark_jobs(const struct gathering *g, const struct window *window, uint8_t *roles) {
    for (uint32_t i = window->head + 1; i < g->page->n_blocks; i++) {
        const struct block *block = &g->page->blocks[i];
        if (roles[i] == METADATA_NONE && roles[i - 1] == METADATA_BYLINE &&
            block->counts.n_words <= MAX_JOB_WORDS && !block->counts.n_stops &&
            !dom_heading_level(block->tag) && is_title(g, block->text) &&
            ends_with_job(g, gathering_line(g->arena, block->text)))
            roles[i] = METADATA_BYLINE;
    }
}

/* Marks byline words without a name, which a script or a picture shows, above the body: within it
 * they are labels and nouns. */
static void mark_bare_words(const struct gathering *g, const struct window *window,
                            uint8_t *roles) {
    static const uint8_t NEVER[] = {DOM_LI, DOM_TD, DOM_TH, DOM_DT, DOM_DD, DOM_PRE};
    for (uint32_t i = window->first; i < window->body; i++) {
        const struct block *block = &g->page->blocks[i];
        if (block->text.len && !dom_heading_level(block->tag) &&
            block->counts.n_words <= MAX_BYLINE_WORD && g->score[i] >= LEAST_KEPT &&
            roles[i] == METADATA_NONE && !memchr(NEVER, block->tag, sizeof NEVER) &&
            name_by_prefix(g->arena, block->text, gathering_languages(g)) == block->text.len)
            roles[i] = METADATA_BYLINE;
    }
}

void byline_marks_set(const struct gathering *g, const struct window *window,
                      const struct authors *authors, uint8_t *roles) {
    mark_bylines(g, window, authors, roles);
    mark_jobs(g, window, roles);
    mark_bare_words(g, window, roles);
}
