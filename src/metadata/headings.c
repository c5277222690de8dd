/*
 * Collects the headings of a page; see headings.h.
 */
#include "metadata/headings.h"

#include "base/buffer.h"
#include "metadata/comparison_key.h"
#include "metadata/date.h"
#include "metadata/title_parts.h"

enum {
    MAX_TITLE_WORDS = 60,
    MAX_LESSER = 16,    /* headings below level 1; after the first three they belong to sections */
    MAX_LOGO_NODES = 12 /* of a heading that contains a link to the front page */
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

static void add_heading(const struct gathering *g, struct headings *list, uint32_t block,
                        uint32_t node, int level) {
    const struct block *b = &g->page->blocks[block];
    if (b->text.len > HEADINGS_MAX_TITLE_BYTES)
        return;
    struct str text = gathering_line(g->arena, without_dateline(g, b->text));
    struct heading *last = list->n ? &list->items[list->n - 1] : NULL;
    if (last && node != NOWHERE && last->node == node && last->end == block &&
        last->text.len + text.len <= HEADINGS_MAX_TITLE_BYTES) {
        last->text = join(g->arena, last->text, text);
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
        if (text.len < 12 || text.len * 2 < title.len) /* shorter ones may begin alike by chance */
            continue;
        if (text.len <= title.len + 8 && str_starts_with(title, str_between(text, 0, 12)))
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
