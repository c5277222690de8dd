/*
 * The range of blocks around the headline, and what in it belongs to other pages; see window.h.
 */
#include "metadata/window.h"

#include "metadata/comparison_key.h"
#include "metadata/date/date.h"
#include "metadata/date/line_dates.h"

enum {
    BLOCKS_BEFORE = 8,    /* a date or a section may be above the headline, but not a whole menu */
    BLOCKS_AFTER = 30,    /* picture, share bar and table of contents may precede the byline */
    BODY_BLOCKS = 3,      /* after this many paragraphs the article has definitely begun */
    BODY_WORDS = 25,      /* in a paragraph; a standfirst has fewer or is alone */
    MIN_ENTRY_WORDS = 4,  /* in the title of a page that a list links to */
    MAX_DATED_WORDS = 60, /* in an entry's date, perhaps with its title and teaser */
    MAX_DATED = 24,       /* dates compared to find a list of entries; three suffice */
    MIN_DATED = 3,
    MAX_ROW_WORDS = 10,  /* in a row of a table of data, with its day; posts have more */
    MAX_ITEM_LEVELS = 5, /* from a date up to the entry that it is in */
    ENTRY_BLOCKS = 4     /* of an entry: its title, teaser, author and date */
};

/* The required score is low, since a wrong "yes" costs less here than a window that extends into
 * the next part of the page. */
bool window_is_body(const struct gathering *g, uint32_t i) {
    const struct block *block = &g->page->blocks[i];
    return block->counts.n_words >= BODY_WORDS && block->counts.n_stops > 0 &&
           g->score[i] >= 0.25f && block_link_density(block) < 0.4;
}

uint32_t window_first_body(const struct gathering *g) {
    for (uint32_t i = 0; i < g->page->n_blocks; i++)
        if (window_is_body(g, i) && g->score[i] >= 0.5f)
            return i;
    return 0;
}

/* ---- entries ---- */

/* Whether a heading leads to another page: all of it is a link, and it is not the name of an author
 * or a section, a date, or a reply with the page's own headline. */
static bool leads_elsewhere(const struct gathering *g, const struct headline *headline,
                            const struct block *block) {
    struct date date;
    if (block->counts.n_words < MIN_ENTRY_WORDS || block_link_density(block) < 0.9 ||
        comparison_key_contains(comparison_key_of(g->arena, block->text), headline->key))
        return false;
    return !date_find(g->arena, block->text, g->hints, &date, NULL);
}

/* Whether all of a block but its day is a link. */
static bool has_linked_title(const struct gathering *g, const struct block *block) {
    struct date date;
    struct date_span span;
    if (block->counts.n_link_words < MIN_ENTRY_WORDS ||
        !date_find_day(g->arena, block->text, g->hints, &date, &span))
        return false;
    size_t n_rest = comparison_key_count_words(
                        comparison_key_of(g->arena, str_between(block->text, 0, span.first))) +
                    comparison_key_count_words(comparison_key_of(
                        g->arena, str_between(block->text, span.end, block->text.len)));
    return n_rest >= MIN_ENTRY_WORDS && n_rest <= block->counts.n_link_words;
}

static bool has_day(const struct gathering *g, uint32_t block) {
    struct date date;
    return date_find_day(g->arena, g->page->blocks[block].text, g->hints, &date, NULL);
}

/* The first block of the first entry of a list, given the titles of the first two: a date may be
 * above each title. If only the first has one, it is the article's own. */
static uint32_t begin_of_entry(const struct gathering *g, const struct window *window,
                               uint32_t title, uint32_t next) {
    const struct dom_node *nodes = g->page->dom.nodes;
    uint32_t node = g->page->blocks[title].node, second = g->page->blocks[next].first_node;
    while (node && second >= nodes[nodes[node].parent].end)
        node = nodes[node].parent;
    uint32_t first = block_find_from(g->page, node);
    bool is_near = first >= window->head && first + ENTRY_BLOCKS > title;
    for (uint32_t n = 1; is_near && first + n <= title; n++)
        if (has_day(g, title - n) && has_day(g, next - n))
            return first;
    return title; /* perhaps it is an element of the article that has both */
}

