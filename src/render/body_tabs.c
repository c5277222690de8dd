/*
 * Finds the panels of tabs by their order; see body_tabs.h.
 *
 * Panels name their labels, or labels their panels, in a different way in each system. All systems
 * have as many panels as labels, in the same order, in the next element.
 */
#include "render/body_tabs.h"

#include <stdlib.h>

#include "base/utf8.h"

/* Longer lists are indexes. Each list is examined with a part of the page around it, so both are
 * bounded. */
enum { MOST_TABS = 20, MOST_NODES = 400, MOST_SIBLINGS = 100 };

static const uint32_t NOWHERE = UINT32_MAX;

struct nodes {
    uint32_t at[MOST_TABS];
    size_t n; /* MOST_TABS + 1 if there are more */
};

struct tab {
    uint32_t list; /* node, like panel */
    uint32_t panel;
    uint32_t label;   /* block */
    uint32_t piece;   /* the first one in the panel, or NOWHERE */
    uint32_t section; /* around the panel */
    bool is_said;     /* the panel begins with the label */
    bool is_written;  /* the label is written before the panel */
};

struct tabs {
    struct tab *tabs;
    size_t n, cap;
};

bool body_tabs_may_be(const struct dom_node *element, const struct look *look) {
    return look->may_be_tabs || (dom_has_attribute(element, DOM_ATTR_ROLE) &&
                                 str_equals(dom_attribute(element, DOM_ATTR_ROLE), STR("tablist")));
}

static void add_node(struct nodes *list, uint32_t node) {
    if (list->n < MOST_TABS)
        list->at[list->n] = node;
    list->n += list->n <= MOST_TABS;
}

/* ---- labels and panels ---- */

static bool has_role(const struct dom_node *node, struct str role) {
    return node->kind == DOM_ELEMENT && dom_has_attribute(node, DOM_ATTR_ROLE) &&
           str_equals(dom_attribute(node, DOM_ATTR_ROLE), role);
}

/* The labels in a list: its elements with that role, or else its <li> or <label>. */
static void find_labels(const struct dom_node *nodes, uint32_t list, struct nodes *out) {
    static const struct str TAB = STR_INIT("tab");
    *out = (struct nodes){.n = 0};
    for (uint32_t i = list + 1; i < nodes[list].end;
         i = has_role(&nodes[i], TAB) ? nodes[i].end : i + 1)
        if (has_role(&nodes[i], TAB))
            add_node(out, i);
    for (uint32_t i = out->n ? nodes[list].end : list + 1; i < nodes[list].end; i = nodes[i].end)
        if (nodes[i].kind == DOM_ELEMENT && (nodes[i].tag == DOM_LI || nodes[i].tag == DOM_LABEL))
            add_node(out, i);
}

static bool is_panel(const struct dom_node *node) {
    enum { MOST_BYTES = 300 }; /* of its class */
    static const struct str NAMES[] = {STR_INIT("tab-pane"),   STR_INIT("tabbed-block"),
                                       STR_INIT("tab-panel"),  STR_INIT("tabpanel"),
                                       STR_INIT("tabs-panel"), STR_INIT("tab__content")};
    if (node->kind != DOM_ELEMENT || node->n_attrs == 0)
        return false;
    struct str class = utf8_first(dom_attribute(node, DOM_ATTR_CLASS), MOST_BYTES);
    return has_role(node, STR("tabpanel")) || str_holds_any(class, NAMES, N_OF(NAMES));
}

/* The panels that follow each other from `first` on, and have the same parent; empty elements among
 * them draw lines. */
static void collect_panels(const struct dom_node *nodes, uint32_t first, uint32_t end,
                           struct nodes *out) {
    *out = (struct nodes){.n = 0};
    int left = MOST_SIBLINGS;
    for (uint32_t i = first; i < end && left-- > 0; i = nodes[i].end) {
        if (is_panel(&nodes[i]))
            add_node(out, i);
        else if (nodes[i].kind == DOM_ELEMENT && nodes[i].end > i + 1)
            return;
    }
}

static uint32_t first_element(const struct dom_node *nodes, uint32_t i, uint32_t end) {
    while (i < end && nodes[i].kind != DOM_ELEMENT)
        i = nodes[i].end;
    return i;
}

/* Finds `n` panels after a list: beside it or one of its wrappers, or in the element there. */
static bool find_panels(const struct dom_node *nodes, uint32_t list, size_t n, struct nodes *out) {
    enum { MAX_UP = 3, MAX_DOWN = 2 };
    for (int up = 0; up <= MAX_UP && list && nodes[list].tag != DOM_BODY; up++) {
        uint32_t end = nodes[nodes[list].parent].end, at = nodes[list].end;
        for (int down = 0; down <= MAX_DOWN && at < end; down++) {
            collect_panels(nodes, at, end, out);
            if (out->n == n)
                return true;
            at = first_element(nodes, at, end);
            end = at < end ? nodes[at].end : end;
            at++;
        }
        list = nodes[list].parent;
    }
    return false;
}

/* ---- pieces ---- */

/* The block that is the label of a tab, or n_blocks if there is none: it is short, and ends before
 * the next label, at node `end`. */
static uint32_t label_block(const struct body_tree *tree, uint32_t node, uint32_t end) {
    const uint32_t most = 8; /* words */
    const struct block_page *page = tree->page;
    uint32_t i = block_find_from(page, node);
    const uint8_t unseen = BLOCK_HIDDEN | BLOCK_UNSEEN;
    bool is_label = i < page->n_blocks && !(page->blocks[i].flags & unseen) &&
                    page->blocks[i].first_node < page->dom.nodes[node].end &&
                    page->blocks[i].end_node <= end && page->blocks[i].counts.n_words <= most &&
                    inline_plain(tree->reader.source, i).len;
    return is_label ? i : (uint32_t)page->n_blocks;
}

