/*
 * The page's headline: what <title>, JSON-LD and meta elements call the page, and which heading
 * a reader sees say the same.
 */
#include "metadata/title.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "metadata/block_lines.h"
#include "metadata/comparison_key.h"
#include "metadata/date.h"
#include "metadata/title_parts.h"

enum {
    MAX_TITLE_WORDS = 60,
    NO_LEVEL = 7,          /* of a block that says the title and is no heading */
    MAX_LESSER = 16,       /* headings below level 1, of which a section's comes after three */
    MAX_HEADINGS = 48,     /* compared with the titles; the headline is never further down */
    MAX_TITLE_BYTES = 400, /* a heading longer than this is no headline */
    MAX_LOGO_NODES = 12,   /* of a heading, among which a link to the front page stands */
};

/* ---- the headings ---- */

struct heading {
    uint32_t node;       /* the heading's element, or NOWHERE */
    uint32_t first, end; /* its blocks */
    struct str text, key;
    uint8_t level; /* 1 to 6; 7: no heading, but its text is the title's */
    bool is_hidden;
    bool is_logo; /* the site's name, or a link to its front page */
    bool is_only; /* of level 1 without another but logos */
};

struct headings {
    struct heading items[MAX_HEADINGS];
    size_t n;
};

static struct str join(struct arena *arena, struct str a, struct str b) {
    struct buffer out;
    buffer_init(&out, arena);
    buffer_append(&out, a);
    buffer_append_byte(&out, ' ');
    buffer_append(&out, b);
    return buffer_str(&out);
}

/* The heading's text without the lines from the first one on that has a date: <h1>Harbour plan<br>
 * <small>3 May 2024</small></h1>. */
static struct str without_dateline(const struct gathering *g, struct str text) {
    size_t at = str_find_byte(text, 0, '\n');
    while (at < text.len) {
        size_t next = at + 1;
        struct str line = str_next_line(text, &next);
        struct date date;
        if (date_find(g->arena, line, g->hints, &date, NULL) && date.day)
            return str_between(text, 0, at);
        at = str_find_byte(text, at + 1, '\n');
    }
    return text;
}

/* Whether an address is that of a site's front page: "/", "https://example.org/". */
static bool is_front_page(struct str address) {
    size_t scheme = str_find(address, STR("://"));
    if (scheme == address.len)
        return str_equals(address, STR("/")) || str_equals(address, STR("./"));
    struct str rest = str_between(address, scheme + 3, address.len);
    const char *slash = memchr(rest.at, '/', rest.len);
    return !memchr(rest.at, '?', rest.len) && (!slash || slash + 1 == rest.at + rest.len);
}

/* Whether the heading, or an element close around it, is a link to the site's front page. */
static bool leads_home(const struct dom *dom, uint32_t heading) {
    uint32_t end = dom->nodes[heading].end, node = heading;
    for (int up = 0; up < 2 && node; up++) {
        node = dom->nodes[node].parent;
        if (dom->nodes[node].tag == DOM_A)
            return is_front_page(dom_attribute(&dom->nodes[node], DOM_ATTR_HREF));
    }
    for (uint32_t i = heading + 1; i < end && i < heading + MAX_LOGO_NODES; i++)
        if (dom->nodes[i].tag == DOM_A)
            return is_front_page(dom_attribute(&dom->nodes[i], DOM_ATTR_HREF));
    return false;
}

static void add_heading(const struct gathering *g, struct headings *list, uint32_t block,
                        uint32_t node, int level) {
    const struct block *b = &g->page->blocks[block];
    if (b->text.len > MAX_TITLE_BYTES)
        return;
    struct str text = gathering_line(g->arena, without_dateline(g, b->text));
    struct heading *last = list->n ? &list->items[list->n - 1] : NULL;
    if (last && node != NOWHERE && last->node == node && last->end == block &&
        last->text.len + text.len <= MAX_TITLE_BYTES) {
        last->text = join(g->arena, last->text, text);
        last->end = block + 1;
        last->key = comparison_key_of(g->arena, last->text);
        return;
    }
    if (list->n == MAX_HEADINGS)
        return;
    struct heading heading = {.node = node,
                              .first = block,
                              .end = block + 1,
                              .text = text,
                              .key = comparison_key_of(g->arena, text),
                              .level = (uint8_t)level,
                              .is_hidden = (b->flags & BLOCK_HIDDEN) != 0};
    heading.is_logo =
        title_key_names_site(g, heading.key) ||
        (level == 1 && block_link_density(b) > 0.9 && leads_home(&g->page->dom, node));
    if (heading.key.len)
        list->items[list->n++] = heading;
}

/* Whether the block's text begins like one of the titles and has about its length; a heading may
 * also have one within. */
