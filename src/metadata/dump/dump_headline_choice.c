/*
 * Compares the likely headlines of a dump; see dump_headline_choice.h.
 */
#include "metadata/dump/dump_headline_choice.h"

#include "lexicon/credit_line.h"
#include "metadata/author/name.h"
#include "metadata/author/page_names.h"
#include "metadata/comparison_key.h"
#include "metadata/date/date.h"
#include "metadata/dump/dump_form.h"
#include "metadata/dump/dump_lines.h"

enum {
    MAX_BETWEEN = 2,   /* lines with a date between a headline and its standfirst */
    CREDIT_BYTES = 40, /* within brackets at the end of a caption */
    CAPTION_REACH = 6, /* lines from a headline down to the caption of its picture */
    MIN_WORDS = 5,     /* of the first of two lines: a shorter one is a kicker or a section */
    MAX_WORDS = 30,    /* of a headline */
    MAX_BYTES = 500,   /* of two lines that are compared: what counts as a word may be long */
    MIN_CRUMB_WORDS = 2
};

/* The first of two lines is the headline if it is this likely, and this likely in relation to the
 * second. On 2,400 dumps this was right 14 times and wrong 3 times; with a ratio of 0.2 to 0.4, the
 * second line was nearly always right. */
static const float LEAST_FIRST = 0.2f, LEAST_RATIO = 0.4f;

/* Of the line that is taken instead of a caption. */
static const float LEAST_OTHER = 0.15f;

static struct str text_of(const struct gathering *g, uint32_t block) {
    return block < g->page->n_blocks ? g->page->blocks[block].text : STR_NONE;
}

static float likely_at(const struct gathering *g, uint32_t block) {
    return dump_lines_likely(g->dump_lines, block, DUMP_HEADLINE);
}

/* ---- a line that occurs twice in a row ---- */

static float likely_with_next(const struct gathering *g, uint32_t block) {
    float likely = likely_at(g, block);
    if (text_of(g, block).len && str_equals(text_of(g, block), text_of(g, block + 1)))
        likely += likely_at(g, block + 1);
    return likely;
}

/* The likeliest line, counting a line that is repeated directly below as one. */
static uint32_t find_likeliest(const struct gathering *g, float *likely) {
    uint32_t best = dump_lines_best(g->dump_lines, DUMP_HEADLINE);
    if (best == NOWHERE)
        return NOWHERE;
    *likely = likely_at(g, best);
    for (uint32_t i = 0; i < g->page->n_blocks; i++) {
        float both = likely_with_next(g, i);
        if (both <= *likely)
            continue;
        best = likely_at(g, i + 1) > likely_at(g, i) ? i + 1 : i;
        *likely = both;
    }
    return best;
}

/* ---- captions ---- */

/* The text within brackets at the end of a line. */
static struct str last_brackets(struct str text) {
    size_t at = text.len;
    if (!str_ends_with(text, STR(")")))
        return STR_NONE;
    while (at && text.at[at - 1] != '(')
        at--;
    return at && text.len - at <= CREDIT_BYTES ? str_between(text, at, text.len - 1) : STR_NONE;
}

/* Whether a line ends with who made the picture: "The wall at dusk (Jane Roe)", "... (Photos:
 * Harbour Post/AP)". */
static bool is_caption(const struct gathering *g, uint32_t block) {
    struct str text = text_of(g, block), credit = last_brackets(text);
    if (credit_line_is(text))
        return true;
    return credit.len && str_has_byte(credit, ' ') &&
           (credit_line_is(credit) ||
            name_kind(g->arena, credit, gathering_languages(g)) == NAME_PERSON);
}

/* The likeliest line above a caption. */
static uint32_t above_caption(const struct gathering *g, uint32_t caption) {
    uint32_t best = caption;
    float likely = LEAST_OTHER;
    for (uint32_t i = caption; i && caption - i < CAPTION_REACH;) {
        i--;
        if (likely_at(g, i) < likely || is_caption(g, i))
            continue;
        best = i;
        likely = likely_at(g, i);
    }
    return best;
}

/* ---- breadcrumb trails ---- */

/* Whether a line is a breadcrumb trail that ends with the line below it. */
static bool leads_to_next(const struct gathering *g, uint32_t block) {
    struct str crumbs = text_of(g, block), next = text_of(g, block + 1);
    if (!next.len || crumbs.len <= next.len || !dump_form_has_separator(crumbs) ||
        !str_ends_with(crumbs, next) || g->page->blocks[block + 1].counts.n_words < MIN_CRUMB_WORDS)
        return false;
    return dump_form_has_separator(str_between(crumbs, 0, crumbs.len - next.len));
}

/* ---- the first of two lines ---- */

/* Whether the texts are variants of each other: nearly all words of the shorter one are in the
 * other. */
static bool are_variants(const struct gathering *g, struct str a, struct str b) {
    static const double LEAST_SHARE = 0.8;
    if (a.len > MAX_BYTES || b.len > MAX_BYTES)
        return false;
    struct str key = comparison_key_of(g->arena, a), other = comparison_key_of(g->arena, b);
    return key.len > other.len ? page_names_share(other, key) >= LEAST_SHARE
                               : page_names_share(key, other) >= LEAST_SHARE;
}

/* Whether a line is a sentence of its own: a notice, not a headline. */
static bool is_closed(struct str text) {
    enum dump_ending ending = dump_form_ending(text);
    return ending == DUMP_END_POINT || ending == DUMP_END_COLON || ending == DUMP_END_ARROW;
}

static bool may_be_first(const struct gathering *g, uint32_t first, uint32_t second) {
    struct str text = text_of(g, first);
    uint32_t n_words = g->page->blocks[first].counts.n_words;
    return n_words >= MIN_WORDS && n_words <= MAX_WORDS && !is_closed(text) &&
           likely_at(g, first) >= LEAST_FIRST &&
           likely_at(g, first) >= LEAST_RATIO * likely_at(g, second) &&
           dump_form_start(text) != DUMP_START_QUOTE && !dump_form_has_separator(text) &&
           !is_caption(g, first) && !are_variants(g, text, text_of(g, second));
}

/* Whether a line may separate a headline from its standfirst: it has a date, or says how old the
 * article is. */
static bool is_between(const struct gathering *g, uint32_t block) {
    static const struct str STARTS[] = {STR_INIT("this article is "),
                                        STR_INIT("dieser artikel ist "),
                                        STR_INIT("cet article date "),
                                        STR_INIT("este art\xC3\xAD"
                                                 "culo tiene ")};
    struct str text = text_of(g, block);
    return date_is_possible(text) || str_any(text, STARTS, N_OF(STARTS), str_starts_with_lower);
}

/* The line above `second` of which that is the standfirst, or `second`. */
static uint32_t first_of(const struct gathering *g, uint32_t second) {
    for (uint32_t i = second; i && second - i <= MAX_BETWEEN; i--) {
        if (may_be_first(g, i - 1, second))
            return i - 1;
        if (!is_between(g, i - 1))
            break;
    }
    return second;
}

uint32_t dump_headline_choose(const struct gathering *g, float *likely) {
    uint32_t best = find_likeliest(g, likely);
    if (best == NOWHERE)
        return NOWHERE;
    if (leads_to_next(g, best))
        best++;
    else if (is_caption(g, best))
        best = above_caption(g, best);
    return first_of(g, best);
}
