/*
 * Keeps sentences between elements; see loose.h.
 */
#include "select/loose.h"

static bool may_hold_text(uint8_t tag) {
    return tag == DOM_BODY || tag == DOM_DIV || tag == DOM_SECTION || tag == DOM_ARTICLE ||
           tag == DOM_MAIN;
}

/* Whether a kept block is next to block i, in a child of block i's element. */
static bool is_beside_kept(const struct block_page *page, const struct selection *selection,
                           size_t i, size_t k) {
    if (k >= page->n_blocks || !selection->kept[k])
        return false;
    const struct dom_node *nodes = page->dom.nodes;
    uint32_t owner = page->blocks[i].node, node = page->blocks[k].node;
    for (int up = 0; up < 2 && node > owner; up++)
        node = nodes[node].parent;
    return node == owner;
}

void loose_keep(const struct block_page *page, const struct score *score,
                const struct metadata *metadata, struct selection *selection) {
    const float least = 0.2f; /* half the words that it kept on real pages were content */
    const uint32_t least_words = 5;
    for (size_t i = 0; i < page->n_blocks && page->dom.n_nodes; i++) {
        const struct block *block = &page->blocks[i];
        bool has_role = metadata->roles && metadata->roles[i] != METADATA_NONE;
        if (selection->kept[i] || selection->rule[i] || has_role || !may_hold_text(block->tag) ||
            block->flags || block->counts.n_links || block->counts.n_words < least_words ||
            score->final[i] < least)
            continue;
        if (is_beside_kept(page, selection, i, i - 1) ||
            is_beside_kept(page, selection, i, i + 1)) {
            selection->kept[i] = true;
            selection->rule[i] = "loose text";
        }
    }
}
