/*
 * Collects the headings of a page; see headings.h.
 */
#include "metadata/title/headings.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "metadata/block_lines.h"
#include "metadata/comparison_key.h"
#include "metadata/date/date.h"
#include "metadata/title/title_parts.h"

enum {
    MAX_TITLE_WORDS = 60,
    MAX_LESSER = 16,     /* headings below level 1; after the first three they belong to sections */
    MAX_LOGO_NODES = 12, /* of a heading that contains a link to the front page */
    ALIKE_BYTES = 12,    /* at the start of a block and a title; shorter ones may begin alike by
                            chance */
    MIN_SMALL = 4,       /* small letters before a capital between two elements: "PlayStation" has
                            three */
    MIN_REPEATED = 4,    /* words that are a heading twice */
    MAX_PARTS = 4,       /* "Title | Section | News | Site" */
    MAX_MORE_BYTES = 8   /* that the block has after the title: a mark, a word */
};

static struct str join(struct arena *arena, struct str a, struct str b) {
    struct buffer out;
    buffer_init(&out, arena);
    buffer_append(&out, a);
    buffer_append_byte(&out, ' ');
    buffer_append(&out, b);
    return buffer_str(&out);
}

/* The heading's text up to the first line with a date: <h1>Harbour plan<br> <small>3 May
 * 2024</small></h1>. */
