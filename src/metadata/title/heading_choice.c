/*
 * Chooses the heading that is the headline; see heading_choice.h.
 */
#include "metadata/title/heading_choice.h"

#include "metadata/comparison_key.h"
#include "metadata/title/title_parts.h"

enum {
    SECTION_BLOCKS = 2,   /* between the heading of a section and the headline */
    MIN_ENTRIES = 3,      /* that make a list */
    HEADER_BLOCKS = 20,   /* between the breadcrumbs and the headline: menus, buttons */
    MIN_TEXT_WORDS = 20,  /* in a block of text; teasers are shorter */
    MIN_NAME_WORDS = 3,   /* in a heading that is not just a section's */
    MIN_FITTING_WORDS = 5 /* in a lower heading that is chosen in place of that of level 1 */
};

/* ---- how well a heading fits the page's names ---- */

/* The share of the heading's words that must also be in a name for the heading to be about the
 * same: more if there are several than for the only one of level 1, which on 136 real pages with as
 * little as 0.3 was right twice as often as the page's name. */
static double least_overlap(const struct heading *heading) {
    return heading->is_only ? 0.3 : 0.6;
}

static double fit_one(const struct heading *heading, const struct page_name *named) {
    if (page_names_match(named, heading->key) || str_equals(heading->key, named->guess_key))
        return 3;
    size_t at = comparison_key_find(named->key, heading->key);
    double share = (double)heading->key.len / (double)named->key.len;
    if (at < named->key.len) /* the page's own name comes first, those of the section and site
                                last */
        return (at == 0 ? 1.5 : 0.7) + share;
    if (comparison_key_contains(heading->key, named->own_key))
        return 1 + (double)named->own_key.len / (double)heading->key.len;
    double overlap = page_names_share(heading->key, named->key);
    return heading->key.len > 15 && overlap >= least_overlap(heading) ? overlap : 0;
}

static double fit_all(const struct heading *heading, const struct page_names *names) {
    double sum = 0;
    for (size_t i = 0; i < names->n; i++)
        sum += fit_one(heading, &names->items[i]) * names->items[i].weight;
    if (heading->level == 1)
        sum *= 1.3;
    else if (heading->level > 3)
        sum *= 0.8;
    if (heading->is_hidden)
        sum *= 0.8;
    if (heading->is_logo)
        sum *= 0.2;
    return sum;
}

/* Marks the heading of level 1 if there is only one, apart from logos. */
static struct heading *find_only(struct headings *headings) {
    struct heading *only = NULL;
    for (size_t i = 0; i < headings->n; i++) {
        struct heading *heading = &headings->items[i];
        if (heading->level != 1 || heading->is_logo)
            continue;
        if (only && !str_equals(only->key, heading->key))
            return NULL;
        only = only ? only : heading;
    }
    if (only)
        only->is_only = true;
    return only;
}

static const struct heading *find_key(const struct headings *headings, struct str key) {
    for (size_t i = 0; i < headings->n; i++)
        if (str_equals(headings->items[i].key, key))
            return &headings->items[i];
    return NULL;
}

static bool is_in_main(const struct dom *dom, const struct heading *heading) {
    uint32_t node = heading->node == NOWHERE ? 0 : heading->node;
    while (node && dom->nodes[node].tag != DOM_MAIN && dom->nodes[node].tag != DOM_ARTICLE)
        node = dom->nodes[node].parent;
    return node != 0;
}

/* The first heading of level 1 in <main> or <article>, or NULL. */
static const struct heading *find_in_main(const struct dom *dom, const struct headings *headings) {
    for (size_t i = 0; i < headings->n; i++)
        if (headings->items[i].level == 1 && is_in_main(dom, &headings->items[i]))
            return &headings->items[i];
    return NULL;
}

/* In a <title> "Name: Title", if both parts are headings and the name's comes first, the name is
 * that of a series, a number or the site: before another heading of level 1, or above the main
 * content that begins with the title's. */
static void find_series(const struct gathering *g, struct headings *headings) {
    const struct dom *dom = &g->page->dom;
    struct str title = title_cut_ends(g, g->page->title, false);
    size_t at = str_find(title, STR(": "));
    if (at == title.len)
        return;
    struct str name = comparison_key_of(g->arena, str_between(title, 0, at));
    const struct heading *own =
        find_key(headings, comparison_key_of(g->arena, str_between(title, at + 2, title.len)));
    for (struct heading *before = headings->items; own && before < own; before++)
        if (str_equals(before->key, name) && before->level == 1)
            before->is_logo |=
                own->level == 1 || (is_in_main(dom, own) && !is_in_main(dom, before));
}

