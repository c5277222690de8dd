/*
 * Finds <hr> between the pieces of a body; see body_rule.h.
 */
#include "render/body_rule.h"

static uint32_t start_of(const struct body_tree *tree, const struct piece *piece) {
    return piece->is_image ? tree->images[piece->index].node
                           : tree->page->blocks[piece->index].first_node;
}

static bool is_within(const struct dom_node *nodes, uint32_t node, uint32_t element) {
    return node > element && node < nodes[element].end;
}

/* Whether an <hr> lies between two nodes and its parent element contains one of them. */
static bool has_rule(const struct dom_node *nodes, uint32_t from, uint32_t to) {
    for (uint32_t i = from + 1; i < to; i++)
        if (nodes[i].kind == DOM_ELEMENT && nodes[i].tag == DOM_HR &&
            (is_within(nodes, from, nodes[i].parent) || is_within(nodes, to, nodes[i].parent)))
            return true;
    return false;
}

void body_rule_find(struct body_tree *tree) {
    const uint8_t *is_note = tree->notes.is_note;
    if (tree->page->dom.n_nodes == 0)
        return;
    for (size_t i = 1; i < tree->n_pieces; i++) {
        if (is_note && !tree->pieces[i].is_image && is_note[tree->pieces[i].index])
            continue; /* the <hr> only separates the notes, which come last anyway */
        uint32_t from = start_of(tree, &tree->pieces[i - 1]), to = start_of(tree, &tree->pieces[i]);
        if (from < to)
            tree->pieces[i].has_rule = has_rule(tree->page->dom.nodes, from, to);
    }
}
