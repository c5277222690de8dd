/*
 * Walks the tree of the body, from piece to piece; see body_tree.h.
 */
#include "render/body_tree.h"

enum inline_weight body_tree_weight(const struct section *section) {
    bool is_heavy =
        section->kind == SECTION_HEADING || (section->kind == SECTION_CELL && section->is_header);
    return is_heavy ? INLINE_HEAVY : INLINE_PLAIN;
}

void body_tree_begin(struct body_tree_walk *walk, const struct body_tree *tree) {
    *walk = (struct body_tree_walk){.tree = tree, .piece = tree->pieces};
}

static uint32_t common_of(const struct section *sections, uint32_t a, uint32_t b) {
    while (a != b) {
        if (sections[a].depth >= sections[b].depth)
            a = sections[a].parent;
        else
            b = sections[b].parent;
    }
    return a;
}

/* The section to open next on the way from `from` down to `to`, which is inside it. */
static uint32_t step_down(const struct section *sections, uint32_t from, uint32_t to) {
    while (sections[to].parent != from)
        to = sections[to].parent;
    return to;
}

static bool continues_paragraph(const struct block_page *page, const struct piece *piece) {
    return !piece->is_image && !piece[-1].is_image &&
           (page->blocks[piece->index].flags & BLOCK_LINE_BREAK) &&
           piece[-1].index + 1 == piece->index;
}

/* The gap before the next piece. */
static enum body_tree_gap gap_of(const struct body_tree_walk *walk) {
    const struct body_tree *tree = walk->tree;
    const struct section *common = &tree->sections[walk->common];
    if (walk->n_done == 0 || walk->n_done == tree->n_pieces)
        return GAP_NONE;
    switch ((enum section_kind)common->kind) {
    case SECTION_ROW:
        return GAP_TAB;
    case SECTION_CELL:
    case SECTION_HEADING:
        return GAP_SPACE;
    case SECTION_TABLE:
    case SECTION_CODE:
        return GAP_LINE;
    case SECTION_LIST:
    case SECTION_TERMS:
    case SECTION_NOTES:
        return common->is_tight ? GAP_LINE : GAP_PARAGRAPH;
    case SECTION_ITEM:
    case SECTION_TERM:
    case SECTION_DEFINITION:
    case SECTION_NOTE:
        return tree->sections[common->parent].is_tight ? GAP_LINE : GAP_PARAGRAPH;
    default:
        return continues_paragraph(tree->page, &tree->pieces[walk->n_done]) ? GAP_LINE
                                                                            : GAP_PARAGRAPH;
    }
}

static void set_out(struct body_tree_walk *walk, uint32_t goal) {
    walk->common = common_of(walk->tree->sections, walk->inside, goal);
    walk->gap = gap_of(walk);
    walk->has_rule = walk->gap == GAP_PARAGRAPH && walk->tree->pieces[walk->n_done].has_rule &&
                     !section_is_list(walk->tree->sections[walk->common].kind);
    walk->is_on_way = walk->owes_gap = true;
}

/* Returns an event that does not close a section; the gap comes before the first such event. */
static enum body_tree_event after_gap(struct body_tree_walk *walk, enum body_tree_event event) {
    walk->is_at_gap = walk->owes_gap;
    walk->owes_gap = false;
    return event;
}

enum body_tree_event body_tree_next(struct body_tree_walk *walk) {
    const struct body_tree *tree = walk->tree;
    bool is_over = walk->n_done == tree->n_pieces;
    uint32_t goal = is_over ? 0 : tree->pieces[walk->n_done].section;
    if (!walk->is_on_way)
        set_out(walk, goal);
    if (walk->inside != goal) {
        bool opens = walk->inside == common_of(tree->sections, walk->inside, goal);
        walk->section = opens ? step_down(tree->sections, walk->inside, goal) : walk->inside;
        walk->inside = opens ? walk->section : tree->sections[walk->inside].parent;
        return opens ? after_gap(walk, BODY_TREE_OPEN) : BODY_TREE_CLOSE;
    }
    if (is_over)
        return BODY_TREE_END;
    walk->piece = &tree->pieces[walk->n_done++];
    walk->section = goal;
    walk->is_on_way = false;
    return after_gap(walk, BODY_TREE_PIECE);
}
