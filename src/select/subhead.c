/*
 * Keeps headings like kept ones; see subhead.h.
 */
#include "select/subhead.h"

#include "base/hash_table.h"

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
            *below(&kinds, score, i) != (path_of(score, i + 1) | 1))
            continue;
        selection->kept[i] = true;
        selection->rule[i] = "subhead";
    }
}
