/*
 * Chooses the page's headline: on what <title>, JSON-LD and meta elements call the page, and which
 * visible heading agrees with them.
 */
#include "metadata/title.h"

#include "base/ascii.h"
#include "metadata/block_lines.h"
#include "metadata/certainty.h"
#include "metadata/comparison_key.h"
#include "metadata/date.h"
#include "metadata/headings.h"
#include "metadata/title_parts.h"

/* ---- how well a heading fits the page's titles ---- */

/* A title in the forms that are compared: whole, without the site's name, and without what only
 * looks like one. */
struct named {
    struct str text, key;
    struct str own_text, own_key;
    struct str guess_key;
    uint8_t source, rank; /* of the most reliable source */
    double weight;        /* of all sources */
};

struct names {
    struct named items[MAX_CANDIDATES + 1];
    size_t n;
};

static struct named *find_text(struct names *names, struct str text) {
    for (size_t i = 0; i < names->n; i++)
        if (str_equals(names->items[i].text, text))
            return &names->items[i];
    return NULL;
}

/* The same text from several sources is one name, with the sum of their weights and the best
 * rank. */
static bool add_weight(struct names *names, struct str text, enum metadata_source source,
                       unsigned rank) {
    struct named *same = find_text(names, text);
    if (!same)
        return false;
    same->weight += (double)rank / 8.0;
    if (rank > same->rank) {
        same->rank = (uint8_t)rank;
        same->source = (uint8_t)source;
    }
    return true;
}

static void add_name(const struct gathering *g, struct names *names, struct str text,
                     enum metadata_source source, unsigned rank) {
    if (text.len > 2 * HEADINGS_MAX_TITLE_BYTES || add_weight(names, text, source, rank))
        return;
    struct named *named = &names->items[names->n];
    *named = (struct named){.text = text,
                            .key = comparison_key_of(g->arena, text),
                            .source = (uint8_t)source,
                            .rank = (uint8_t)rank,
                            .weight = (double)rank / 8.0};
    named->own_text = title_without_site(g, text, false);
    bool is_whole = named->own_text.len == text.len;
    named->own_key = is_whole ? named->key : comparison_key_of(g->arena, named->own_text);
    named->guess_key =
        is_whole ? comparison_key_of(g->arena, title_without_site(g, text, true)) : named->own_key;
    names->n += named->key.len != 0;
}

static void collect_names(const struct gathering *g, struct names *out) {
    const struct candidates *titles = &g->of[CANDIDATE_TITLE];
    out->n = 0;
    for (size_t i = 0; i < titles->n; i++)
        add_name(g, out, titles->items[i].text, titles->items[i].source, titles->items[i].rank);
    if (g->page->title.len && !gathering_is_unfilled(g->page->title))
        add_name(g, out, g->page->title, SOURCE_TITLE, 5);
}

static bool is_named(const struct heading *heading, const struct named *named) {
    return str_equals(heading->key, named->key) || str_equals(heading->key, named->own_key);
}

/* The share of the heading's words that must also be in a name for the heading to be about the
 * same: more if there are several than for the only one of level 1, which on 136 real pages with as
 * little as 0.3 was right twice as often as the page's name. */
static double least_overlap(const struct heading *heading) {
    return heading->is_only ? 0.3 : 0.6;
}

/* The share of the words of `a` that are also in `b`, 0 to 1. */
static double share_of_words(struct str a, struct str b) {
    size_t n = 0, n_shared = 0;
    for (size_t at = 0; at < a.len; n++)
        n_shared += comparison_key_contains(b, comparison_key_next_word(a, &at));
    return n ? (double)n_shared / (double)n : 0;
}

