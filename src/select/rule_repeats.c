/*
 * The rule about texts that occur twice; see rule_repeats.h.
 */
#include "select/rule_repeats.h"

#include "select/repeat.h"

/* "Anna wrote:" */
static bool is_introduction(const struct block *block) {
    const uint32_t most = 8; /* words */
    return block->counts.n_words <= most && block->text.len > 0 &&
           block->text.at[block->text.len - 1] == ':';
}

/* Whether the block is a cell, or all the content of a cell or of a term's definition. */
static bool fills_cell(const struct block_page *page, size_t i) {
    const struct block *block = &page->blocks[i];
    const struct dom_node *nodes = page->dom.nodes;
    if (ruling_is_cell(block) || !page->dom.n_nodes)
        return ruling_is_cell(block);
    uint32_t around = nodes[block->node].parent;
    uint8_t tag = nodes[around].tag;
    bool is_first = i == 0 || block[-1].end_node <= around;
    bool is_last = i + 1 == page->n_blocks || block[1].first_node >= nodes[around].end;
    return (tag == DOM_TD || tag == DOM_TH || tag == DOM_DD) && is_first && is_last;
}

#define NO_HEADING SIZE_MAX

/* A kept block whose text may have occurred before. */
struct copy {
    size_t block;
    size_t first;     /* index in the list of the first with its text; of the first: its own */
    size_t heading;   /* the last heading before it, or NO_HEADING */
    uint32_t n_words; /* words in its run: copies in a row of texts that were in a row */
};

static struct copy *list_copies(const struct ruling *r, size_t *n) {
    const uint32_t least = 3; /* words; shorter ones are labels, which belong where they are */
    size_t *place = arena_alloc(r->page->arena, (r->page->n_blocks + 1) * sizeof *place);
    struct copy *copies = arena_alloc(r->page->arena, (r->page->n_blocks + 1) * sizeof *copies);
    struct repeats repeats;
    repeats_init(&repeats, r->page);
    *n = 0;
    for (size_t i = 0, heading = NO_HEADING; i < r->page->n_blocks; i++) {
        const struct block *block = &r->page->blocks[i];
        size_t above = heading;
        heading = dom_heading_level(block->tag) ? i : heading;
        if (!r->selection->kept[i] || block->counts.n_words < least || fills_cell(r->page, i) ||
            (block->flags & BLOCK_PRE))
            continue;
        place[i] = *n;
        copies[*n] = (struct copy){i, place[repeats_first(&repeats, i)], above, 0};
        ++*n;
    }
    return copies;
}

static void count_runs(const struct ruling *r, struct copy *copies, size_t n) {
    for (size_t k = 0, end; k < n; k = end) {
        uint32_t n_words = 0;
        for (end = k; end < n && copies[end].first != end &&
                      (end == k || copies[end].first == copies[end - 1].first + 1);
             end++)
            n_words += r->page->blocks[copies[end].block].counts.n_words;
        for (size_t m = k; m < end; m++)
            copies[m].n_words = n_words;
        end += end == k;
    }
}

enum { LINE_WORDS = 20, PARAGRAPH_WORDS = 60 };

static enum rule repeat_rule(const struct containers *containers, const struct copy *copy,
                             bool is_apart) {
    if (containers->containers[containers->of_block[copy->block]].within & CONTAINER_IN_QUOTE)
        return REPEATED_TEXT; /* of a post on the same page */
    if (copy->n_words <= LINE_WORDS || is_apart)
        return REPEATED_LINE;
    return copy->n_words <= PARAGRAPH_WORDS ? REPEATED_PARAGRAPH : REPEATED_TEXT;
}

/* The outermost containers around two blocks that are not around both; equal if there are none. */
static void part_of_each(const struct containers *containers, uint32_t *a, uint32_t *b) {
    const struct container *all = containers->containers;
    while (all[*a].parent != all[*b].parent) {
        uint32_t depth_a = all[*a].depth, depth_b = all[*b].depth;
        *a = depth_a >= depth_b ? all[*a].parent : *a;
        *b = depth_b >= depth_a ? all[*b].parent : *b;
    }
}

/* Two elements with the same text, or not: the last that were compared. */
struct pair {
    uint32_t a, b; /* containers */
    bool is_same;
    size_t n_left; /* blocks that may still be compared: pages of many siblings, each like the
                      one before, would take too long */
};

