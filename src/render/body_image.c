/*
 * Inserts images into the body tree; see body_image.h.
 */
#include "render/body_image.h"

#include "render/section_kind.h"

/* The innermost section around a piece that also contains a node: the notes, whose texts come from
 * all over the page, contain none but their own. */
static uint32_t section_with(const struct body_tree *tree, const struct piece *piece,
                             uint32_t node) {
    const struct section *sections = tree->sections;
    uint32_t i = piece->section;
    while (i && (sections[i].node == 0 || node < sections[i].node ||
                 node >= tree->page->dom.nodes[sections[i].node].end))
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

/* Whether an image in a cell is content. Icons are not, and one whose label is the text of the cell
 * may be an icon unless it says that it is larger. */
static bool fits_cell(const struct dom_node *img, bool is_labelled) {
    enum { MIN_SIZE = 48, MOST = 99999 }; /* pixels */
    uint32_t width = section_number(img, DOM_ATTR_WIDTH, 0, MOST);
    uint32_t height = section_number(img, DOM_ATTR_HEIGHT, 0, MOST);
    bool is_large = width >= MIN_SIZE || height >= MIN_SIZE;
    return is_large || (!is_labelled && width == 0 && height == 0);
}

/* The pieces of the text, or those of the notes, and the images that are placed among them. */
struct merger {
    struct body_tree *tree;
    const struct image_list *list;
    struct piece *out;
    size_t n;
};

/* Places an image among the pieces [first, end), of which `*at` is the first after it. */
static void merge_image(struct merger *m, uint32_t i, size_t first, size_t end, size_t *at) {
    const struct body_tree *tree = m->tree;
    const struct piece *blocks = tree->pieces;
    uint32_t node = m->list->images[i].node, section = m->list->images[i].cell;
    const struct piece *before = &blocks[*at > first ? *at - 1 : first];
    const struct piece *after = &blocks[*at < end ? *at : end - 1];
    bool is_labelled = tree->page->blocks[after->index].first_node == node; /* by its alt */
    bool is_placed = section ? fits_cell(&tree->page->dom.nodes[node], is_labelled)
                             : place_image(tree, before, after, node, &section);
    if (section && is_placed && is_labelled) {
        m->list->images[i].label = after->index;
        ++*at;
    }
    if (is_placed)
        m->out[m->n++] = (struct piece){.index = i, .section = section, .is_image = true};
}

/* Merges the pieces [first, end) with their images. An image is the notes' if `is_in_note` says
 * so. */
static void merge(struct merger *m, size_t first, size_t end, bool are_notes,
                  const uint8_t *is_in_note) {
    const struct block *all = m->tree->page->blocks;
    const struct piece *blocks = m->tree->pieces;
    size_t at = first;
    for (uint32_t i = 0; i < m->list->n_images && first < end; i++) {
        if (is_in_note[i] != are_notes)
            continue;
        while (at < end && all[blocks[at].index].first_node < m->list->images[i].node)
            m->out[m->n++] = blocks[at++];
        merge_image(m, i, first, end, &at);
    }
    while (at < end)
        m->out[m->n++] = blocks[at++];
}

/* The number of pieces before the notes. */
static size_t count_before_notes(const struct body_tree *tree) {
    size_t n = tree->n_pieces;
    for (; n > 0; n--) {
        uint32_t i = tree->pieces[n - 1].section;
        while (i && tree->sections[i].kind != SECTION_NOTES)
            i = tree->sections[i].parent;
        if (i == 0)
            break;
    }
    return n;
}

/* Finds the images within the elements of notes, which are in page order, like the images. */
static void find_in_notes(const struct body_tree *tree, const struct image_list *list, size_t first,
                          uint8_t *is_in_note) {
    const struct piece *pieces = tree->pieces;
    size_t at = first;
    for (uint32_t i = 0; i < list->n_images && first < tree->n_pieces; i++) {
        uint32_t node = list->images[i].node;
        while (at < tree->n_pieces && tree->page->blocks[pieces[at].index].first_node < node)
            at++;
        is_in_note[i] = (at > first && section_with(tree, &pieces[at - 1], node)) ||
                        (at < tree->n_pieces && section_with(tree, &pieces[at], node));
    }
}

void body_image_merge(struct body_tree *tree, const struct image_list *list) {
    struct arena *arena = tree->page->arena;
    size_t n_text = count_before_notes(tree);
    uint8_t *is_in_note = arena_alloc_zero(arena, list->n_images, sizeof *is_in_note);
    struct merger m = {.tree = tree,
                       .list = list,
                       .out =
                           arena_alloc(arena, (tree->n_pieces + list->n_images) * sizeof *m.out)};
    find_in_notes(tree, list, n_text, is_in_note);
    merge(&m, 0, n_text, false, is_in_note);
    merge(&m, n_text, tree->n_pieces, true, is_in_note);
    tree->pieces = m.out;
    tree->n_pieces = m.n;
    tree->images = list->images;
}