/* In a <title> "Title - Name", if both parts are headings and the name's comes first, the name is
 * that of the site or book; also if it is above the main content, which has a heading of level 1 in
 * other words than the title. (In og:title, which has no site, it may be "Artist - Song".) */
static void find_logos(const struct gathering *g, struct headings *headings) {
    const struct dom *dom = &g->page->dom;
    struct title_split split;
    if (!title_split(g->page->title, &split))
        return;
    const struct heading *own = find_key(headings, comparison_key_of(g->arena, split.head)),
                         *in_main = find_in_main(dom, headings);
    const struct heading *end = own && own->level <= 2 ? own : headings->items;
    struct str tail = comparison_key_of(g->arena, split.tail);
    for (struct heading *before = headings->items; before < headings->items + headings->n; before++)
        if (str_equals(before->key, tail))
            before->is_logo |= before < end || (in_main && before < in_main && before->level == 1);
}

/* ---- choice ---- */

/* Whether a heading of level 1 has one of the page's names: then a line with another one, which may
 * be a teaser of this page, is not the headline. */
static bool has_named_first(const struct headings *headings, const struct page_names *names) {
    for (size_t i = 0; i < headings->n; i++)
        if (headings->items[i].level == 1 && !headings->items[i].is_logo &&
            page_names_has(names, headings->items[i].key))
            return true;
    return false;
}

/* Whether a name of the page is the heading's text, then the section's, and then more: the site's.
 * Two parts alone may be those of "Artist - Song". */
static bool is_before_section(struct str name, const struct heading *heading,
                              const struct heading *section) {
    struct str rest = title_before_part(name, section->text);
    return rest.len > heading->text.len && str_starts_with(rest, heading->text) &&
           rest.len + section->text.len < name.len &&
           title_has_separator(str_between(rest, heading->text.len, rest.len));
}

/* Whether the only heading of level 1 is the section's, and the one just below it the headline:
 * <h1>News</h1><h2>Harbour plan approved</h2>, with the title "Courier - News - Harbour plan
 * approved", or "Harbour plan approved - News - Courier". */
static bool follows_section(const struct gathering *g, const struct page_names *names,
                            const struct heading *only, const struct heading *heading) {
    if (heading->first < only->end || heading->first > only->end + SECTION_BLOCKS ||
        comparison_key_count_words(heading->key) < 3 || page_names_has(names, only->key) ||
        comparison_key_contains(only->key, heading->key))
        return false;
    for (size_t i = 0; i < names->n; i++) {
        struct str before = title_before_part(names->items[i].text, heading->text);
        if (page_names_share(only->key, comparison_key_of(g->arena, before)) > 0 ||
            is_before_section(names->items[i].text, heading, only))
            return true;
    }
    return false;
}

static bool is_linked(const struct gathering *g, const struct heading *heading) {
    return heading->node != NOWHERE && block_link_density(&g->page->blocks[heading->first]) > 0.9;
}

/* Whether a heading is one of a list's that lead to other pages: all of each is a link, and they
 * look alike. One with exactly the page's name may be its headline, above related pages. */
static bool is_entry(const struct gathering *g, const struct headings *headings,
                     const struct page_names *names, const struct heading *heading) {
    const struct dom_node *nodes = g->page->dom.nodes;
    size_t n_alike = 0;
    if (heading->level == 1 || !is_linked(g, heading) || page_names_has(names, heading->key))
        return false;
    for (size_t i = 0; i < headings->n; i++) {
        const struct heading *other = &headings->items[i];
        n_alike += other->level == heading->level && is_linked(g, other) &&
                   nodes[other->node].look == nodes[heading->node].look;
    }
    return n_alike >= MIN_ENTRIES;
}

/* Whether a line that is not a heading repeats the only heading of level 1, which is above it, with
 * a kicker or the like: a link to the page itself, in a list. It fits the names better than the
 * headline if they have the kicker too. (On 2915 real pages it changes one headline, from "Garber:
 * Rivals ready to duel" to "Rivals ready to duel", which is right.) */