/* The end of the smallest element that has both entries, as a block. */
static uint32_t end_of_list(const struct gathering *g, uint32_t first, uint32_t last) {
    const struct dom_node *nodes = g->page->dom.nodes;
    uint32_t node = g->page->blocks[first].node, other = g->page->blocks[last].first_node;
    while (node && other >= nodes[node].end)
        node = nodes[node].parent;
    return block_find_from(g->page, nodes[node].end);
}

/* Finds the entries of a list of pages: headings of one level that lead to other pages, the first
 * of them before the body. */
static void find_entries(const struct gathering *g, const struct headline *headline,
                         struct window *window) {
    const struct dom_node *nodes = g->page->dom.nodes;
    uint32_t first = NOWHERE, second = NOWHERE, last = NOWHERE, h = 0;
    uint8_t tag = 0;
    for (uint32_t i = window->head; i < window->end && (first != NOWHERE || i <= window->body);
         i++) {
        const struct block *block = &g->page->blocks[i];
        while (h < g->n_headings && nodes[g->headings[h]].end <= block->first_node)
            h++;
        if (h == g->n_headings)
            break;
        if (g->headings[h] >= block->first_node || !leads_elsewhere(g, headline, block))
            continue;
        if (first == NOWHERE) {
            first = i;
            tag = nodes[g->headings[h]].tag;
        } else if (nodes[g->headings[h]].tag == tag) {
            second = second == NOWHERE ? i : second;
            last = i;
        }
    }
    if (last == NOWHERE)
        return;
    window->entries = begin_of_entry(g, window, first, second);
    /* An entry that reaches the window's end continues after it, but all are in one element. */
    window->entries_end =
        last + ENTRY_BLOCKS < window->end ? last + ENTRY_BLOCKS : (uint32_t)g->page->n_blocks;
    uint32_t list_end = end_of_list(g, first, last);
    if (window->entries_end > list_end)
        window->entries_end = list_end;
}

bool window_is_of_entry(const struct gathering *g, const struct window *window,
                        const struct candidate *c) {
    if (c->block == NOWHERE && c->node == NOWHERE)
        return false;
    if (g->is_of_things)
        return true;
    if (window->entries == NOWHERE)
        return false;
    if (c->block != NOWHERE)
        return c->block >= window->entries && c->block < window->entries_end;
    const struct block *blocks = g->page->blocks;
    return c->node >= blocks[window->entries].node &&
           c->node < blocks[window->entries_end - 1].end_node;
}

/* A block with a day in it, and the elements around it. */
struct dated_block {
    uint32_t block, up[MAX_ITEM_LEVELS];
    int32_t days;
};

static void read_levels(const struct gathering *g, struct dated_block *out) {
    uint32_t node = g->page->blocks[out->block].node;
    for (int n = 0; n < MAX_ITEM_LEVELS; n++) {
        out->up[n] = node;
        node = g->page->dom.nodes[node].parent;
    }
}

/* The level of the elements of the same kind, side by side, that two dates are in, at the same
 * place in each; MAX_ITEM_LEVELS if they are in none. */
static int level_of_items(const struct gathering *g, const struct dated_block *a,
                          const struct dated_block *b) {
    const struct dom_node *nodes = g->page->dom.nodes;
    for (int n = 0; n < MAX_ITEM_LEVELS; n++) {
        const struct dom_node *x = &nodes[a->up[n]], *y = &nodes[b->up[n]];
        if (x->tag != y->tag)
            break;
        if (a->up[n] != b->up[n] && x->parent == y->parent)
            return n;
        if (x->look != y->look)
            break;
    }
    return MAX_ITEM_LEVELS;
}

static bool are_items(const struct gathering *g, const struct dated_block *a,
                      const struct dated_block *b) {
    return level_of_items(g, a, b) < MAX_ITEM_LEVELS;
}

/* Whether the markup says when the page was published: then other dates matter less. */
static bool is_dated(const struct gathering *g) {
    const struct candidates *list = &g->of[CANDIDATE_PUBLISHED];
    for (size_t i = 0; i < list->n; i++)
        if (list->items[i].source <= SOURCE_META)
            return true;
    return false;
}

