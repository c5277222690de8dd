/*
 * Builds containers from the tree around the blocks.
 */
#include "page/container.h"

#include "base/hash_table.h"

bool container_is_prose(const struct block *block) {
    return block->counts.n_words >= CONTAINER_PROSE_WORDS &&
           block->counts.n_link_words * 3 <= block->counts.n_words;
}

void container_sums_add(struct container_sums *to, struct container_sums more) {
    to->n_words += more.n_words;
    to->n_prose_words += more.n_prose_words;
    to->n_chars += more.n_chars;
    to->n_link_chars += more.n_link_chars;
}

static struct container_sums sums_of(const struct block *block) {
    const struct block_counts *n = &block->counts;
    return (struct container_sums){.n_words = n->n_words,
                                   .n_prose_words = container_is_prose(block) ? n->n_words : 0,
                                   .n_chars = n->n_chars,
                                   .n_link_chars = n->n_link_chars};
}

static struct container_sums *sum_blocks(const struct block_page *page) {
    struct container_sums *upto = arena_alloc_zero(page->arena, page->n_blocks + 1, sizeof *upto);
    for (size_t i = 0; i < page->n_blocks; i++) {
        upto[i + 1] = upto[i];
        container_sums_add(&upto[i + 1], sums_of(&page->blocks[i]));
    }
    return upto;
}

static uint32_t within_of(uint8_t tag) {
    switch (tag) {
    case DOM_LI:
    case DOM_DD:
    case DOM_DT:
        return CONTAINER_IN_LIST;
    case DOM_TABLE:
        return CONTAINER_IN_TABLE;
    case DOM_FORM:
        return CONTAINER_IN_FORM;
    case DOM_FIGURE:
        return CONTAINER_IN_FIGURE;
    case DOM_BLOCKQUOTE:
        return CONTAINER_IN_QUOTE;
    case DOM_NAV:
        return CONTAINER_IN_NAV;
    case DOM_FOOTER:
        return CONTAINER_IN_FOOTER;
    case DOM_HEADER:
        return CONTAINER_IN_HEADER;
    case DOM_ASIDE:
        return CONTAINER_IN_ASIDE;
    case DOM_MAIN:
        return CONTAINER_IN_MAIN;
    case DOM_ARTICLE:
        return CONTAINER_IN_ARTICLE;
    case DOM_DIALOG:
        return CONTAINER_IN_DIALOG;
    default:
        return 0;
    }
}

static uint32_t combine(uint32_t a, uint32_t b) {
    return (a ^ b) * 2654435761u + (a >> 15); /* Knuth's multiplicative hash */
}

struct builder {
    const struct block_page *page;
    struct containers *out;
    size_t cap_containers;
    uint32_t *first_block; /* by node: number of blocks that begin before it */
};

/* Sets first_block[i], for each node i and the end: the number of blocks whose first text is before
 * it. */
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
    struct containers *containers = to->out;
    uint32_t first = to->first_block[node], end = to->first_block[to->page->dom.nodes[node].end];
    struct container container = {.node = node,
                                  .parent = parent,
                                  .first_block = first,
                                  .end_block = end,
                                  .sums = containers_sum(containers, first, end)};
    if (containers->n_containers) {
        const struct container *around = &containers->containers[parent];
        container.depth = around->depth + 1;
        container.within = around->within;
        container.path = around->path;
    }
    ARENA_PUSH(to->page->arena, containers->containers, containers->n_containers,
               to->cap_containers) = container;
}

/* Elements without blocks are not containers. An inline element that begins a block belongs to the
 * container of that block, but not to its path. */
static void add_element(struct builder *to, uint32_t i) {
    const struct dom_node *node = &to->page->dom.nodes[i];
    struct containers *containers = to->out;
    uint32_t parent = i ? containers->of_node[node->parent] : 0;
    uint32_t first = to->first_block[i], end = to->first_block[node->end];
    containers->of_node[i] = CONTAINER_NONE;
    if (i && first == end)
        return;
    containers->of_node[i] = parent;
    if (i == 0 || first != containers->containers[parent].first_block ||
        end != containers->containers[parent].end_block) {
        containers->of_node[i] = (uint32_t)containers->n_containers;
        open_box(to, i, parent);
    }
    struct container *container = &containers->containers[containers->of_node[i]];
    container->within |= within_of(node->tag);
    if (node->tag != DOM_UNKNOWN && !(dom_tag_traits(node->tag) & DOM_IS_BLOCK))
        return;
    uint32_t signature = to->page->looks[node->look].signature;
    if (container->signature == 0)
        container->signature = signature;
    container->path = combine(container->path, signature);
}

/* A slot of the table that finds siblings with the same signature. */
struct sibling_slot {
    uint32_t parent, signature;
    uint32_t first; /* container */
    bool is_used;
};

static bool is_of(const struct sibling_slot *slot, const struct container *container) {
    return slot->parent == container->parent && slot->signature == container->signature;
}

/* Counts, for each container, the siblings that look like it: list items, posts, cards. */
static void group_siblings(struct arena *arena, struct containers *containers) {
    size_t n_slots = hash_table_size(containers->n_containers);
    struct sibling_slot *slots = arena_alloc_zero(arena, n_slots, sizeof *slots);
    for (uint32_t i = 0; i < containers->n_containers; i++) {
        struct container *container = &containers->containers[i];
        size_t k = combine(container->parent, container->signature) & (n_slots - 1);
        HASH_TABLE_SEARCH(k, n_slots - 1, !slots[k].is_used || is_of(&slots[k], container));
        if (!slots[k].is_used)
            slots[k] = (struct sibling_slot){container->parent, container->signature, i, true};
        container->group = is_of(&slots[k], container) ? slots[k].first : i;
        container->i_sibling = containers->containers[container->group].n_siblings++;
    }
}

void containers_build(const struct block_page *page, struct containers *out) {
    *out = (struct containers){.upto = sum_blocks(page)};
    out->of_block = arena_alloc_zero(page->arena, page->n_blocks, sizeof *out->of_block);
    if (page->dom.n_nodes == 0) {
        out->containers = arena_alloc_zero(page->arena, 1, sizeof *out->containers);
        out->n_containers = 1;
        out->containers[0].end_block = (uint32_t)page->n_blocks;
        out->containers[0].n_siblings = 1;
        out->containers[0].sums = containers_sum(out, 0, page->n_blocks);
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