static bool says_title(const struct gathering *g, const struct block *block, bool is_heading) {
    const struct candidates *titles = &g->of[CANDIDATE_TITLE];
    struct str text = block->text;
    for (size_t i = 0; i < titles->n; i++) {
        struct str title = titles->items[i].text;
        if (text.len < 12 || text.len * 2 < title.len) /* shorter ones begin by chance alike */
            continue;
        if (text.len <= title.len + 8 && str_starts_with(title, str_between(text, 0, 12)))
            return true;
        if (is_heading && text.len < 3 * title.len && str_holds(text, title))
            return true;
    }
    return false;
}

/* All headings of level 1 that there is room for, and the first of the lesser ones, which head the
 * sections of a page further down. */
static void collect_headings(const struct gathering *g, struct headings *out) {
    const struct block_page *page = g->page;
    size_t n_lesser = 0, h = 0;
    out->n = 0;
    for (uint32_t i = 0; i < page->n_blocks; i++) {
        const struct block *block = &page->blocks[i];
        while (h < g->n_headings && page->dom.nodes[g->headings[h]].end <= block->first_node)
            h++;
        bool is_heading = h < g->n_headings && g->headings[h] < block->first_node;
        if (block->counts.n_words > MAX_TITLE_WORDS)
            continue;
        uint32_t node = is_heading ? g->headings[h] : NOWHERE;
        int level = is_heading ? dom_heading_level(page->dom.nodes[node].tag) : NO_LEVEL;
        bool is_said = level != 1 && says_title(g, block, is_heading);
        if (!is_heading && !is_said)
            continue;
        if (level != 1 && !is_said && n_lesser++ >= MAX_LESSER)
            continue;
        add_heading(g, out, i, node, level);
    }
}

/* ---- how well a heading fits what the page calls itself ---- */

/* A title as compared: whole, without the site's name, and without what only looks like one. */
struct named {
    struct str text, key;
    struct str own_text, own_key;
    struct str guess_key;
    uint8_t source, rank; /* of the most trusted source that gives it */
    double weight;        /* of all of them */
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

/* The same text from several sources is one name, with the weight of all and the best's rank. */
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
    if (text.len > 2 * MAX_TITLE_BYTES || add_weight(names, text, source, rank))
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

/* The share of the heading's words that must be a name's for the heading to be about the same: of
 * several more than of the only one of level 1, which on 136 real pages with as little as 0.3 was
 * the truth twice as often as the page's name. */
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
    if (at < named->key.len) /* the page's own name comes first, the section's and site's last */
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

/* Marks the one heading of level 1 that is no logo, where there is but one. */
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

/* Of "Title - Name", where both parts are headings and the name's stands first, the name is that of
 * the site or the book. */
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

/* ---- the choice ---- */

/* The heading that fits the names best. Beside an only one of level 1 that fits at all, a lesser
 * one must be a name to the letter: else it heads a section. */
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

/* A heading may begin with a kicker, or end with a tail, that the page's own name does not have:
 * the name stands within it. At the end a kicker has gone before it; at the start only JSON-LD is
 * believed, since other names are often shortened. */
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

/* Without the mark of a link to the heading itself, which manuals show when it is pointed at. */
static struct str without_anchor(struct str text) {
    static const struct str MARK = STR_INIT("\xC2\xB6"); /* pilcrow */
    if (str_ends_with(text, MARK))
        text.len -= MARK.len;
    return str_trim(text);
}

/* Without the date that a heading begins with: "26.04.2024 - Harbour plan approved". */
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

/* "Harbour plan approved | Opinion": the heading's own head, where one of the page's names is just
 * that or the tail is a word or two. */
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

/* The part of "Courier: The wall is done" that stands on a line of its own: old pages have no
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

/* A name that no heading says: what looks like a site's name at its end goes too, behind a stroke
 * always, behind a dash only in <title>, which a site's name closes by custom. */
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

/* A recipe is known by its dish, where the heading may add what it is good for. (With it 47 of 250
 * real recipes more have the name that the page's card of ingredients has.) */
static void take_recipe(const struct gathering *g, struct headline *out) {
    struct str text = title_without_site(g, g->recipe, false);
    if (!text.len || text.len > MAX_TITLE_BYTES)
        return;
    out->value = gathering_value(text, SOURCE_JSON_LD);
    out->key = comparison_key_of(g->arena, text);
}

void title_choose(const struct gathering *g, struct headline *out) {
    struct headings *headings = arena_alloc(g->arena, sizeof *headings);
    struct names *names = arena_alloc(g->arena, sizeof *names);
    *out = (struct headline){.first = NOWHERE, .end = NOWHERE};
    collect_headings(g, headings);
    collect_names(g, names);
    find_logos(g, headings, names);
    const struct heading *only = find_only(headings);
    const struct heading *heading = best_heading(headings, names, only);
    const struct named *named = best_name(names);
    if (!heading && !(named && named->rank >= 8))
        heading = only;
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