/* The blocks from `first` on that have a day, up to `max` of them. */
static size_t find_dated(const struct gathering *g, uint32_t first, struct dated_block *out,
                         size_t max) {
    size_t n = 0;
    for (uint32_t i = first; i < g->page->n_blocks && n < max; i++) {
        const struct block *block = &g->page->blocks[i];
        struct date date;
        if (block->counts.n_words > MAX_DATED_WORDS ||
            !date_find_day(g->arena, block->text, g->hints, &date, NULL))
            continue;
        out[n] = (struct dated_block){.block = i, .days = date_days(&date)};
        read_levels(g, &out[n++]);
    }
    return n;
}

/* Whether a block is the first cell of a row and all of it is a day. */
static bool begins_row(const struct gathering *g, uint32_t i) {
    const struct block *block = &g->page->blocks[i];
    struct date date;
    struct date_span span;
    return (block->tag == DOM_TD || block->tag == DOM_TH) &&
           (i == 0 || (block - 1)->node < g->page->dom.nodes[block->node].parent) &&
           date_find_day(g->arena, block->text, g->hints, &date, &span) && span.first == 0 &&
           span.end == block->text.len;
}

/* Whether two dates begin short rows of one table, of matches or results. (Not of one that says
 * when the page or its versions were published, nor the posts of a thread.) */
static bool are_in_rows(const struct gathering *g, const struct dated_block *a,
                        const struct dated_block *b) {
    uint32_t n_words = 0;
    for (uint32_t i = a->block; i < b->block; i++)
        n_words += g->page->blocks[i].counts.n_words;
    return n_words <= MAX_ROW_WORDS && level_of_items(g, a, b) == 1 && begins_row(g, a->block) &&
           begins_row(g, b->block);
}

/* Finds the entries of a list by their dates, the latest first: of a page of news, of episodes. In
 * the rows of a table they may be in any order. (The posts of a thread are in the other order.) */
static void find_dated_entries(const struct gathering *g, struct window *window) {
    struct dated_block dated[MAX_DATED];
    size_t n = find_dated(g, window->head, dated, N_OF(dated)), start = 0;
    for (size_t i = 1; i <= n; i++) {
        bool goes_on =
            i < n && are_items(g, &dated[i - 1], &dated[i]) &&
            (dated[i].days <= dated[i - 1].days || are_in_rows(g, &dated[i - 1], &dated[i]));
        if (goes_on)
            continue;
        if (i - start >= MIN_DATED && (dated[i - 1].days < dated[start].days ||
                                       are_in_rows(g, &dated[start], &dated[start + 1]))) {
            window->entries = dated[start].block;
            window->entries_end = dated[i - 1].block + 1;
            return;
        }
        start = i;
    }
}

/* Whether the item that has a date at that level is short and has a title that leads to another
 * page, with the date on its line or on another. */
static bool is_teaser(const struct gathering *g, const struct headline *headline,
                      const struct dated_block *dated, int level) {
    uint32_t node = dated->up[level];
    uint32_t first = block_find_from(g->page, node),
             end = block_find_from(g->page, g->page->dom.nodes[node].end);
    for (uint32_t i = first; i < end && end - first <= ENTRY_BLOCKS; i++)
        if (leads_elsewhere(g, headline, &g->page->blocks[i]) ||
            (i == dated->block && has_linked_title(g, &g->page->blocks[i])))
            return true;
    return false;
}

/* Whether a word before a block's date says that something was published or changed then. */
static bool has_label(const struct gathering *g, const struct dated_block *dated) {
    struct str text = g->page->blocks[dated->block].text;
    struct date date;
    struct date_span span;
    return date_find_day(g->arena, text, g->hints, &date, &span) &&
           line_dates_label(g, str_between(text, 0, span.first)) != LABEL_NONE;
}

/* Whether two dates may be a page's own: those between headline and body are, mostly, even if a
 * link is beside them, and those with a label. */
