/*
 * Marks the further blocks of bylines; see byline_marks.h.
 */
#include "metadata/author/byline_marks.h"

#include "base/ascii.h"
#include "lexicon/words.h"
#include "metadata/comparison_key.h"

enum {
    MAX_REPEATED_WORDS = 12 /* in a further byline */
};

/* Whether what follows a name in a byline may do so: nothing, a mark, another name, a job or an
 * agency, but not the rest of a sentence. */
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

void byline_marks_set(const struct gathering *g, const struct window *window,
                      const struct authors *authors, uint8_t *roles) {
    mark_bylines(g, window, authors, roles);
}
