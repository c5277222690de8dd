/*
 * The tree around the blocks into boxes.
 */
#include "page/container.h"

#include "base/hash_table.h"
#include "page/token.h"

bool box_is_prose(const struct block *block) {
    return block->counts.n_words >= BOX_PROSE_WORDS &&
           block->counts.n_link_words * 3 <= block->counts.n_words;
}

void box_sums_add(struct box_sums *to, struct box_sums more) {
    to->n_words += more.n_words;
    to->n_prose_words += more.n_prose_words;
    to->n_chars += more.n_chars;
    to->n_link_chars += more.n_link_chars;
}

static struct box_sums sums_of(const struct block *block) {
    const struct block_counts *n = &block->counts;
    return (struct box_sums){.n_words = n->n_words,
                             .n_prose_words = box_is_prose(block) ? n->n_words : 0,
                             .n_chars = n->n_chars,
                             .n_link_chars = n->n_link_chars};
}

static struct box_sums *sum_blocks(const struct block_page *page) {
    struct box_sums *upto = arena_alloc_zero(page->arena, page->n_blocks + 1, sizeof *upto);
    for (size_t i = 0; i < page->n_blocks; i++) {
        upto[i + 1] = upto[i];
        box_sums_add(&upto[i + 1], sums_of(&page->blocks[i]));
    }
    return upto;
}

struct box_sums boxes_sum(const struct boxes *boxes, size_t first, size_t end) {
    const struct box_sums *a = &boxes->upto[first], *b = &boxes->upto[end];
    return (struct box_sums){.n_words = b->n_words - a->n_words,
                             .n_prose_words = b->n_prose_words - a->n_prose_words,
                             .n_chars = b->n_chars - a->n_chars,
                             .n_link_chars = b->n_link_chars - a->n_link_chars};
}

static uint32_t within_of(uint8_t tag) {
    switch (tag) {
    case DOM_LI:
    case DOM_DD:
    case DOM_DT:
        return BOX_IN_LIST;
    case DOM_TABLE:
        return BOX_IN_TABLE;
    case DOM_FORM:
        return BOX_IN_FORM;
    case DOM_FIGURE:
        return BOX_IN_FIGURE;
    case DOM_BLOCKQUOTE:
        return BOX_IN_QUOTE;
    case DOM_NAV:
        return BOX_IN_NAV;
    case DOM_FOOTER:
        return BOX_IN_FOOTER;
    case DOM_HEADER:
        return BOX_IN_HEADER;
    case DOM_ASIDE:
        return BOX_IN_ASIDE;
    case DOM_MAIN:
        return BOX_IN_MAIN;
    case DOM_ARTICLE:
        return BOX_IN_ARTICLE;
    case DOM_DIALOG:
        return BOX_IN_DIALOG;
    default:
        return 0;
    }
}

static uint32_t combine(uint32_t a, uint32_t b) {
    return (a ^ b) * 2654435761u + (a >> 15); /* Knuth's multiplicative hash */
}

struct builder {
    const struct block_page *page;
    struct boxes *out;
    size_t cap_boxes;
    uint32_t *first_block; /* a node: blocks that begin before it */
};

/* first_block[i], for each node i and the end: the blocks whose first text stands before it. */
static void count_blocks_before(struct builder *to) {
    const struct block_page *page = to->page;
    size_t n = page->dom.n_nodes, block = 0;
    to->first_block = arena_alloc(page->arena, (n + 1) * sizeof *to->first_block);
    for (size_t i = 0; i <= n; i++) {
        while (block < page->n_blocks && page->blocks[block].first_node < i)
            block++;
        to->first_block[i] = (uint32_t)block;
    }
}