static bool is_clone(const struct ruling *r, struct pair *last, uint32_t a, uint32_t b) {
    const struct container *all = r->score->containers.containers;
    const struct block *first = &r->page->blocks[all[a].first_block];
    const struct block *second = &r->page->blocks[all[b].first_block];
    uint32_t n = all[a].end_block - all[a].first_block, i = 0;
    if (last->a == a && last->b == b)
        return last->is_same;
    bool is_same = n == all[b].end_block - all[b].first_block;
    while (is_same && i < n && i < last->n_left && first[i].hash == second[i].hash)
        i++;
    *last = (struct pair){a, b, is_same && (i == n || i == last->n_left), last->n_left - i};
    return last->is_same;
}

/* Whether a sentence and its copy have the same place in sibling elements that otherwise differ,
 * such as the terms below each of several offers: there it was written more than once. Of the words
 * that this keeps, 86 % are main content (wcxb +0.5, with a standard error of 0.2); of those in
 * lines of 4 to 8 words it would be 55 %. */
static bool is_in_sisters(const struct ruling *r, const struct copy *copy, size_t first,
                          struct pair *last) {
    const uint32_t least_words = 9, least_sisters = 3;
    const struct containers *containers = &r->score->containers;
    const struct container *all = containers->containers;
    uint32_t a = containers->of_block[first], b = containers->of_block[copy->block];
    if (all[a].path != all[b].path || r->page->blocks[copy->block].counts.n_words < least_words)
        return false;
    part_of_each(containers, &a, &b);
    return a != b && all[a].group == all[b].group &&
           all[all[b].group].n_siblings >= least_sisters && !is_clone(r, last, a, b);
}

/* Whether a heading's first copy is a link to a place on this page: an entry of a table of contents
 * does not stand for the section that it leads to. */
static bool is_entry_of(const struct block_page *page, size_t first, size_t heading) {
    const struct block *entry = &page->blocks[first];
    if (!dom_heading_level(page->blocks[heading].tag) || block_link_density(entry) <= 0.5)
        return false;
    const struct dom_node *nodes = page->dom.nodes;
    uint32_t node = entry->first_node;
    while (node > entry->node && nodes[node].tag != DOM_A)
        node = nodes[node].parent;
    return node > entry->node && str_has_byte(dom_attribute(&nodes[node], DOM_ATTR_HREF), '#');
}

/* Whether a copy of at most a paragraph, or in a sibling of the element that the first is in, is
 * below another heading: such as what two functions with the same parameter say of it. Of 19
 * blocks that this keeps on pages with a ground truth, 18 are main content. */
static bool is_below_other_heading(const struct ruling *r, const struct copy *copy,
                                   const struct copy *first) {
    const struct containers *containers = &r->score->containers;
    if (first->heading == NO_HEADING || !r->selection->kept[copy->heading] ||
        r->page->blocks[copy->heading].hash == r->page->blocks[first->heading].hash)
        return false;
    if (copy->n_words <= PARAGRAPH_WORDS)
        return true;
    uint32_t a = containers->of_block[first->block], b = containers->of_block[copy->block];
    part_of_each(containers, &a, &b);
    return containers->containers[a].group == containers->containers[b].group;
}

void rule_repeats(struct ruling *r, const struct containers *containers, bool is_forum) {
    const bool is_dump = r->page->dom.n_nodes == 0; /* which has no elements to judge by */
    size_t n;
    struct copy *copies = list_copies(r, &n);
    count_runs(r, copies, n);
    struct pair last = {.n_left = (size_t)16 * r->page->n_blocks};
    for (size_t k = 0; k < n; k++) {
        size_t i = copies[k].block, first = copies[copies[k].first].block;
        if (first == i || (!is_dump && is_entry_of(r->page, first, i)) ||
            (!is_dump && ruling_parent_of(containers, first) == ruling_parent_of(containers, i)) ||
            (!is_forum && is_in_sisters(r, &copies[k], first, &last)))
            continue;
        bool is_apart =
            !is_forum && is_below_other_heading(r, &copies[k], &copies[copies[k].first]);
        enum rule rule = repeat_rule(containers, &copies[k], is_apart);
        ruling_drop(r, i, rule);
        if (!r->selection->kept[i] && r->selection->kept[i - 1] &&
            is_introduction(&r->page->blocks[i - 1]))
            ruling_drop(r, i - 1, rule);
    }
}