static double fit_one(const struct heading *heading, const struct named *named) {
    if (is_named(heading, named) || str_equals(heading->key, named->guess_key))
        return 3;
    size_t at = comparison_key_find(named->key, heading->key);
    double share = (double)heading->key.len / (double)named->key.len;
    if (at < named->key.len) /* the page's own name comes first, those of the section and site
                                last */
        return (at == 0 ? 1.5 : 0.7) + share;
    if (comparison_key_contains(heading->key, named->own_key))
        return 1 + (double)named->own_key.len / (double)heading->key.len;
    double overlap = share_of_words(heading->key, named->key);
    return heading->key.len > 15 && overlap >= least_overlap(heading) ? overlap : 0;
}

static double fit_all(const struct heading *heading, const struct names *names) {
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

/* In "Title - Name", if both parts are headings and the name's comes first, the name is that of the
 * site or book. */
static void find_logos(const struct gathering *g, struct headings *headings,
                       const struct names *names) {
    for (size_t i = 0; i < names->n; i++) {
        struct title_split split;
        if (!title_split(names->items[i].text, &split))
            continue;
        const struct heading *own = find_key(headings, comparison_key_of(g->arena, split.head));
        if (!own || own->level > 2)
            continue;
        struct str tail = comparison_key_of(g->arena, split.tail);
        for (struct heading *before = headings->items; before < own; before++)
            before->is_logo |= str_equals(before->key, tail);
    }
}

static bool is_exact(const struct heading *heading, const struct names *names) {
    for (size_t i = 0; i < names->n; i++)
        if (is_named(heading, &names->items[i]))
            return true;
    return false;
}

/* ---- certainty ---- */

/* X(NAME, weight) of a logistic regression on 2,300 real pages with known titles. */
#define CUES(X)                                                                                    \
    X(BIAS, -0.07)                                                                                 \
    X(LEVEL_1, 1.10)     /* a heading of level 1 */                                                \
    X(LESSER, 0.26)      /* another heading */                                                     \
    X(LINE, -0.72)       /* a line that is not a heading */                                        \
    X(BARE, -0.64)       /* nothing that is visible */                                             \
    X(N_SAME, 3.01)      /* number of names that are the same, divided by four */                  \
    X(N_OTHER, -0.88)    /* number of names that are not, divided by four */                       \
    X(TITLE, 1.02)       /* <title> begins with it */                                              \
    X(JSON_LD, -0.62)    /* JSON-LD says the same */                                               \
    X(N_HEADINGS, -0.51) /* number of other headings of level 1, divided by three */               \
    X(SHORT, -0.40)      /* one or two words */                                                    \
    X(RECIPE, 2.36)

enum cue {
#define X(name, weight) CUE_##name,
    CUES(X)
#undef X
        N_CUES
};

static const double CUE_WEIGHTS[N_CUES] = {
#define X(name, weight) weight,
    CUES(X)
#undef X
};

static double up_to(double n, double most) {
    return n < most ? n / most : 1;
}

static void read_names(const struct names *names, struct str key, double cues[N_CUES]) {
    double n_same = 0, n_other = 0;
    for (size_t i = 0; i < names->n; i++) {
        const struct named *named = &names->items[i];
        bool is_same = str_equals(named->key, key) || str_equals(named->own_key, key);
        *(is_same ? &n_same : &n_other) += named->weight;
        if (is_same && named->source == SOURCE_JSON_LD)
            cues[CUE_JSON_LD] = 1;
        if (named->source == SOURCE_TITLE && str_starts_with(named->key, key))
            cues[CUE_TITLE] = 1;
    }
    cues[CUE_N_SAME] = up_to(n_same, 4);
    cues[CUE_N_OTHER] = up_to(n_other, 4);
}

static double judge_certainty(const struct gathering *g, const struct names *names,
                              const struct headings *headings, const struct heading *heading,
                              const struct headline *out) {
    double cues[N_CUES] = {[CUE_BIAS] = 1}, n_more = 0;
    int level = heading ? heading->level : 0;
    cues[level == 0                  ? CUE_BARE
         : level == 1                ? CUE_LEVEL_1
         : level < HEADINGS_NO_LEVEL ? CUE_LESSER
                                     : CUE_LINE] = 1;
    for (size_t i = 0; i < headings->n; i++)
        n_more += headings->items[i].level == 1 && &headings->items[i] != heading;
    cues[CUE_N_HEADINGS] = up_to(n_more, 3);
    cues[CUE_SHORT] = comparison_key_count_words(out->key) <= 2;
    cues[CUE_RECIPE] = g->recipe.len != 0;
    read_names(names, out->key, cues);
    return certainty_of(cues, CUE_WEIGHTS, N_CUES);
}

/* ---- choice ---- */

/* The heading that fits the names best. If the only one of level 1 fits at all, a lower one must
 * equal a name exactly: otherwise it is a section's. */
static const struct heading *best_heading(const struct headings *headings,
                                          const struct names *names, const struct heading *only) {
    const struct heading *chosen = NULL;
    double best = 0, only_fit = only ? fit_all(only, names) : 0;
    for (size_t i = 0; i < headings->n; i++) {
        const struct heading *heading = &headings->items[i];
        if (only_fit > 0 && heading->level > 1 && !is_exact(heading, names))
            continue;
        double fit = heading == only ? only_fit : fit_all(heading, names);
        if (fit > best) {
            best = fit;
            chosen = heading;
        }
    }
    return chosen;
}

static bool is_shortened(struct str text) {
    return str_ends_with(text, STR("...")) || str_ends_with(text, STR("\xE2\x80\xA6"));
}

/* A heading may begin with a kicker, or end with a suffix, that the page's own name does not have:
 * it contains the name. At the end of the heading the name is accepted after a kicker; elsewhere
 * only the one from JSON-LD is, since other names are often shortened. */
static const struct named *inner_name(const struct heading *heading, const struct names *names) {
    for (size_t i = 0; i < names->n; i++) {
        const struct named *named = &names->items[i];
        struct str key = named->own_key;
        if (named->rank < 8 || comparison_key_count_words(key) < 3 || key.len >= heading->key.len ||
            key.len * 5 < heading->key.len * 2 || is_shortened(named->text) ||
            !comparison_key_contains(heading->key, key))
            continue;
        if (str_ends_with(heading->key, key) || named->source == SOURCE_JSON_LD)
            return named;
    }
    return NULL;
}

static const struct named *best_name(const struct names *names) {
    const struct named *best = NULL;
    for (size_t i = 0; i < names->n; i++)
        if (names->items[i].own_key.len && (!best || names->items[i].rank > best->rank))
            best = &names->items[i];
    return best;
}

/* Removes the mark of a link to the heading itself, which manuals show on hover. */
static struct str without_anchor(struct str text) {
    static const struct str MARK = STR_INIT("\xC2\xB6"); /* pilcrow */
    if (str_ends_with(text, MARK))
        text.len -= MARK.len;
    return str_trim(text);
}

/* Removes a date at the start of a heading: "26.04.2024 - Harbour plan approved". */
static struct str without_first_date(const struct gathering *g, struct str text) {
    struct date date;
    struct date_span span;
    if (!ascii_is_digit(text.at[0]) || !date_find(g->arena, text, g->hints, &date, &span) ||
        span.first != 0 || date.day == 0)
        return text;
    if (span.end < text.len && !strchr(" ,:|", text.at[span.end]))
        return text;
    struct str rest = block_lines_trim(str_between(text, span.end, text.len));
    if (str_starts_with(rest, STR(">"))) /* from one to the other */
        return text;
    return comparison_key_count_words(comparison_key_of(g->arena, rest)) >= 3 ? rest : text;
}

/* "Harbour plan approved | Opinion": the first part of the heading, if it equals one of the page's
 * names or the rest is only a word. */
static struct str without_tail(const struct gathering *g, const struct names *names,
                               struct str text) {
    struct title_split split;
    if (!title_split(text, &split) || !split.is_strong)
        return text;
    struct str key = comparison_key_of(g->arena, split.head);
    size_t n_words = comparison_key_count_words(key);
    size_t n_tail = comparison_key_count_words(comparison_key_of(g->arena, split.tail));
    for (size_t i = 0; i < names->n && n_words >= 2; i++)
        if (str_equals(names->items[i].key, key) || str_equals(names->items[i].own_key, key))
            return str_trim(split.head);
    return n_words >= 4 && n_tail <= 1 ? str_trim(split.head) : text;
}

static void take_heading(const struct gathering *g, const struct names *names, struct headline *out,
                         const struct heading *heading) {
    struct str text = without_anchor(title_cut_ends(g, heading->text, false));
    text = without_tail(g, names, without_first_date(g, text));
    out->value = gathering_value(text, SOURCE_HEADING);
    out->key = heading->key;
    out->first = heading->first;
    out->end = heading->end;
}

static void take_name(struct headline *out, const struct named *named) {
    out->value = gathering_value(named->own_text, named->source);
    out->key = named->own_key;
}

/* The part of "Courier: The wall is done" that is on a line of its own: old pages have no
 * headings. */
static struct str shown_part(const struct gathering *g, struct str title) {
    for (uint32_t i = 0; i < g->page->n_blocks; i++) {
        struct str text = g->page->blocks[i].text;
        for (size_t at = 0; at < text.len;) {
            struct str line = str_trim(str_next_line(text, &at));
            if (line.len && line.len < title.len && title_has_main_part(title, line))
                return line;
        }
    }
    return STR_NONE;
}

/* Takes a name that no heading has. What looks like a site's name at its end is removed: always
 * after a bar, after a dash only in <title>, which by convention ends with the site's name. */
static void take_bare_name(const struct gathering *g, struct headline *out,
                           const struct named *named) {
    struct title_split split;
    take_name(out, named);
    struct str shown = shown_part(g, named->own_text);
    if (shown.len) {
        out->value.text = shown;
        out->key = comparison_key_of(g->arena, shown);
        return;
    }
    if (!title_split(named->own_text, &split) ||
        !(split.is_strong || named->source == SOURCE_TITLE))
        return;
    out->value.text = title_without_site(g, named->text, true);
    out->key = named->guess_key;
}

/* A recipe is named after its dish, while the heading may praise it. (With this rule, 47 more of
 * 250 real recipes have the name that is on the page's card of ingredients.) */
static void take_recipe(const struct gathering *g, struct headline *out) {
    struct str text = title_without_site(g, g->recipe, false);
    if (!text.len || text.len > HEADINGS_MAX_TITLE_BYTES)
        return;
    out->value = gathering_value(text, SOURCE_JSON_LD);
    out->key = comparison_key_of(g->arena, text);
}

static void choose(const struct gathering *g, const struct names *names,
                   const struct heading *heading, struct headline *out) {
    const struct named *named = best_name(names);
    if (heading) {
        take_heading(g, names, out, heading);
        const struct named *inner = inner_name(heading, names);
        if (inner)
            take_name(out, inner);
        take_recipe(g, out);
        return;
    }
    if (named)
        take_bare_name(g, out, named);
}

void title_choose(const struct gathering *g, struct headline *out) {
    struct headings *headings = arena_alloc(g->arena, sizeof *headings);
    struct names *names = arena_alloc(g->arena, sizeof *names);
    *out = (struct headline){.first = NOWHERE, .end = NOWHERE};
    headings_collect(g, headings);
    collect_names(g, names);
    find_logos(g, headings, names);
    const struct heading *only = find_only(headings);
    const struct heading *heading = best_heading(headings, names, only);
    const struct named *named = best_name(names);
    if (!heading && !(named && named->rank >= 8))
        heading = only;
    choose(g, names, heading, out);
    if (out->value.text.len)
        out->value.certainty = judge_certainty(g, names, headings, heading, out);
}
