/*
 * Collects the dates that the sources give; see dated.h.
 */
#include "metadata/date/dated.h"

#include "base/ascii.h"
#include "metadata/date/date.h"
#include "metadata/elsewhere.h"
#include "metadata/date/line_dates.h"
#include "metadata/date/other_day.h"

/* Of a line that says when the page was changed: "Last changed on 26 April 2024 by contributors".
 */
enum { MAX_CHANGE_BYTES = 120, MAX_CLIMB = 24 };

static enum family family_of(uint8_t source) {
    switch (source) {
    case SOURCE_TIME:
        return BY_TIME;
    case SOURCE_TEXT:
    case SOURCE_CLASS:
        return BY_TEXT;
    case SOURCE_URL:
        return BY_URL;
    default:
        return BY_MACHINE;
    }
}

/* Dates that programs write when they know none: the epoch, and years before the web; and old dates
 * within a text, where there is no dateline. */
static bool is_placeholder(const struct dated *d) {
    return d->date.year < DATE_FIRST_WEB_YEAR && (d->family != BY_TEXT || d->weight < 5);
}

static bool follows_body(const struct gathering *g, const struct window *window,
                         const struct candidate *c) {
    if (c->block != NOWHERE)
        return c->block >= window->body;
    return window->body < g->page->n_blocks && c->node >= g->page->blocks[window->body].first_node;
}

/* The text of the block that a <time> is in. */
static struct str text_around(const struct gathering *g, const struct candidate *c) {
    uint32_t low = 0, high = (uint32_t)g->page->n_blocks;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (g->page->blocks[middle].end_node <= c->node)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_around = low < g->page->n_blocks &&
                     g->page->blocks[low].first_node < g->page->dom.nodes[c->node].end;
    return is_around ? g->page->blocks[low].text : STR_NONE; /* an empty one is in none */
}

/* Whether a <time> below the text is in a line that says when the page was changed. */
static bool is_of_change(const struct gathering *g, const struct candidate *c) {
    struct date date;
    struct date_span span;
    if (c->source != SOURCE_TIME)
        return false;
    struct str text = text_around(g, c);
    return text.len < MAX_CHANGE_BYTES && date_find(g->arena, text, g->hints, &date, &span) &&
           line_dates_label(g, str_between(text, 0, span.first)) == LABEL_UPDATED;
}

/* Whether a <time> says when something takes place: "When: <time>". */
static bool is_of_event(const struct gathering *g, const struct candidate *c) {
    if (c->source != SOURCE_TIME)
        return false;
    struct str text = text_around(g, c);
    size_t colon = str_find_byte(text, 0, ':');
    return colon < text.len && other_day_follows(g, str_between(text, 0, colon + 1));
}

/* Whether a part of a class ends here, or names the part of an article: "post", "post-header",
 * but not "post-gazette-top". */
static bool ends_own_name(struct str after) {
    static const struct str PARTS[] = {STR_INIT("head"), STR_INIT("meta"), STR_INIT("title"),
                                       STR_INIT("info")};
    if (!after.len || ascii_is_space(after.at[0]))
        return true;
    size_t i = 0;
    while (i < after.len && (after.at[i] == '-' || after.at[i] == '_'))
        i++;
    struct str part = str_between(after, i, after.len);
    return str_any(part, PARTS, N_OF(PARTS), str_starts_with_lower);
}

/* Whether a header is by its class that of an article: "post-header", "entry-header". */
static bool is_named_own(const struct dom_node *header) {
    static const struct str WORDS[] = {STR_INIT("post"), STR_INIT("entry"), STR_INIT("article"),
                                       STR_INIT("story")};
    struct str class = dom_attribute(header, DOM_ATTR_CLASS);
    for (size_t i = 0; i < class.len; i++) {
        struct str rest = str_between(class, i, class.len);
        if (i && ascii_is_letter(class.at[i - 1]))
            continue;
        for (size_t k = 0; k < N_OF(WORDS); k++)
            if (str_starts_with_lower(rest, WORDS[k]) &&
                ends_own_name(str_between(rest, WORDS[k].len, rest.len)))
                return true;
    }
    return false;
}

