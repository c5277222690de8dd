/*
 * The rule about comments; see rule_comments.h.
 */
#include "select/rule_comments.h"

#include "page/region.h"

/* The outermost elements around comments that contain kept blocks. */
struct container_list {
    const struct container **containers;
    size_t n, cap;
};

/* upto[i]: the number of kept words in blocks 0 .. i-1. */
static uint32_t *sum_kept(const struct ruling *r) {
    size_t n = r->page->n_blocks;
    uint32_t *upto = arena_alloc_zero(r->page->arena, n + 1, sizeof *upto);
    for (size_t i = 0; i < n; i++)
        upto[i + 1] = upto[i] + (r->selection->kept[i] ? r->page->blocks[i].counts.n_words : 0);
    return upto;
}

static void find_comments(const struct ruling *r, const struct containers *containers,
                          const uint32_t *upto, bool (*names_comments)(const struct dom_node *),
                          struct container_list *out) {
    const struct dom *dom = &r->page->dom;
    for (size_t i = 0; i < dom->n_nodes; i++) {
        const struct dom_node *node = &dom->nodes[i];
        if (node->kind != DOM_ELEMENT || containers->of_node[i] == CONTAINER_NONE)
            continue;
        const struct container *container = &containers->containers[containers->of_node[i]];
        bool is_empty = upto[container->first_block] == upto[container->end_block];
        bool may_be = node->n_attrs && (dom_tag_traits(node->tag) & DOM_IS_BLOCK) &&
                      !dom_heading_level(node->tag) && node->tag != DOM_BODY &&
                      node->tag != DOM_HTML;
        bool is_found = may_be && !is_empty && names_comments(node);
        if (is_found)
            ARENA_PUSH(r->page->arena, out->containers, out->n, out->cap) = container;
        if (is_empty || is_found)
            i = node->end - 1;
    }
}

/* The mean score of the kept words in blocks first .. end-1, times their number. */
static double sum_scores(const struct ruling *r, size_t first, size_t end) {
    double sum = 0;
    for (size_t i = first; i < end; i++)
        if (r->selection->kept[i])
            sum += (double)r->score->final[i] * r->page->blocks[i].counts.n_words;
    return sum;
}

/* Whether the kept text besides the comments is an article, however long they are: it is long
 * enough and scores better, whereas in a thread the first post scores like the others. (wcxb +1, on
 * the five pages where it decides; 6,300 words, all of them comments) */
static bool is_article_with_comments(const struct ruling *r, const struct container_list *list,
                                     uint32_t n_comments, uint32_t n_kept) {
    const uint32_t least_words = 200;
    const double least_margin = 0.1;
    uint32_t n_others = n_kept - n_comments;
    double in_comments = 0, all = sum_scores(r, 0, r->page->n_blocks);
    for (size_t i = 0; i < list->n; i++)
        in_comments +=
            sum_scores(r, list->containers[i]->first_block, list->containers[i]->end_block);
    return n_others >= least_words &&
           (all - in_comments) / n_others >= in_comments / n_comments + least_margin;
}

static void drop_all(struct ruling *r, const struct container_list *list) {
    for (size_t i = 0; i < list->n; i++)
        for (size_t k = list->containers[i]->first_block; k < list->containers[i]->end_block; k++)
            if (r->selection->kept[k] || (r->page->blocks[k].flags & BLOCK_PRE))
                ruling_drop(r, k, COMMENTS); /* or other rules keep the code for its neighbors */
}

static uint32_t count_words(const struct container_list *list, const uint32_t *upto) {
    uint32_t n = 0;
    for (size_t i = 0; i < list->n; i++)
        n += upto[list->containers[i]->end_block] - upto[list->containers[i]->first_block];
    return n;
}

/* Whether an element is one of several sections side by side and has the name from its id, as a
 * chapter has. */
static bool is_chapter(const struct dom_node *nodes, uint32_t node) {
    enum { SEVERAL = 3, REACH = 50 }; /* sections; children of their parent */
    uint32_t parent = nodes[node].parent, n_sections = 0;
    if (nodes[node].tag != DOM_SECTION || !dom_attribute(&nodes[node], DOM_ATTR_ID).len)
        return false;
    uint32_t i = parent + 1;
    for (int n = 0; n < REACH && i < nodes[parent].end; n++, i = nodes[i].end)
        n_sections += nodes[i].kind == DOM_ELEMENT && nodes[i].tag == DOM_SECTION;
    return n_sections >= SEVERAL;
}

/* Removes the areas from the list that the article goes on after: at most a tenth of its words may
 * follow. */
static void take_last(const struct ruling *r, const uint32_t *upto, struct container_list *list) {
    uint32_t end = upto[r->page->n_blocks], n_others = end - count_words(list, upto), n_after = 0;
    size_t first = list->n;
    for (; first > 0; first--) {
        const struct container *area = list->containers[first - 1];
        n_after += end - upto[area->end_block];
        if (n_after > n_others / 10)
            break;
        end = upto[area->first_block];
    }
    list->containers += first;
    list->n -= first;
}

/* The blocks from the first to the last of several comments whose texts have names, with the line
 * above the first that says who wrote it and when; NULL if there are too few. */
static const struct container *
find_texts(const struct ruling *r, const struct containers *containers, const uint32_t *upto) {
    const size_t least = 3;
    struct container_list found = {0};
    find_comments(r, containers, upto, region_is_comment_text, &found);
    if (found.n < least)
        return NULL;
    struct container *all = arena_alloc(r->page->arena, sizeof *all);
    *all = *found.containers[0];
    all->end_block = found.containers[found.n - 1]->end_block;
    if (all->first_block && r->score->cues[all->first_block - 1].has_date)
        all->first_block--;
    return all;
}

/* Comments with a name that is less certain: they must follow an article, in few elements, since
 * each item of a list may have a line "Comments: 12 pages". (0) */
static void rule_comment_areas(struct ruling *r, const struct containers *containers) {
    const size_t most = 4;
    const uint32_t least_before = 50; /* words */
    const uint32_t *upto = sum_kept(r);
    struct container_list found = {0}, list = {0};
    find_comments(r, containers, upto, region_is_comment_area, &found);
    if (found.n == 0) {
        const struct container *texts = find_texts(r, containers, upto);
        if (texts)
            ARENA_PUSH(r->page->arena, found.containers, found.n, found.cap) = texts;
    }
    for (size_t i = 0; i < found.n; i++)
        if (upto[found.containers[i]->first_block] >= least_before &&
            !is_chapter(r->page->dom.nodes, found.containers[i]->node))
            ARENA_PUSH(r->page->arena, list.containers, list.n, list.cap) = found.containers[i];
    if (list.n == 0 || list.n > most)
        return;
    take_last(r, upto, &list);
    uint32_t n_comments = count_words(&list, upto);
    if (n_comments && is_article_with_comments(r, &list, n_comments, upto[r->page->n_blocks]))
        drop_all(r, &list);
}

void rule_comments(struct ruling *r, const struct containers *containers, bool is_forum) {
    const uint32_t *upto = sum_kept(r);
    struct container_list list = {0};
    find_comments(r, containers, upto, region_is_comments, &list);
    uint32_t n_comments = count_words(&list, upto), n_kept = upto[r->page->n_blocks];
    if (n_comments * 2 <= n_kept ||
        (!is_forum && is_article_with_comments(r, &list, n_comments, n_kept)))
        drop_all(r, &list);
    if (!is_forum)
        rule_comment_areas(r, containers);
}
