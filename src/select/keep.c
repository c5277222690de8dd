/*
 * Keeps the blocks of chosen elements; see keep.h.
 */
#include "select/keep.h"

bool keep_chosen(const struct block_page *page, struct selection *selection) {
    if (!page->chosen)
        return false;
    bool is_any = false;
    /* upto[i]: the number of chosen nodes before node i. */
    uint32_t *upto = arena_alloc_zero(page->arena, page->dom.n_nodes + 1, sizeof *upto);
    for (size_t i = 0; i < page->dom.n_nodes; i++)
        upto[i + 1] = upto[i] + page->chosen[i];
    for (size_t i = 0; i < page->n_blocks; i++) {
        const struct block *block = &page->blocks[i];
        if (upto[block->end_node] == upto[block->first_node])
            continue;
        is_any = true;
        selection->rule[i] = selection->kept[i] ? selection->rule[i] : "keep";
        selection->kept[i] = true;
    }
    return is_any;
}