/* Whether a line is in the site's navigation, or in a header without the headline, which shows the
 * current day. */
static bool is_of_site(const struct gathering *g, const struct window *window, uint32_t block) {
    const struct dom_node *nodes = g->page->dom.nodes;
    if (!g->page->dom.n_nodes || block == NOWHERE || !window->head)
        return false;
    uint32_t headline = g->page->blocks[window->head - 1].first_node;
    uint32_t node = g->page->blocks[block].node;
    for (int n = 0; n < MAX_CLIMB && node; n++, node = nodes[node].parent) {
        if (node <= headline && headline < nodes[node].end)
            return false;
        uint8_t around = nodes[nodes[node].parent].tag;
        bool is_own = around == DOM_ARTICLE || around == DOM_MAIN || /* the article's header */
                      is_named_own(&nodes[node]);
        if (nodes[node].tag == DOM_NAV ||
            (nodes[node].tag == DOM_HEADER && block < window->head && !is_own))
            return true;
    }
    return false;
}

/* Sets the weight of a candidate by where it is; 0 leaves it out. */
static void weigh_place(const struct gathering *g, const struct window *window,
                        const struct candidate *c, struct dated *d) {
    enum elsewhere place = elsewhere_of_candidate(g, window, c);
    bool is_other = c->source == SOURCE_TEXT ? is_of_site(g, window, c->block) : is_of_event(g, c);
    bool is_of_picture = place == ELSEWHERE_PICTURE && d->family == BY_TEXT;
    if (window_is_of_entry(g, window, c) || place == ELSEWHERE_FACTS ||
        place == ELSEWHERE_SOURCES || is_of_picture || is_other) {
        d->weight = 0;
        return;
    }
    if (c->node != NOWHERE && !window_has_node(g, window, c->node))
        d->weight -= 4; /* the date of another article, or of a comment */
    if (!follows_body(g, window, c))
        return;
    if (place == ELSEWHERE_REVIEW || is_of_change(g, c))
        d->weight = 0;
    else if ((place == ELSEWHERE_QUOTE || place == ELSEWHERE_COMMENT) && d->weight > 1)
        d->weight = 1; /* the page's only if there is no other */
}

void dated_collect(const struct gathering *g, const struct window *window, enum candidate_kind kind,
                   struct dateds *out) {
    const struct candidates *list = &g->of[kind];
    out->n = 0;
    for (size_t i = 0; i < list->n; i++) {
        const struct candidate *c = &list->items[i];
        struct dated *d = &out->items[out->n];
        *d = (struct dated){.text = c->text,
                            .weight = c->rank,
                            .source = c->source,
                            .family = (uint8_t)family_of(c->source),
                            .block = c->block,
                            .node = c->node};
        if (!date_read(g->arena, c->text, g->hints, &d->date) || is_placeholder(d))
            continue;
        d->days = date_days(&d->date);
        weigh_place(g, window, c, d);
        if (d->date.day == 0 && d->weight > 0)
            d->weight = 1;
        out->n++;
    }
}

void dated_drop_weightless(struct dateds *list) {
    size_t kept = 0;
    for (size_t i = 0; i < list->n; i++)
        if (list->items[i].weight > 0)
            list->items[kept++] = list->items[i];
    list->n = kept;
}

void dated_settle_order(struct dateds *list) {
    for (size_t i = 0; i < list->n; i++) {
        struct dated *d = &list->items[i];
        if (!d->date.is_swappable)
            continue;
        struct date swapped = date_swapped(d->date);
        int32_t days = date_days(&swapped);
        bool is_confirmed = false, swap_is = false;
        for (size_t k = 0; k < list->n; k++) {
            if (list->items[k].date.is_swappable)
                continue;
            is_confirmed |= list->items[k].days == d->days;
            swap_is |= list->items[k].days == days;
        }
        if (swap_is && !is_confirmed) {
            d->date = swapped;
            d->days = days;
        }
    }
}
