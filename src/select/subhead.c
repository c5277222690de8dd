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

/* Whether a heading is directly above a sentence that is certainly kept, or a table, in its own
 * parent. Of 25 such headings on real pages, 21 were content; of those above sentences that score
 * less, 10 in 20. */
static bool heads_text(const struct block_page *page, const struct score *score, size_t i) {
    const float least = 0.6f;
    const struct dom_node *nodes = page->dom.nodes;
    const struct block *heading = &page->blocks[i], *below = heading + 1;
    bool is_text =
        ruling_is_cell(below) || (container_is_prose(below) && score->final[i + 1] >= least);
    return is_text && dom_heading_level(heading->tag) >= 2 &&
           nodes[table_around(nodes, below)].parent == nodes[heading->node].parent &&
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
