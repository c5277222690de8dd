/*
 * Elements near the headline whose class says what they hold.
 */
#include "metadata_lines.h"

enum {
    MAX_CLASS_BYTES = 160, /* of an element that is named as a byline; more is a biography */
    BLOCKS_BEFORE = 6,     /* above the article's text */
    BLOCKS_BEHIND = 5,     /* and behind its first paragraph: a byline may follow */
    MAX_NODES = 3000       /* of the window: real ones have some hundred */
};

/* Elements within each other often have the same text and the like class. */
static bool is_known(const struct gathering *g, struct str text) {
    const struct candidates *list = &g->of[CANDIDATE_AUTHOR];
    for (size_t i = 0; i < list->n; i++)
        if (list->items[i].source == SOURCE_CLASS && str_equals(list->items[i].text, text))
            return true;
    return false;
}

static void add_authors(struct gathering *g, struct str text, uint32_t node, unsigned rank) {
    if (is_known(g, text))
        return;
    struct candidate *added = gathering_add(g, CANDIDATE_AUTHOR, text, SOURCE_CLASS, rank);
    if (!added)
        return;
    added->group = g->n_groups++;
    added->node = node;
}

struct class_word {
    struct str word;
    unsigned rank;
};

/* Whether the class list has a word that begins or ends with one of an author's. */
static unsigned author_rank(struct str class) {
    static const struct class_word WORDS[] = {
        {STR_INIT("byline"), 7}, {STR_INIT("author"), 6},   {STR_INIT("autor"), 6},
        {STR_INIT("writer"), 5}, {STR_INIT("reporter"), 5}, {STR_INIT("contributor"), 5},
        {STR_INIT("vcard"), 5},  {STR_INIT("byLine"), 7},   {STR_INIT("Author"), 6},
        {STR_INIT("Byline"), 7}, {STR_INIT("creator"), 4},  {STR_INIT("username"), 4}};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (str_find(class, WORDS[i].word) < class.len)
            return WORDS[i].rank;
    return 0;
}

static bool is_date_class(struct str class) {
    static const struct str WORDS[] = {
        STR_INIT("date"),      STR_INIT("Date"),  STR_INIT("publish"), STR_INIT("posted"),
        STR_INIT("timestamp"), STR_INIT("datum"), STR_INIT("fecha")};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (str_find(class, WORDS[i]) < class.len)
            return true;
    return false;
}

static void read_class(struct gathering *g, uint32_t node, struct str class) {
    unsigned rank = author_rank(class);
    if (rank) {
        struct str text = metadata_element_text(g, node, MAX_CLASS_BYTES, STR(" ; "));
        if (text.len)
            add_authors(g, text, node, rank);
    } else if (is_date_class(class)) {
        struct str text = metadata_element_text(g, node, MAX_CLASS_BYTES, STR(" "));
        struct date date;
        struct date_span span;
        if (!text.len || !lines_may_hold_date(text) ||
            !date_find(g->arena, text, g->hints, &date, &span) || date.day == 0)
            return;
        enum date_label label = lines_date_label(g, str_between(text, 0, span.first));
        struct candidate *added =
            gathering_add(g, label == LABEL_UPDATED ? CANDIDATE_MODIFIED : CANDIDATE_PUBLISHED,
                          str_between(text, span.first, span.end), SOURCE_CLASS, 6);
        if (added)
            added->node = node;
    }
}

/* "comment", "comments-list" ...: who wrote them did not write the page. */
static bool is_comment_class(struct str class) {
    size_t at = str_find(class, STR("comment"));
    return at < class.len && (at == 0 || class.at[at - 1] == ' ');
}

void lines_read_classes(struct gathering *g, const struct window *window) {
    const struct dom *dom = &g->page->dom;
    if (!dom->n_nodes || window->first >= window->end)
        return;
    uint32_t from = window->head > BLOCKS_BEFORE ? window->head - BLOCKS_BEFORE : 0;
    uint32_t to =
        window->body + BLOCKS_BEHIND < window->end ? window->body + BLOCKS_BEHIND : window->end;
    if (from < window->first)
        from = window->first;
    if (from >= to)
        return;
    uint32_t first = g->page->blocks[from].first_node;
    uint32_t end = g->page->blocks[to - 1].end_node;
    if (end - first > MAX_NODES)
        end = first + MAX_NODES;
    for (uint32_t i = first; i < end; i++) {
        const struct dom_node *node = &dom->nodes[i];
        if (node->kind != DOM_ELEMENT || node->tag == DOM_BODY || node->tag == DOM_HTML)
            continue;
        struct str class = dom_attribute(node, DOM_ATTR_CLASS);
        if (is_comment_class(class)) {
            i = node->end < end ? node->end - 1 : end;
            continue;
        }
        if (class.len)
            read_class(g, i, class);
    }
}
