/*
 * Keeps headings of kept text; see subhead.h.
 */
#include "select/subhead.h"

#include "base/hash_table.h"
#include "select/ruling.h"

static uint32_t path_of(const struct score *score, size_t i) {
    return score->containers.containers[score->containers.of_block[i]].path;
}

/* Whether block i is a heading directly above kept text. */
static bool is_above_kept(const struct block_page *page, const struct selection *selection,
                          size_t i) {
    return dom_heading_level(page->blocks[i].tag) && selection->kept[i + 1] &&
           !dom_heading_level(page->blocks[i + 1].tag);
}

/* By path of a heading: the path of what is below it. */
struct kinds {
    struct hash_table paths;
    uint32_t *below;
};

static uint32_t *below(struct kinds *kinds, const struct score *score, size_t i) {
    return &kinds->below[hash_table_slot(&kinds->paths, path_of(score, i))];
}

/* Whether block i is such a heading that is not kept, but may be. */
static bool may_keep(const struct block_page *page, const struct score *score,
                     const struct selection *selection, size_t i) {
    const float least = 0.15f; /* above it, 5 in 6 of these headings were content on real pages */
    return !selection->kept[i] && !selection->rule[i] && is_above_kept(page, selection, i) &&
           score->final[i] >= least;
}

/* The table that a cell is in; the block's own element if it is not a cell. */
static uint32_t table_around(const struct dom_node *nodes, const struct block *block) {
    enum { LEVELS = 3 }; /* row, group of rows, table */
    uint32_t node = block->node;
    for (int i = 0; ruling_is_cell(block) && i < LEVELS && nodes[node].tag != DOM_TABLE; i++)
        node = nodes[node].parent;
    return node;
}

/* Whether most of a heading is a link, and not one to its own section. */
static bool leads_elsewhere(const struct dom_node *nodes, const struct block *heading) {
    if (block_link_density(heading) <= 0.5)
        return false;
    for (uint32_t node = heading->first_node; node > heading->node; node = nodes[node].parent)
        if (nodes[node].tag == DOM_A && nodes[node].kind == DOM_ELEMENT)
            return !str_has_byte(dom_attribute(&nodes[node], DOM_ATTR_HREF), '#');
    return true;
}

static const struct container *container_at(const struct score *score, uint32_t node) {
    const struct containers *containers = &score->containers;
    return &containers->containers[containers->of_node[node]];
}

/* The outermost element around heading i that contains no other block. */
static uint32_t around_heading(const struct dom_node *nodes, const struct score *score, size_t i,
                               uint32_t node) {
    while (node && container_at(score, nodes[node].parent)->first_block == i &&
           container_at(score, nodes[node].parent)->end_block == i + 1)
        node = nodes[node].parent;
    return node;
}

/* The outermost element that begins with block i. */
static uint32_t around_text(const struct dom_node *nodes, const struct score *score, size_t i,
                            uint32_t node) {
    while (node && container_at(score, nodes[node].parent)->first_block == i)
        node = nodes[node].parent;
    return node;
}

static bool is_list(uint8_t tag) {
    return tag == DOM_UL || tag == DOM_OL || tag == DOM_DL;
}

/* Whether what is below a heading, in an element beside it, is its section: a list, or a sentence
 * that has a wrapper as the heading may have one. A heading that is wrapped and above a sentence
 * that is not is that of an advertisement as a rule, unless its wrapper is a table, which only gave
 * it a picture or a colour. Of 15 such headings on pages with known text 13 were content. */
static bool heads_section(const struct block_page *page, const struct score *score, size_t i) {
    const struct dom_node *nodes = page->dom.nodes;
    const struct block *heading = &page->blocks[i], *below = heading + 1;
    uint32_t above = around_heading(nodes, score, i, heading->node);
    uint32_t section = around_text(nodes, score, i + 1, below->node);
    if (nodes[above].parent != nodes[section].parent)
        return false;
    if (is_list(nodes[section].tag))
        return above == heading->node;
    return container_is_prose(below) && (section != below->node || nodes[above].tag == DOM_TABLE);
}

/* Whether a heading is directly above a sentence that is certainly kept, or a table, in its own
 * parent, or above a section of its own. Of 25 such headings on real pages, 21 were content; of
 * those above sentences that score less, 10 in 20. */
static bool heads_text(const struct block_page *page, const struct score *score, size_t i) {
    const float least = 0.6f;
    const struct dom_node *nodes = page->dom.nodes;
    const struct block *heading = &page->blocks[i], *below = heading + 1;
    bool is_certain = score->final[i + 1] >= least;
    bool is_text = ruling_is_cell(below) || (container_is_prose(below) && is_certain);
    bool is_beside =
        is_text && nodes[table_around(nodes, below)].parent == nodes[heading->node].parent;
    return dom_heading_level(heading->tag) >= 2 &&
           (is_beside || (is_certain && heads_section(page, score, i))) &&
           !leads_elsewhere(nodes, heading);
}

/* Whether a block shortly before block i is kept. */
static bool follows_kept(const struct selection *selection, size_t i) {
    enum { REACH = 3 };
    for (size_t k = i; k-- > 0 && i - k <= REACH;)
        if (selection->kept[k])
            return true;
    return false;
}

void subhead_keep(const struct block_page *page, const struct score *score,
                  struct selection *selection) {
    size_t first = 0; /* of these headings; most pages have none */
    if (page->dom.n_nodes == 0 || page->n_blocks == 0)
        return;
    while (first + 1 < page->n_blocks && !may_keep(page, score, selection, first))
        first++;
    if (first + 1 == page->n_blocks)
        return;
    struct kinds kinds = {.paths = hash_table(page->arena, 2 * page->n_blocks)};
    kinds.below = arena_alloc_zero(page->arena, kinds.paths.n_slots, sizeof *kinds.below);
    for (size_t i = 0; i + 1 < page->n_blocks; i++)
        if (selection->kept[i] && is_above_kept(page, selection, i))
            *below(&kinds, score, i) = path_of(score, i + 1) | 1;
    for (size_t i = first; i + 1 < page->n_blocks; i++) {
        if (!may_keep(page, score, selection, i) ||
            (*below(&kinds, score, i) != (path_of(score, i + 1) | 1) &&
             !(heads_text(page, score, i) && follows_kept(selection, i))))
            continue;
        selection->kept[i] = true;
        selection->rule[i] = "subhead";
    }
}
