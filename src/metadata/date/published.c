/*
 * Chooses the day of publication among the dates that the sources give; see published.h.
 */
#include "metadata/date/published.h"

#include "metadata/certainty.h"
#include "metadata/comparison_key.h"
#include "metadata/date/dated.h"
#include "metadata/dump/dump_lines.h"

enum {
    MAX_BASE_WORDS = 8,     /* of a line in the page's header with the current date */
    MAX_RELATIVE_WORDS = 8, /* "Published 3 hours ago by Jane Doe" */
    MAX_LABEL_WORDS = 3,    /* "Last updated on" */
    MAX_DAY_WORDS = 2,      /* "Published yesterday" */
    MAX_DATELINE_WORDS = 40 /* longer blocks were not judged as a line */
};

/* With a lower likelihood, the line is more likely no dateline: of the days with .1 to .2, half are
 * right (cross-validated by site). */
static const double LEAST_DATELINE = 0.1;

/* Of the day of a change as the page's only date. */
static const double CHANGE_CERTAINTY = 0.7;

/* A visible day after the page's last change is that of a future event. */
static void drop_future(struct dateds *list, const struct dateds *modified) {
    int32_t last = INT32_MIN;
    size_t kept = 0;
    for (size_t i = 0; i < modified->n; i++)
        if (modified->items[i].family == BY_MACHINE && modified->items[i].days > last)
            last = modified->items[i].days;
    for (size_t i = 0; i < list->n; i++)
        if (last == INT32_MIN || list->items[i].family == BY_MACHINE ||
            list->items[i].days <= last + 1)
            list->items[kept++] = list->items[i];
    list->n = kept;
}

/* The evidence for a day: the best of each kind, and a little for each further one. */
static double support(const struct dateds *list, int32_t days) {
    double best[N_FAMILIES] = {0}, sum = 0;
    for (size_t i = 0; i < list->n; i++) {
        const struct dated *d = &list->items[i];
        if (d->days != days || d->date.day == 0)
            continue;
        if (d->weight > best[d->family])
            best[d->family] = d->weight;
        sum += 0.1;
    }
    for (int f = 0; f < N_FAMILIES; f++)
        sum += best[f];
    return sum;
}

static const struct dated *best_day(const struct dateds *list) {
    const struct dated *best = NULL;
    double most = 0;
    for (size_t i = 0; i < list->n; i++) {
        double own = support(list, list->items[i].days);
        if (!best || own > most) {
            most = own;
            best = &list->items[i];
        }
    }
    return best;
}

/* Machine-readable dates may be in UTC: the reader's day may be the one before or after, which the
 * visible date or the URL shows. With another offset they are in the site's time. */
static int32_t shown_day(const struct dateds *list, int32_t days) {
    int32_t shown = days;
    for (size_t i = 0; i < list->n; i++) {
        const struct dated *d = &list->items[i];
        if (d->family == BY_MACHINE && d->days == days && d->date.has_offset && d->date.offset)
            return days;
        if ((d->family != BY_TEXT && d->family != BY_URL) || d->weight < 5 || d->date.day == 0)
            continue;
        if (d->days == days)
            return days;
        if (d->days == days - 1 || d->days == days + 1)
            shown = d->days;
    }
    return shown;
}

static int precision(const struct date *date) {
    return (date->month != 0) + (date->day != 0) + 2 * (date->hour >= 0) + date->has_offset;
}

static const struct dated *most_precise(const struct dateds *list, int32_t days) {
    const struct dated *best = NULL;
    for (size_t i = 0; i < list->n; i++) {
        const struct dated *d = &list->items[i];
        if (d->days != days)
            continue;
        if (!best || precision(&d->date) > precision(&best->date) ||
            (precision(&d->date) == precision(&best->date) && d->weight > best->weight))
            best = d;
    }
    return best;
}

static void find_shown(const struct dateds *list, int32_t days, struct published *out) {
    const struct dated *shown = NULL;
    for (size_t i = 0; i < list->n; i++) {
        const struct dated *d = &list->items[i];
        if (d->days == days && d->family == BY_TEXT && (!shown || d->weight > shown->weight))
            shown = d;
    }
    if (shown) {
        out->block = shown->block;
        out->node = shown->node;
    }
}