static void open_box(struct builder *to, uint32_t node, uint32_t parent) {
    struct boxes *boxes = to->out;
    uint32_t first = to->first_block[node], end = to->first_block[to->page->dom.nodes[node].end];
    struct box box = {.node = node,
                      .parent = parent,
                      .first_block = first,
                      .end_block = end,
                      .sums = boxes_sum(boxes, first, end)};
    if (boxes->n_boxes) {
        const struct box *around = &boxes->boxes[parent];
        box.depth = around->depth + 1;
        box.within = around->within;
        box.path = around->path;
    }
    ARENA_PUSH(to->page->arena, boxes->boxes, boxes->n_boxes, to->cap_boxes) = box;
}

/* Elements that hold no block are no boxes; an inline element that begins a block counts with
 * the box of that block, but not in its path. */
static void add_element(struct builder *to, uint32_t i) {
    const struct dom_node *node = &to->page->dom.nodes[i];
    struct boxes *boxes = to->out;
    uint32_t parent = i ? boxes->of_node[node->parent] : 0;
    uint32_t first = to->first_block[i], end = to->first_block[node->end];
    boxes->of_node[i] = BOX_NONE;
    if (i && first == end)
        return;
    boxes->of_node[i] = parent;
    if (i == 0 || first != boxes->boxes[parent].first_block ||
        end != boxes->boxes[parent].end_block) {
        boxes->of_node[i] = (uint32_t)boxes->n_boxes;
        open_box(to, i, parent);
    }
    struct box *box = &boxes->boxes[boxes->of_node[i]];
    box->within |= within_of(node->tag);
    if (node->tag != DOM_UNKNOWN && !(dom_tag_traits(node->tag) & DOM_IS_BLOCK))
        return;
    uint32_t signature = token_signature(node);
    if (box->signature == 0)
        box->signature = signature;
    box->path = combine(box->path, signature);
}

/* A slot of the table that finds siblings of one signature. */
struct sibling_slot {
    uint32_t parent, signature;
    uint32_t first; /* box */
    bool is_used;
};

static bool is_of(const struct sibling_slot *slot, const struct box *box) {
    return slot->parent == box->parent && slot->signature == box->signature;
}

/* Counts, for each box, the siblings that look like it: items of a list, posts, cards. */
static void group_siblings(struct arena *arena, struct boxes *boxes) {
    size_t n_slots = probe_size(boxes->n_boxes);
    struct sibling_slot *slots = arena_alloc_zero(arena, n_slots, sizeof *slots);
    for (uint32_t i = 0; i < boxes->n_boxes; i++) {
        struct box *box = &boxes->boxes[i];
        size_t k = combine(box->parent, box->signature) & (n_slots - 1);
        for (int n = 1; n < PROBE_MAX && slots[k].is_used && !is_of(&slots[k], box); n++)
            k = (k + 1) & (n_slots - 1);
        if (!slots[k].is_used)
            slots[k] = (struct sibling_slot){box->parent, box->signature, i, true};
        box->group = is_of(&slots[k], box) ? slots[k].first : i;
        box->i_sibling = boxes->boxes[box->group].n_siblings++;
    }
}

void boxes_build(const struct block_page *page, struct boxes *out) {
    *out = (struct boxes){.upto = sum_blocks(page)};
    out->of_block = arena_alloc_zero(page->arena, page->n_blocks, sizeof *out->of_block);
    if (page->dom.n_nodes == 0) {
        out->boxes = arena_alloc_zero(page->arena, 1, sizeof *out->boxes);
        out->n_boxes = 1;
        out->boxes[0].end_block = (uint32_t)page->n_blocks;
        out->boxes[0].n_siblings = 1;
        out->boxes[0].sums = boxes_sum(out, 0, page->n_blocks);
        return;
    }
    struct builder to = {.page = page, .out = out};
    out->of_node = arena_alloc(page->arena, page->dom.n_nodes * sizeof *out->of_node);
    count_blocks_before(&to);
    for (uint32_t i = 0; i < page->dom.n_nodes; i++)
        if (page->dom.nodes[i].kind == DOM_ELEMENT)
            add_element(&to, i);
    for (size_t i = 0; i < page->n_blocks; i++)
        out->of_block[i] = out->of_node[page->blocks[i].node];
    group_siblings(page->arena, out);
}
