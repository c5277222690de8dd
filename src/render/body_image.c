/*
 * Inserts images into the body tree; see body_image.h.
 */
#include "render/body_image.h"

#include "render/section_kind.h"

/* The innermost section around a piece that also contains a node. */
static uint32_t section_with(const struct body_tree *tree, const struct piece *piece,
                             uint32_t node) {
    const struct section *sections = tree->sections;
    uint32_t i = piece->section;
    while (i && (node < sections[i].node || node >= tree->page->dom.nodes[sections[i].node].end))
        i = sections[i].parent;
    return i;
}

/* The section around `inner` that is directly inside `outer`. */
static uint32_t member_of(const struct section *sections, uint32_t inner, uint32_t outer) {
    while (sections[inner].parent != outer)
        inner = sections[inner].parent;
    return inner;
}

/* Chooses the place of an image between two pieces: in the section that it shares with one of them,
 * or, between two items, at the end of the first. False inside a table. */
static bool place_image(const struct body_tree *tree, const struct piece *before,
                        const struct piece *after, uint32_t node, uint32_t *out) {
    const struct section *sections = tree->sections;
    uint32_t a = section_with(tree, before, node), b = section_with(tree, after, node);
    bool is_first = sections[a].depth >= sections[b].depth;
    uint32_t section = is_first ? a : b;
    if (section_is_list(sections[section].kind))
        section = member_of(sections, (is_first ? before : after)->section, section);
    if (sections[section].kind == SECTION_HEADING || sections[section].kind == SECTION_CODE)
        section = sections[section].parent;
    *out = section;
    return section_holds_text(sections[section].kind) && sections[section].kind != SECTION_CELL;
}

/* Whether an image in a cell is worth its place there. Icons have no place there; one whose label
 * is the text of the cell may be an icon unless it says that it is larger. */
static bool fits_cell(const struct dom_node *img, bool is_labelled) {
    enum { MIN_SIZE = 48, MOST = 99999 }; /* pixels */
    uint32_t width = section_number(img, DOM_ATTR_WIDTH, 0, MOST);
    uint32_t height = section_number(img, DOM_ATTR_HEIGHT, 0, MOST);
    bool is_large = width >= MIN_SIZE || height >= MIN_SIZE;
    return is_large || (!is_labelled && width == 0 && height == 0);
}

void body_image_merge(struct body_tree *tree, const struct image_list *list) {
    const struct piece *blocks = tree->pieces;
    size_t n_blocks = tree->n_pieces, n = 0, at = 0;
    struct piece *pieces =
        arena_alloc(tree->page->arena, (n_blocks + list->n_images) * sizeof *pieces);
    for (uint32_t i = 0; i < list->n_images && n_blocks > 0; i++) {
        uint32_t node = list->images[i].node, section;
        while (at < n_blocks && tree->page->blocks[blocks[at].index].first_node < node)
            pieces[n++] = blocks[at++];
        const struct piece *before = &blocks[at > 0 ? at - 1 : 0];
        const struct piece *after = &blocks[at < n_blocks ? at : n_blocks - 1];
        bool is_labelled = tree->page->blocks[after->index].first_node == node; /* by its alt */
        section = list->images[i].cell;
        bool is_placed = section ? fits_cell(&tree->page->dom.nodes[node], is_labelled)
                                 : place_image(tree, before, after, node, &section);
        at += section && is_placed && is_labelled;
        if (is_placed)
            pieces[n++] = (struct piece){.index = i, .section = section, .is_image = true};
    }
    while (at < n_blocks)
        pieces[n++] = blocks[at++];
    tree->pieces = pieces;
    tree->n_pieces = n;
    tree->images = list->images;
}