static void choose_modified(const struct dateds *list, struct published *out) {
    const struct dated *best = best_day(list);
    if (!best || (out->date.year && best->days < date_days(&out->date)))
        return;
    best = most_precise(list, best->days);
    out->modified = best->date;
    out->modified_source = gathering_source_name(best->source);
}

/* The date shown to the reader at the headline, if it is neither the machine-readable day of
 * publication nor a day of change: then the machine-readable one is that of a migration to another
 * system. On real pages such a date was right in 11 cases of 14, and in 7 of the 8 that were more
 * than two days earlier than the machine-readable one. A later day above the headline is the
 * current one. */
static const struct dated *shown_instead(const struct window *window, const struct dateds *list,
                                         const struct dateds *modified, const struct dated *best) {
    const struct dated *shown = NULL;
    for (size_t i = 0; i < list->n; i++) {
        const struct dated *d = &list->items[i];
        if (d->family != BY_TEXT || d->weight < 3 || d->date.day == 0)
            continue;
        if (d->days - best->days >= -1 && d->days - best->days <= 1)
            return best;
        bool is_current = d->days > best->days && d->block < window->head;
        if (!shown && d->source == SOURCE_TEXT && d->weight >= 6 && !is_current)
            shown = d;
    }
    for (size_t i = 0; shown && i < modified->n; i++)
        if (modified->items[i].days - shown->days >= -1 &&
            modified->items[i].days - shown->days <= 1)
            return best;
    return shown ? shown : best;
}

/* ---- days above the article ---- */

/* The <article> or <main> that contains the headline; 0 if none does. */
static uint32_t article_of(const struct gathering *g, const struct window *window) {
    const struct dom_node *nodes = g->page->dom.nodes;
    if (!g->page->dom.n_nodes || !window->head || window->head > g->page->n_blocks)
        return 0;
    uint32_t node = g->page->blocks[window->head - 1].first_node;
    while (node && nodes[node].tag != DOM_ARTICLE && nodes[node].tag != DOM_MAIN)
        node = nodes[node].parent;
    return node;
}

/* Whether a day that the reader sees is in the page's header, or in a box above the article. */
static bool is_before(const struct gathering *g, uint32_t article, const struct dated *d) {
    uint32_t node = d->node;
    if (node == NOWHERE && d->block != NOWHERE)
        node = g->page->blocks[d->block].first_node;
    return (d->family == BY_TIME || d->family == BY_TEXT) && node < article;
}

/* The day at the headline, if that with most evidence is only above the article and later: then it
 * is the current one, or a teaser's. */
static const struct dated *below_instead(const struct gathering *g, const struct window *window,
                                         const struct dateds *list, const struct dated *best) {
    const struct dated *below = NULL;
    uint32_t article = article_of(g, window);
    for (size_t i = 0; article && i < list->n; i++) {
        const struct dated *d = &list->items[i];
        if (d->days == best->days && !is_before(g, article, d))
            return best;
        bool is_dateline = d->source == SOURCE_TEXT && d->weight >= 6 && d->date.day &&
                           d->block >= window->head && d->days < best->days;
        if (is_dateline && (!below || d->weight > below->weight))
            below = d;
    }
    /* "Published 3 May 2024" is neither. */
    bool is_labelled = below && best->family == BY_TEXT && best->weight >= below->weight;
    return below && !is_labelled ? below : best;
}

/* ---- dumps ---- */

/* How likely a line of a dump is the dateline. A day at the start of a paragraph, which is not
 * judged as a line, gets just enough; one in no line, but in the URL, nothing. */
static double line_likely(const struct gathering *g, const struct dated *d) {
    if (d->block == NOWHERE)
        return 0;
    if (g->page->blocks[d->block].counts.n_words > MAX_DATELINE_WORDS)
        return LEAST_DATELINE;
    return (double)dump_lines_likely(g->dump_lines, d->block, DUMP_DATELINE);
}

static const struct dated *likeliest_day(const struct gathering *g, const struct dateds *list,
                                         double *likely) {
    const struct dated *best = NULL;
    *likely = 0;
    for (size_t i = 0; i < list->n; i++) {
        double own = line_likely(g, &list->items[i]);
        if (own > *likely && list->items[i].date.day) {
            *likely = own;
            best = &list->items[i];
        }
    }
    return best;
}

