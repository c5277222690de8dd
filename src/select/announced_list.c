/*
 * Keeps lists that kept text announces; see announced_list.h.
 */
#include "select/announced_list.h"

struct listing {
    const struct block_page *page;
    const struct score *score;
    const struct selection *selection;
    const struct container *list;
};

/* Whether block i and the list are children of the same element, or the block's text is directly in
 * it. */
static bool is_sibling(const struct listing *l, size_t i) {
    const struct containers *containers = &l->score->containers;
    uint32_t own = containers->of_block[i];
    return own == l->list->parent || containers->containers[own].parent == l->list->parent;
}

/* The mean score of the list's items. */
static float mean_score(const struct listing *l) {
    float sum = 0;
    for (size_t i = l->list->first_block; i < l->list->end_block; i++)
        sum += l->score->final[i];
    return sum / (float)(l->list->end_block - l->list->first_block);
}

/* Whether a sentence above the list announces it. Lists of links after sentences that score less
 * were teasers as often as not; and the items of menus score less than those of content. */
static bool is_announced(const struct listing *l) {
    const float least_of_links = 0.75f, certain = 0.9f;
    const struct container_sums *sums = &l->list->sums;
    if (l->list->first_block == 0)
        return false;
    size_t above = l->list->first_block - 1;
    const struct block *block = &l->page->blocks[above];
    if (!l->selection->kept[above] || !is_sibling(l, above) || !container_is_prose(block) ||
        !str_ends_with(str_trim(block->text), STR(":")))
        return false;
    float score = l->score->final[above];
    bool are_links = sums->n_link_chars * 2 > sums->n_chars;
    return (!are_links || score >= least_of_links) &&
           mean_score(l) >= (!are_links || score >= certain ? 0.05f : 0.15f);
}

/* Whether the list is within an item of another list, below text of it that is certainly kept and
 * no link: "Providers (see above)" above the links to them. Entries of menus are links themselves.
 */
static bool is_detail(const struct listing *l, uint32_t node) {
    const float least_above = 0.5f, least = 0.15f;
    const struct dom_node *nodes = l->page->dom.nodes;
    uint32_t item = nodes[node].parent;
    size_t above = l->list->first_block - 1;
    if (l->list->first_block == 0 || nodes[item].tag != DOM_LI ||
        l->page->blocks[above].first_node < item)
        return false;
    return l->selection->kept[above] && block_link_density(&l->page->blocks[above]) < 0.5 &&
           l->score->final[above] >= least_above && mean_score(l) >= least;
}

/* Whether all of the list may be kept. Cards, whose text is in elements of its own, are teasers as
 * often as not. */
static bool may_keep(const struct listing *l) {
    enum { MOST = 100 }; /* items */
    if (l->list->end_block - l->list->first_block > MOST)
        return false;
    for (size_t i = l->list->first_block; i < l->list->end_block; i++) {
        const struct block *item = &l->page->blocks[i];
        if ((!l->selection->kept[i] && l->selection->rule[i]) || item->flags || item->tag != DOM_LI)
            return false;
    }
    return true;
}

void announced_list_keep(const struct block_page *page, const struct score *score,
                         struct selection *selection) {
    const struct containers *containers = &score->containers;
    for (size_t i = 0; i < page->dom.n_nodes; i++) {
        const struct dom_node *node = &page->dom.nodes[i];
        if (node->kind != DOM_ELEMENT || (node->tag != DOM_UL && node->tag != DOM_OL) ||
            containers->of_node[i] == CONTAINER_NONE)
            continue;
        struct listing l = {page, score, selection,
                            &containers->containers[containers->of_node[i]]};
        if (!may_keep(&l) || (!is_announced(&l) && !is_detail(&l, (uint32_t)i)))
            continue;
        for (size_t k = l.list->first_block; k < l.list->end_block; k++) {
            selection->rule[k] = selection->kept[k] ? selection->rule[k] : "announced list";
            selection->kept[k] = true;
        }
    }
}