static struct str without_dateline(const struct gathering *g, struct str text) {
    size_t at = str_find_byte(text, 0, '\n');
    while (at < text.len) {
        size_t next = at + 1;
        struct str line = str_next_line(text, &next);
        struct date date;
        if (date_find_day(g->arena, line, g->hints, &date, NULL))
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

/* Whether the heading, or an element close around it, links to the site's front page. */
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

/* Whether the heading is in the site's navigation: the name of a part of a manual. */
static bool is_in_navigation(const struct dom *dom, uint32_t heading) {
    enum { MAX_CLIMB = 8 };
    uint32_t node = heading;
    for (int up = 0; up < MAX_CLIMB && node && dom->nodes[node].tag != DOM_NAV; up++)
        node = dom->nodes[node].parent;
    return dom->nodes[node].tag == DOM_NAV;
}

/* Whether an element within a heading is not part of it: a subtitle in small print, or what only
 * screen readers read out ("Collection:"). */
static bool is_aside(const struct dom *dom, uint32_t i) {
    static const struct str CLASSES[] = {STR_INIT("visually-hidden"), STR_INIT("visuallyhidden"),
                                         STR_INIT("sr-only"), STR_INIT("screen-reader-text")};
    const struct dom_node *node = &dom->nodes[i];
    if (node->kind != DOM_ELEMENT)
        return false;
    struct str class = dom->looks[node->look].class;
    for (size_t k = 0; k < N_OF(CLASSES) && class.len; k++)
        if (gathering_has_word(class, CLASSES[k]))
            return true;
    return node->tag == DOM_SMALL;
}

/* The text of a heading's block, whose nodes begin at `first`, without such elements; unchanged if
 * there are none with a word in them, or nothing else. */
static struct str without_asides(const struct gathering *g, uint32_t first,
                                 const struct block *block) {
    const struct dom *dom = &g->page->dom;
    struct buffer kept, left_out;
    buffer_init(&kept, g->arena);
    buffer_init(&left_out, g->arena);
    for (uint32_t i = first, end = 0; i < block->end_node; i++) {
        const struct dom_node *node = &dom->nodes[i];
        if (i >= end && is_aside(dom, i))
            end = node->end;
        struct buffer *out = i < end ? &left_out : &kept;
        if (node->kind == DOM_TEXT)
            dom_append_text(out, node);
        else if (node->tag == DOM_BR)
            buffer_append_byte(out, '\n');
    }
    struct str text = buffer_str(&kept);
    bool has_both = comparison_key_of(g->arena, text).len &&
                    comparison_key_of(g->arena, buffer_str(&left_out)).len;
    return has_both ? text : block->text;
}

/* The block's text without what is not part of it: a link to the heading itself ("#", "Link"),
 * "[edit]". */
static struct str without_left_out(const struct gathering *g, const struct block *block) {
    struct buffer out;
    size_t at = 0;
    buffer_init(&out, g->arena);
    for (size_t i = 0; i < block->n_marks; i++) {
        const struct block_mark *mark = &g->page->marks[block->first_mark + i];
        if (mark->kind != INLINE_LEFT_OUT || mark->start < at)
            continue;
        buffer_append(&out, str_between(block->text, at, mark->start));
        at = mark->end;
    }
    buffer_append(&out, str_between(block->text, at, block->text.len));
    return at ? buffer_str(&out) : block->text;
}

/* ---- kickers ---- */

/* Whether one of the page's names has the text. */
static bool is_in_names(const struct gathering *g, struct str text) {
    const struct candidates *titles = &g->of[CANDIDATE_TITLE];
    for (size_t i = 0; i < titles->n; i++)
        if (str_holds(titles->items[i].text, text))
            return true;
    return str_holds(g->page->title, text);
}

/* Whether two elements touch at text.at[i]: small letters, then a capital. */
static bool is_seam(struct str text, size_t i) {
    size_t first = i;
    while (first && ascii_is_lower(text.at[first - 1]))
        first--;
    return i - first >= MIN_SMALL && ascii_is_upper(text.at[i]);
}

/* Where the second element's text begins in a heading of which the first element's text touches it:
 * <b>Traffic</b><b>Ferry stopped</b>; 0 if there is no such place, or if the page's names have the
 * letters around it too. */
static size_t find_seam(const struct gathering *g, uint32_t first, const struct block *block) {
    const struct dom *dom = &g->page->dom;
    struct buffer out;
    buffer_init(&out, g->arena);
    for (uint32_t i = first; i < block->end_node; i++) {
        const struct dom_node *node = &dom->nodes[i];
        size_t at = out.len;
        if (node->kind == DOM_TEXT)
            dom_append_text(&out, node);
        struct str text = buffer_str(&out);
        if (!at || at >= text.len || !is_seam(text, at))
            continue;
        bool is_same = str_starts_with(block->text, text);
        return is_same && !is_in_names(g, str_between(text, at - MIN_SMALL, at + 1)) ? at : 0;
    }
    return 0;
}

/* The text of a heading's block without a kicker that touches the headline; with a space between
 * them if the page's names have both. */
static struct str part_kicker(const struct gathering *g, uint32_t first,
                              const struct block *block) {
    size_t seam = find_seam(g, first, block);
    struct str kicker = str_between(block->text, 0, seam);
    struct str rest = str_between(block->text, seam, block->text.len);
    if (!seam || !is_in_names(g, rest))
        return block->text;
    return is_in_names(g, kicker) ? join(g->arena, kicker, rest) : rest;
}

/* The text of a block of heading `node`; `before` is the end of the block before it, or 0. */
static struct str text_of_block(const struct gathering *g, uint32_t node, uint32_t before,
                                const struct block *block) {
    uint32_t first = before > node ? before : node + 1, i = first;
    if (node == NOWHERE)
        return without_left_out(g, block);
    while (i < block->end_node && !is_aside(&g->page->dom, i))
        i++;
    bool has_aside = i < block->end_node;
    struct str text = has_aside ? without_asides(g, first, block) : part_kicker(g, first, block);
    return text.at == block->text.at ? without_left_out(g, block) : text;
}

/* ---- said twice ---- */

/* Whether a whole part of one of the page's names, between marks that set it apart, equals a key.
 */
static bool is_part_of_names(const struct gathering *g, struct str key) {
    const struct candidates *titles = &g->of[CANDIDATE_TITLE];
    for (size_t i = 0; i <= titles->n; i++) {
        struct str name = i < titles->n ? titles->items[i].text : g->page->title;
        struct title_split split = {.head = name};
        if (str_equals(comparison_key_of(g->arena, name), key))
            return true;
        for (int n = 0; n < MAX_PARTS && title_split(name, &split); n++, name = split.head)
            if (str_equals(comparison_key_of(g->arena, split.head), key) ||
                str_equals(comparison_key_of(g->arena, split.tail), key))
                return true;
    }
    return false;
}

/* Whether a heading that consists of this text twice says it for two widths of a screen, or by
 * mistake. Names such as "Walla Walla" and "New York, New York" have fewer words; a text of few
 * words is taken once only if the page's names have it so. */
static bool is_repeated(const struct gathering *g, struct str text, struct str twice) {
    struct str key = comparison_key_of(g->arena, text);
    size_t n_words = comparison_key_count_words(key);
    return n_words >= MIN_REPEATED || (n_words > 1 && is_part_of_names(g, key) &&
                                       !is_part_of_names(g, comparison_key_of(g->arena, twice)));
}

static struct str said_once(const struct gathering *g, struct str text) {
    struct str once = block_lines_once(text);
    return once.len < text.len && is_repeated(g, once, text) ? once : text;
}

static void add_heading(const struct gathering *g, struct headings *list, uint32_t block,
                        uint32_t node, int level) {
    const struct block *b = &g->page->blocks[block];
    if (b->text.len > HEADINGS_MAX_TITLE_BYTES)
        return;
    struct heading *last = list->n ? &list->items[list->n - 1] : NULL;
    bool is_rest = last && node != NOWHERE && last->node == node && last->end == block;
    struct str whole = text_of_block(g, node, block ? g->page->blocks[block - 1].end_node : 0, b);
    struct str text = said_once(g, gathering_line(g->arena, without_dateline(g, whole)));
    if (is_rest && b->tag == DOM_BUTTON) /* "Copy the link" */
        return;
    if (is_rest && last->text.len + text.len <= HEADINGS_MAX_TITLE_BYTES) {
        last->text = said_once(g, join(g->arena, last->text, text));
        last->end = block + 1;
        last->key = comparison_key_of(g->arena, last->text);
        return;
    }
    if (list->n == HEADINGS_MOST)
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
        (node != NOWHERE && level > 1 && is_in_navigation(&g->page->dom, node)) ||
        (level == 1 && block_link_density(b) > 0.9 && leads_home(&g->page->dom, node));
    if (heading.key.len)
        list->items[list->n++] = heading;
}

/* Whether the block's text begins like one of the titles and has about its length; a heading may
 * also contain one. */
static bool says_title(const struct gathering *g, const struct block *block, bool is_heading) {
    const struct candidates *titles = &g->of[CANDIDATE_TITLE];
    struct str text = block->text;
    for (size_t i = 0; i < titles->n; i++) {
        struct str title = titles->items[i].text;
        if (text.len < ALIKE_BYTES || text.len * 2 < title.len)
            continue;
        if (text.len <= title.len + MAX_MORE_BYTES &&
            str_starts_with(title, str_between(text, 0, ALIKE_BYTES)))
            return true;
        if (is_heading && text.len < 3 * title.len && str_holds(text, title))
            return true;
    }
    return false;
}

void headings_collect(const struct gathering *g, struct headings *out) {
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
        int level = is_heading ? dom_heading_level(page->dom.nodes[node].tag) : HEADINGS_NO_LEVEL;
        bool is_said = level != 1 && says_title(g, block, is_heading);
        if (!is_heading && !is_said)
            continue;
        if (level != 1 && !is_said && n_lesser++ >= MAX_LESSER)
            continue;
        add_heading(g, out, i, node, level);
    }
}
