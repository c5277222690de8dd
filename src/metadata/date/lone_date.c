/*
 * Searches a whole page for the line that dates it; see lone_date.h.
 */
#include "metadata/date/lone_date.h"

#include "base/ascii.h"
#include "metadata/elsewhere.h"
#include "metadata/date/line_dates.h"
#include "metadata/author/name.h"
#include "metadata/date/other_day.h"

enum {
    MAX_WORDS = 10,     /* in a line with a date: "Mon 2024-05-06 13:44:00 | 12 notes" */
    MAX_CLIMB = 40,     /* elements up to the footer; real pages are 40 deep */
    MAX_LABEL_WORDS = 3 /* in the line before it: "Published", "Last updated on" */
};

/* The day that lines of one kind give, as long as they agree. */
struct found {
    struct str text;
    uint32_t block;
    int32_t days;
    bool is_known, is_several;
};

struct search {
    struct gathering *g;
    const struct window *window;
    struct found by_label[LABEL_UPDATED + 1];
};

static void note(struct found *found, struct str text, uint32_t block, const struct date *date) {
    int32_t days = date_days(date);
    if (!found->is_known)
        *found = (struct found){.text = text, .block = block, .days = days, .is_known = true};
    else if (found->days != days)
        found->is_several = true;
}

/* Whether the line is in the site's footer, which may say when the site was changed. */
static bool is_in_footer(const struct dom *dom, uint32_t node) {
    for (int n = 0; n < MAX_CLIMB && node != 0; n++, node = dom->nodes[node].parent) {
        if (dom->nodes[node].tag == DOM_ARTICLE)
            return false;
        if (dom->nodes[node].tag == DOM_FOOTER)
            return true;
    }
    return false;
}

/* Whether the line is about something else: a comment, another page, a picture, the site, a copy of
 * the page, or the community that a thread belongs to ("Created 26 April 2008"). */
static bool is_elsewhere(const struct search *s, uint32_t i) {
    const struct candidate here = {.node = NOWHERE, .block = i};
    const struct block *block = &s->g->page->blocks[i];
    if (is_in_footer(&s->g->page->dom, block->node) ||
        str_starts_with_lower(block->text, STR("created")) || line_dates_is_of_copy(block->text))
        return true;
    enum elsewhere place = elsewhere_of_candidate(s->g, s->window, &here);
    return (place != ELSEWHERE_NOT && place != ELSEWHERE_ASIDE && place != ELSEWHERE_CREDIT) ||
           window_is_of_entry(s->g, s->window, &here);
}

/* What the line before says: a label of its own, or a byline. */
static enum date_label label_before(const struct search *s, uint32_t i) {
    struct gathering *g = s->g;
    const struct block *before = i ? &g->page->blocks[i - 1] : NULL;
    if (!before || before->counts.n_words > MAX_WORDS)
        return LABEL_NONE;
    if (name_by_prefix(g->arena, before->text, gathering_languages(g)))
        return LABEL_PUBLISHED;
    bool is_label = before->counts.n_words <= MAX_LABEL_WORDS;
    return is_label ? line_dates_label(g, before->text) : LABEL_NONE;
}

/* Whether a class holds a name that is not part of a longer word: not "unpublished", but
 * "publishedDate". */
static bool has_whole(struct str class, struct str name) {
    for (size_t i = 0; i + name.len <= class.len; i++) {
        size_t end = i + name.len;
        if (str_starts_with(str_between(class, i, class.len), name) &&
            (i == 0 || !ascii_is_alphanumeric(class.at[i - 1])) &&
            (end == class.len || !ascii_is_lower(class.at[end])))
            return true;
    }
    return false;
}

static bool is_named_date(const struct dom_node *node, const struct dom *dom) {
    static const struct str NAMES[] = {STR_INIT("published"), STR_INIT("entry-date"),
                                       STR_INIT("post-date"), STR_INIT("post_date"),
                                       STR_INIT("postdate"),  STR_INIT("date-posted")};
    if (node->kind != DOM_ELEMENT)
        return false;
    for (size_t i = 0; i < N_OF(NAMES); i++)
        if (has_whole(dom->looks[node->look].class, NAMES[i]))
            return true;
    return false;
}

/* Whether block i, or an element within it, has a class that says so: "published",
 * "entry-date". */
static bool has_class(const struct search *s, uint32_t i) {
    const struct dom *dom = &s->g->page->dom;
    const struct block *block = &s->g->page->blocks[i];
    if (!dom->n_nodes)
        return false;
    for (uint32_t node = block->first_node; node < block->end_node; node++)
        if (is_named_date(&dom->nodes[node], dom))
            return true;
    uint32_t up = block->first_node;
    while (up > block->node && !is_named_date(&dom->nodes[up], dom))
        up = dom->nodes[up].parent;
    return is_named_date(&dom->nodes[up], dom);
}

static void read_block(struct search *s, uint32_t i) {
    struct gathering *g = s->g;
    struct str text = g->page->blocks[i].text;
    struct date date;
    struct date_span span;
    if (!date_find_day(g->arena, text, g->hints, &date, &span) || is_elsewhere(s, i))
        return;
    if (other_day_follows(g, str_between(text, 0, span.first)))
        return;
    enum date_label label = line_dates_label(g, str_between(text, 0, span.first));
    if (label == LABEL_NONE)
        label = label_before(s, i);
    if (label == LABEL_NONE && has_class(s, i))
        label = LABEL_PUBLISHED;
    note(&s->by_label[label], str_between(text, span.first, span.end), i, &date);
}

void lone_date_read(struct gathering *g, const struct window *window) {
    static const enum date_label ORDER[] = {LABEL_PUBLISHED, LABEL_UPDATED};
    struct search s = {.g = g, .window = window};
    if (g->of[CANDIDATE_PUBLISHED].n || g->of[CANDIDATE_MODIFIED].n || g->is_of_things)
        return;
    for (uint32_t i = 0; i < g->page->n_blocks; i++)
        if (g->page->blocks[i].counts.n_words <= MAX_WORDS)
            read_block(&s, i);
    for (size_t k = 0; k < N_OF(ORDER); k++) {
        const struct found *found = &s.by_label[ORDER[k]];
        if (found->is_known && !found->is_several)
            line_dates_add(g, found->text, ORDER[k], found->block, 3);
        if (found->is_known)
            return;
    }
}