/* The day on a dump's likeliest dateline. If the dump shows when the page was last changed but not
 * when it was published, that is its only day: *from becomes the list that the day comes from. */
static const struct dated *day_of_dump(const struct gathering *g, struct dateds *list,
                                       struct dateds *modified, struct dateds **from) {
    double likely, likely_change;
    const struct dated *best = likeliest_day(g, list, &likely);
    const struct dated *change = likeliest_day(g, modified, &likely_change);
    *from = likely_change > likely ? modified : list;
    likely = likely_change > likely ? likely_change : likely;
    return likely < LEAST_DATELINE ? NULL : *from == modified ? change : best;
}

/* The current day of the page, shown in its header above the headline: the base of "3 hours ago".
 * pith does not use the clock. */
static bool find_base(const struct gathering *g, const struct window *window, struct date *out) {
    for (uint32_t i = 0; i < window->head; i++) {
        const struct block *block = &g->page->blocks[i];
        if (block->counts.n_words <= MAX_BASE_WORDS &&
            date_find_day(g->arena, block->text, g->hints, out, NULL))
            return true;
    }
    return false;
}

static bool is_above(const struct window *window, const struct dated *d) {
    return d->source == SOURCE_TEXT && d->block < window->head;
}

/* Finds a line near the headline that says how long ago. */
static bool find_relative(const struct gathering *g, const struct window *window,
                          struct published *out) {
    struct date base;
    if (g->is_of_things || !find_base(g, window, &base))
        return false;
    for (uint32_t i = window->head; i < window->body && i < window->entries; i++) {
        const struct block *block = &g->page->blocks[i];
        uint32_t most = block->counts.n_digits ? MAX_RELATIVE_WORDS : MAX_DAY_WORDS;
        if (block->counts.n_words > most ||
            !date_find_relative(g->arena, block->text, g->hints, &base, &out->date))
            continue;
        out->source = gathering_source_name(SOURCE_TEXT);
        out->block = i;
        return true;
    }
    return false;
}

/* ---- certainty ---- */

/* X(NAME, weight) of a logistic regression on 1,500 real pages with known dates; of the days with a
 * certainty of .9, as many are right. */
#define CUES(X)                                                                                    \
    X(BIAS, 1.46)                                                                                  \
    X(MACHINE, 0.95) /* machine-readable sources give that day */                                  \
    X(TIME, 0.16)    /* <time> */                                                                  \
    X(SHOWN, 1.00)   /* a line close to the headline */                                            \
    X(FAR, 0.06)     /* or a line further away */                                                  \
    X(URL, 0.98)                                                                                   \
    X(OTHER_MACHINE, -0.56) /* machine-readable sources give another day */                        \
    X(OTHER_SHOWN, -1.30)   /* so does a line close to the headline */                             \
    X(OTHER_TIME, -0.39)                                                                           \
    X(CHANGED, -0.72) /* the page has changed since then */                                        \
    X(VAGUE, 0.00)    /* only a month or year is known */                                          \
    X(OLD, -1.35)     /* before 2000 */                                                            \
    X(ABOVE, 0.04)    /* the headline is below it */                                               \
    X(DUMP, 0.37)                                                                                  \
    X(DUMP_SHOWN, -0.44)

enum cue { CUES(CERTAINTY_CUE) N_CUES };

static const double CUE_WEIGHTS[N_CUES] = {CUES(CERTAINTY_WEIGHT)};

static void read_agreement(const struct dated *d, int32_t days, double cues[N_CUES]) {
    static const uint8_t SAME[N_FAMILIES] = {CUE_MACHINE, CUE_TIME, CUE_SHOWN, CUE_URL};
    static const uint8_t OTHER[N_FAMILIES] = {CUE_OTHER_MACHINE, CUE_OTHER_TIME, CUE_OTHER_SHOWN,
                                              CUE_OTHER_MACHINE};
    bool is_near = d->weight >= 5;
    if (d->days - days >= -1 && d->days - days <= 1)
        cues[d->family == BY_TEXT && !is_near ? CUE_FAR : SAME[d->family]] = 1;
    else if (is_near && d->date.day)
        cues[OTHER[d->family]] = 1;
}

