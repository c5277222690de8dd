/*
 * Handles callouts, sources and posts in the tree of a body; see body_quote.h.
 */
#include "render/body_quote.h"

#include "page/callout.h"

uint32_t body_quote_answered(const uint32_t *last, const struct post *post, uint32_t outer) {
    return post && post->level > 0 && last[post->level - 1] ? last[post->level - 1] : outer;
}

void body_quote_add(uint32_t *last, const struct post *post, uint32_t section) {
    for (uint32_t i = post->level; i < POST_N_LEVELS; i++)
        last[i] = i == post->level ? section : 0;
}

/* Whether an element between a block and the callout around it, including the block's own, has the
 * name of a title. */
static bool is_in_title(const struct dom *dom, uint32_t node, uint32_t callout) {
    enum { MAX_CLIMB = 4 };
    for (int i = 0; i < MAX_CLIMB && node > callout; i++, node = dom->nodes[node].parent)
        if (callout_is_title(&dom->nodes[node]))
            return true;
    return false;
}

/* The first block of a callout may be its title; it is then not a heading of the body. */
void body_quote_find_titles(const struct body_tree *tree) {
    uint32_t last = 0;
    for (size_t i = 0; i < tree->n_pieces; i++) {
        struct piece *piece = &tree->pieces[i];
        struct section *section = &tree->sections[piece->section];
        if (piece->section > last && section->callout.at && !piece->is_image)
            piece->is_title = is_in_title(&tree->page->dom, tree->page->blocks[piece->index].node,
                                          section->node) ||
                              callout_is_kind(tree->page->blocks[piece->index].text);
        section->has_title |= piece->is_title;
        last = piece->section > last ? piece->section : last;
    }
}

/* The source of a quote may be below it, in the caption of the figure that contains both. */
void body_quote_move_sources(struct body_tree *tree) {
    const struct dom_node *nodes = tree->page->dom.nodes;
    for (size_t i = 1; i < tree->n_pieces; i++) {
        struct piece *piece = &tree->pieces[i];
        const struct block *block = &tree->page->blocks[piece->index];
        uint32_t quote = piece[-1].section;
        if (block->tag != DOM_FIGCAPTION)
            continue;
        while (quote && tree->sections[quote].kind != SECTION_QUOTE)
            quote = tree->sections[quote].parent;
        if (quote && tree->sections[quote].parent == piece->section &&
            nodes[tree->sections[quote].node].parent == nodes[block->node].parent)
            piece->section = quote;
    }
}