static void add_tabs(const struct body_tree *tree, uint32_t list, struct tabs *out) {
    const struct dom_node *nodes = tree->page->dom.nodes;
    struct nodes labels, panels;
    if (nodes[list].end - list > MOST_NODES)
        return;
    find_labels(nodes, list, &labels);
    if (labels.n < 2 || labels.n > MOST_TABS || !find_panels(nodes, list, labels.n, &panels))
        return;
    for (size_t i = 0; i < labels.n; i++) {
        uint32_t end = i + 1 < labels.n ? labels.at[i + 1] : nodes[list].end;
        uint32_t block = label_block(tree, labels.at[i], end);
        if (block < tree->page->n_blocks)
            ARENA_PUSH(tree->page->arena, out->tabs, out->n, out->cap) =
                (struct tab){.list = list, .panel = panels.at[i], .label = block};
    }
}

/* Two lists, one in the other, may have the same panels: then the outer one comes first. */
static int by_panel(const void *a, const void *b) {
    const struct tab *x = a, *y = b;
    if (x->panel != y->panel)
        return x->panel < y->panel ? -1 : 1;
    return x->list < y->list ? -1 : x->list > y->list;
}

/* The section around a panel that a piece is in, or NOWHERE if a label has no place there. */
static uint32_t section_around(const struct body_tree *tree, uint32_t piece, uint32_t panel) {
    const struct section *sections = tree->sections;
    uint32_t i = tree->pieces[piece].section;
    while (i && sections[i].node >= panel)
        i = sections[i].parent;
    bool may_hold = section_holds_text(sections[i].kind) && sections[i].kind != SECTION_CELL &&
                    sections[i].kind != SECTION_HEADING && sections[i].kind != SECTION_CODE;
    return may_hold ? i : NOWHERE;
}

/* Finds the first piece of each panel. */
static void find_pieces(const struct body_tree *tree, const struct tabs *tabs) {
    const struct block_page *page = tree->page;
    uint32_t at = 0;
    for (size_t i = 0; i < tabs->n; i++) {
        struct tab *tab = &tabs->tabs[i];
        tab->piece = NOWHERE;
        if (i > 0 && tab[-1].panel == tab->panel)
            continue; /* its labels are in two lists, one in the other */
        while (at < tree->n_pieces && page->blocks[tree->pieces[at].index].first_node < tab->panel)
            at++;
        if (at == tree->n_pieces ||
            page->blocks[tree->pieces[at].index].first_node >= page->dom.nodes[tab->panel].end)
            continue;
        tab->section = section_around(tree, at, tab->panel);
        tab->piece = tab->section == NOWHERE ? NOWHERE : at;
        tab->is_said = page->blocks[tree->pieces[at].index].hash == page->blocks[tab->label].hash;
    }
}

/* Decides which labels are written before their panels, and sets is_label[block] for those that are
 * not written where they are: all of a list with a panel. If there is only one panel, nothing needs
 * to be told apart. */
static void judge_tabs(const struct body_tree *tree, const struct tabs *tabs, uint8_t *is_label) {
    const struct block_page *page = tree->page;
    uint8_t *n_panels = arena_alloc_zero(page->arena, page->dom.n_nodes, 1); /* by list */
    uint8_t *is_kept = arena_alloc_zero(page->arena, page->n_blocks, 1);
    for (size_t i = 0; i < tree->n_pieces; i++)
        is_kept[tree->pieces[i].index] = 1;
    for (size_t i = 0; i < tabs->n; i++)
        if (tabs->tabs[i].piece != NOWHERE)
            n_panels[tabs->tabs[i].list]++;
    for (size_t i = 0; i < tabs->n; i++) {
        struct tab *tab = &tabs->tabs[i];
        is_label[tab->label] |= n_panels[tab->list] > 0;
        tab->is_written = tab->piece != NOWHERE && !tab->is_said &&
                          (n_panels[tab->list] > 1 || is_kept[tab->label]);
    }
}

void body_tabs_place(struct body_tree *tree, const uint32_t *lists, size_t n_lists) {
    struct arena *arena = tree->page->arena;
    struct tabs tabs = {.n = 0};
    for (size_t i = 0; i < n_lists; i++)
        add_tabs(tree, lists[i], &tabs);
    if (tabs.n == 0)
        return;
    qsort(tabs.tabs, tabs.n, sizeof *tabs.tabs, by_panel);
    uint8_t *is_label = arena_alloc_zero(arena, tree->page->n_blocks, sizeof *is_label);
    find_pieces(tree, &tabs);
    judge_tabs(tree, &tabs, is_label);
    struct piece *pieces = arena_alloc(arena, (tree->n_pieces + tabs.n) * sizeof *pieces);
    size_t n = 0, next = 0;
    for (uint32_t i = 0; i < tree->n_pieces; i++) {
        for (; next < tabs.n && (!tabs.tabs[next].is_written || tabs.tabs[next].piece == i); next++)
            if (tabs.tabs[next].is_written)
                pieces[n++] = (struct piece){.index = tabs.tabs[next].label,
                                             .section = tabs.tabs[next].section,
                                             .is_label = true};
        if (!is_label[tree->pieces[i].index])
            pieces[n++] = tree->pieces[i];
    }
    tree->pieces = pieces;
    tree->n_pieces = n;
}