static double judge_certainty(const struct gathering *g, const struct window *window,
                              const struct dateds *list, const struct dateds *modified,
                              const struct published *out) {
    double cues[N_CUES] = {[CUE_BIAS] = 1};
    int32_t days = date_days(&out->date);
    for (size_t i = 0; i < list->n; i++)
        read_agreement(&list->items[i], days, cues);
    for (size_t i = 0; i < modified->n; i++)
        cues[CUE_CHANGED] = cues[CUE_CHANGED] > 0 || modified->items[i].days > days + 1;
    cues[CUE_VAGUE] = out->date.day == 0;
    cues[CUE_OLD] = out->date.year < 2000;
    cues[CUE_ABOVE] = out->block != NOWHERE && out->block < window->head;
    cues[CUE_DUMP] = g->page->dom.n_nodes == 0;
    cues[CUE_DUMP_SHOWN] = cues[CUE_DUMP] * cues[CUE_SHOWN];
    return certainty_of(cues, CUE_WEIGHTS, N_CUES);
}

/* The number of words at the end of a text, back to a line end or a mark between spaces. */
static size_t count_last_words(const struct gathering *g, struct str text) {
    size_t n = 0;
    for (size_t end = text.len; end > 0;) {
        size_t start = end;
        while (start && text.at[start - 1] != ' ' && text.at[start - 1] != '\n')
            start--;
        struct str word = str_between(text, start, end);
        if (word.len && !comparison_key_of(g->arena, word).len)
            break;
        n += word.len > 0;
        if (start && text.at[start - 1] == '\n')
            break;
        end = start ? start - 1 : 0;
    }
    return n;
}

/* Whether nothing but a label like "Last updated on" precedes the day of a change, on its line
 * or in its part of the line. */
static bool has_own_line(const struct gathering *g, const struct dated *d) {
    if (d->family != BY_TEXT || d->weight < 4 || d->block == NOWHERE)
        return false;
    struct str text = g->page->blocks[d->block].text;
    size_t at = str_find(text, d->text);
    return at < text.len && count_last_words(g, str_between(text, 0, at)) <= MAX_LABEL_WORDS;
}

/* A page that says when it was changed but not when it was published: readers take that day as its
 * date. Only if it has a line of its own at the headline, or JSON-LD gives it for an article: meta
 * elements and lines below the text give one for every page of a site. */
static void take_change(const struct gathering *g, const struct dateds *modified,
                        struct published *out) {
    const struct dated *best = best_day(modified);
    bool is_good = false;
    for (size_t i = 0; best && best->date.day && i < modified->n; i++) {
        const struct dated *d = &modified->items[i];
        is_good |= d->days == best->days &&
                   ((d->source == SOURCE_JSON_LD && d->weight >= 9) || has_own_line(g, d));
    }
    if (out->date.year || !is_good)
        return;
    out->is_change = true;
    out->date = most_precise(modified, best->days)->date;
    out->source = "modified";
    out->certainty = CHANGE_CERTAINTY;
}

void published_choose(const struct gathering *g, const struct window *window,
                      struct published *out) {
    struct dateds *list = arena_alloc(g->arena, sizeof *list);
    struct dateds *modified = arena_alloc(g->arena, sizeof *modified);
    *out = (struct published){.block = NOWHERE, .node = NOWHERE};
    dated_collect(g, window, CANDIDATE_PUBLISHED, list);
    dated_collect(g, window, CANDIDATE_MODIFIED, modified);
    dated_settle_order(list); /* those that do not count may confirm it */
    dated_settle_order(modified);
    dated_drop_weightless(list);
    dated_drop_weightless(modified);
    drop_future(list, modified);
    const struct dated *best = best_day(list);
    if (best && best->family == BY_MACHINE)
        best = shown_instead(window, list, modified, best);
    if (best)
        best = below_instead(g, window, list, best);
    if (g->dump_lines)
        best = day_of_dump(g, list, modified, &list);
    if (best) {
        int32_t days = best->family == BY_MACHINE ? shown_day(list, best->days) : best->days;
        best = most_precise(list, days);
        out->date = best->date;
        out->source = gathering_source_name(best->source);
        find_shown(list, days, out);
    }
    if (!best || is_above(window, best)) /* what is above may be the page's own day */
        find_relative(g, window, out);
    if (out->date.year)
        out->certainty = judge_certainty(g, window, list, modified, out);
    choose_modified(modified, out);
    if (!g->dump_lines && !g->is_of_things)
        take_change(g, modified, out);
}