static bool may_be_own(const struct gathering *g, const struct window *window,
                       const struct dated_block *a, const struct dated_block *b) {
    bool is_above_body = window->body < window->end && b->block < window->body;
    return (a->block >= window->head && is_above_body) || has_label(g, a) || has_label(g, b);
}

/* Finds two teasers, with different days, that are side by side. */
static void find_two_teasers(const struct gathering *g, const struct headline *headline,
                             struct window *window) {
    struct dated_block dated[MAX_DATED];
    size_t n = find_dated(g, window->first, dated, N_OF(dated));
    for (size_t i = 1; i < n; i++) {
        int level = level_of_items(g, &dated[i - 1], &dated[i]);
        if (level == MAX_ITEM_LEVELS || dated[i].days == dated[i - 1].days ||
            may_be_own(g, window, &dated[i - 1], &dated[i]) ||
            !is_teaser(g, headline, &dated[i - 1], level) ||
            !is_teaser(g, headline, &dated[i], level))
            continue;
        window->entries = dated[i - 1].block;
        window->entries_end = dated[i].block + 1;
        return;
    }
}

/* ---- window ---- */

/* Sets the range that begins with `start` and whose headline, or what stands for it, ends at
 * `head`; false if no paragraph of the body is in reach. */
static bool set_range(const struct gathering *g, uint32_t start, uint32_t head,
                      struct window *out) {
    uint32_t n = (uint32_t)g->page->n_blocks;
    out->first = start > BLOCKS_BEFORE ? start - BLOCKS_BEFORE : 0;
    out->head = head;
    out->end = head + BLOCKS_AFTER < n ? head + BLOCKS_AFTER : n;
    out->body = out->end;
    uint32_t n_body = 0;
    for (uint32_t i = head; i < out->end; i++) {
        if (!window_is_body(g, i))
            continue;
        if (n_body++ == 0)
            out->body = i;
        if (n_body == BODY_BLOCKS) {
            out->end = i;
            break;
        }
    }
    return n_body > 0;
}

/* Whether the page's headline is shown only as a link to the page itself, in a list below the
 * body. (Of 2915 real pages, the window above the body gives five their author, day or place, and
 * one a word for its place.) */
static bool is_link_below(const struct gathering *g, const struct headline *headline,
                          uint32_t body) {
    return body < headline->first && g->page->dom.n_nodes &&
           block_link_density(&g->page->blocks[headline->first]) > 0.9;
}

void window_find(const struct gathering *g, const struct headline *headline, struct window *out) {
    uint32_t body = window_first_body(g);
    bool is_shown = headline->first != NOWHERE;
    uint32_t start = is_shown ? headline->first : body, head = is_shown ? headline->end : body;
    if (!set_range(g, start, head, out) && is_shown && is_link_below(g, headline, body)) {
        uint32_t above = body > BLOCKS_BEFORE ? body - BLOCKS_BEFORE : 0;
        set_range(g, above, above, out);
    }
    out->headline = headline->key;
    out->entries = out->entries_end = NOWHERE;
    if (headline->first != NOWHERE)
        find_entries(g, headline, out);
    if (out->entries == NOWHERE && g->page->dom.n_nodes && !is_dated(g))
        find_dated_entries(g, out);
    if (out->entries == NOWHERE && g->page->dom.n_nodes && !is_dated(g))
        find_two_teasers(g, headline, out);
}

bool window_has_node(const struct gathering *g, const struct window *window, uint32_t node) {
    if (window->first >= window->end)
        return false;
    const struct block *blocks = g->page->blocks;
    return node >= blocks[window->first].node && node < blocks[window->end - 1].end_node;
}

uint32_t window_find_block(const struct gathering *g, const struct window *window, uint32_t block,
                           uint32_t node) {
    if (block != NOWHERE || node == NOWHERE)
        return block;
    for (uint32_t i = window->first; i < window->end; i++)
        if (g->page->blocks[i].end_node > node)
            return i;
    return NOWHERE;
}

bool window_follows(const struct gathering *g, const struct window *window, struct str text) {
    for (uint32_t i = 0; i < window->first; i++)
        if (str_equals(g->page->blocks[i].text, text))
            return true;
    return false;
}