static bool repeats_only(const struct heading *line, const struct heading *only) {
    return line->level == HEADINGS_NO_LEVEL && only && !only->is_logo && only->end <= line->first &&
           comparison_key_count_words(only->key) >= MIN_NAME_WORDS &&
           comparison_key_contains(line->key, only->key);
}

/* Whether a heading has nearly all of its words in one of the page's names, and the only one of
 * level 1, a section's, has few: "Diabetes Centre" above "Panel votes to change rules on drug", in
 * a page with the title "Panel votes to change strict rules on diabetes drug". (On 2915 real pages
 * it changes the headline of this one only, and costs none.) */
static bool fits_instead(const struct heading *heading, const struct heading *only,
                         const struct page_names *names) {
    const double enough = 0.8, few = 0.5;
    bool fits = false;
    for (size_t i = 0; i < names->n; i++) {
        if (page_names_share(only->key, names->items[i].key) >= few)
            return false;
        fits |= page_names_share(heading->key, names->items[i].key) >= enough;
    }
    return fits && heading->level < HEADINGS_NO_LEVEL && heading->first >= only->end &&
           comparison_key_count_words(heading->key) >= MIN_FITTING_WORDS;
}

/* The heading that fits the names best. If the only one of level 1 fits at all, a lower one must
 * equal a name exactly: otherwise it is a section's. */
static const struct heading *best_heading(const struct gathering *g,
                                          const struct headings *headings,
                                          const struct page_names *names,
                                          const struct heading *only) {
    const struct heading *chosen = NULL;
    double best = 0, only_fit = only ? fit_all(only, names) : 0;
    bool is_named = has_named_first(headings, names);
    for (size_t i = 0; i < headings->n; i++) {
        const struct heading *heading = &headings->items[i];
        if ((is_named && heading->level == HEADINGS_NO_LEVEL) || (only && heading->is_logo))
            continue;
        if (only_fit > 0 && heading->level > 1 && !page_names_has(names, heading->key) &&
            !follows_section(g, names, only, heading) && !fits_instead(heading, only, names))
            continue;
        if (is_entry(g, headings, names, heading) || repeats_only(heading, only))
            continue;
        double fit = heading == only ? only_fit : fit_all(heading, names);
        if (fit > best) {
            best = fit;
            chosen = heading;
        }
    }
    return chosen;
}

static bool is_page_title(const struct gathering *g, struct str key) {
    struct str title = g->page->title;
    return str_equals(key, comparison_key_of(g->arena, title_without_site(g, title, false))) ||
           str_equals(key, comparison_key_of(g->arena, title_without_site(g, title, true)));
}

/* Whether a heading is, or ends with, a name of the page that another one is not. */
static bool ends_with_other_name(const struct heading *heading, const struct page_names *names,
                                 const struct heading *other) {
    for (size_t i = 0; i < names->n; i++) {
        const struct page_name *named = &names->items[i];
        if (named->rank >= 8 && comparison_key_count_words(named->own_key) >= 3 &&
            str_ends_with(heading->key, named->own_key) && !page_names_match(named, other->key))
            return true;
    }
    return false;
}

static bool is_text_between(const struct gathering *g, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++)
        if (g->page->blocks[i].counts.n_words >= MIN_TEXT_WORDS)
            return true;
    return false;
}

/* A heading of level 1 that only repeats <title> may be there for search engines, at the end of the
 * breadcrumbs. Then the one that readers see is the next of level 2, and og:title or JSON-LD give
 * it as the page's name. Returns that, or `first`. */
static const struct heading *headline_below(const struct gathering *g,
                                            const struct headings *headings,
                                            const struct page_names *names,
                                            const struct heading *first) {
    if (!first || first->level != 1 || !is_page_title(g, first->key))
        return first;
    for (size_t i = 0; i < headings->n; i++) {
        const struct heading *heading = &headings->items[i];
        if (heading->level == 2 && heading->first >= first->end &&
            heading->first <= first->end + HEADER_BLOCKS &&
            ends_with_other_name(heading, names, first) &&
            !is_text_between(g, first->end, heading->first))
            return heading;
    }
    return first;
}

const struct heading *heading_choose(const struct gathering *g, struct headings *headings,
                                     const struct page_names *names, const struct heading **only) {
    find_logos(g, headings);
    find_series(g, headings);
    *only = find_only(headings);
    return headline_below(g, headings, names, best_heading(g, headings, names, *only));
}
