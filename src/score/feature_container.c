/*
 * What encloses a block: its ancestors' sums, blocks of the same path, the container a
 * readability-like rule would take, the repeated item it is part of, and the names on all of them.
 */
#include "score/feature_parts.h"

#include "base/hash_table.h"
#include "page/token.h"

static void fill_within(const struct measuring *m, size_t i, uint32_t within) {
    float *row = row_of(m, i);
    row[FEATURE_in_list] = (within & CONTAINER_IN_LIST) != 0;
    row[FEATURE_in_table] = (within & CONTAINER_IN_TABLE) != 0;
    row[FEATURE_in_form] = (within & CONTAINER_IN_FORM) != 0;
    row[FEATURE_in_figure] = (within & CONTAINER_IN_FIGURE) != 0;
    row[FEATURE_in_quote] = (within & CONTAINER_IN_QUOTE) != 0;
    row[FEATURE_in_nav] = (within & CONTAINER_IN_NAV) != 0;
    row[FEATURE_in_footer] = (within & CONTAINER_IN_FOOTER) != 0;
    row[FEATURE_in_header] = (within & CONTAINER_IN_HEADER) != 0;
    row[FEATURE_in_aside] = (within & CONTAINER_IN_ASIDE) != 0;
    row[FEATURE_in_main] = (within & CONTAINER_IN_MAIN) != 0;
    row[FEATURE_in_article] = (within & CONTAINER_IN_ARTICLE) != 0;
    row[FEATURE_in_dialog] = (within & CONTAINER_IN_DIALOG) != 0;
}

static uint32_t nodes_of(const struct measuring *m, const struct container *container) {
    return m->page->dom.n_nodes ? m->page->dom.nodes[container->node].end - container->node : 1;
}

static void fill_ancestors(const struct measuring *m, size_t i) {
    enum { N = FEATURE_box1_words - FEATURE_box0_words };
    const struct containers *containers = m->containers;
    uint32_t k = containers->of_block[i];
    uint32_t all = containers->upto[m->page->n_blocks].n_words;
    float *out = row_of(m, i) + FEATURE_box0_words;
    for (int level = 0; level < FEATURE_N_CONTAINERS; level++, out += N) {
        const struct container *container = &containers->containers[k];
        out[0] = (float)container->sums.n_words;
        out[1] = share_of(container->sums.n_words, all);
        out[2] = share_of(container->sums.n_link_chars, container->sums.n_chars);
        out[3] = share_of(container->sums.n_prose_words, container->sums.n_words);
        out[4] = (float)(container->end_block - container->first_block);
        out[5] = share_of(container->sums.n_chars, nodes_of(m, container));
        k = container->parent;
    }
}

/* Blocks that stand in the same kind of place. */
struct path_group {
    uint32_t n;
    struct container_sums sums;
};

struct path_groups {
    struct hash_table keys;
    struct path_group *groups; /* by the keys' slots */
};

static void groups_init(struct path_groups *groups, struct arena *arena, size_t n) {
    groups->keys = hash_table(arena, n);
    groups->groups = arena_alloc_zero(arena, groups->keys.n_slots, sizeof *groups->groups);
}

static struct path_group *find_group(struct path_groups *groups, uint32_t key) {
    return &groups->groups[hash_table_slot(&groups->keys, key)];
}

/* The signature of an element, read but once: all of its children ask for it, and its class may
 * be as long as the page. */
static uint32_t signature_of(const struct dom *dom, uint64_t *known, uint32_t node) {
    const uint64_t is_known = UINT64_C(1) << 32;
    if (!known[node])
        known[node] = is_known | token_signature(&dom->nodes[node]);
    return (uint32_t)known[node];
}

/* The last two steps of a block's path. */
static uint32_t kind_of(const struct measuring *m, uint64_t *signatures, size_t i) {
    const struct dom *dom = &m->page->dom;
    uint32_t node = m->page->blocks[i].node;
    if (dom->n_nodes == 0)
        return 0;
    return signature_of(dom, signatures, node) * 31 +
           signature_of(dom, signatures, dom->nodes[node].parent);
}

static void add_to_group(struct path_group *group, const struct measuring *m, size_t i) {
    group->n++;
    container_sums_add(&group->sums, containers_sum(m->containers, i, i + 1));
}

static void fill_group(const struct measuring *m, const struct path_group *group, float *out) {
    uint32_t all = m->containers->upto[m->page->n_blocks].n_words;
    out[0] = (float)group->n;
    out[1] = (float)group->sums.n_words;
    out[2] = share_of(group->sums.n_words, all);
    out[3] = share_of(group->sums.n_link_chars, group->sums.n_chars);
    out[4] = share_of(group->sums.n_prose_words, group->sums.n_words);
    out[5] = share_of(group->sums.n_words, group->n);
}

static void fill_groups(const struct measuring *m) {
    size_t n = m->page->n_blocks;
    struct arena *arena = m->page->arena;
    struct path_groups paths, kinds;
    groups_init(&paths, arena, n);
    groups_init(&kinds, arena, n);
    uint32_t *kind = arena_alloc(arena, n * sizeof *kind);
    uint64_t *signatures = arena_alloc_zero(arena, m->page->dom.n_nodes, sizeof *signatures);
    for (size_t i = 0; i < n; i++) {
        kind[i] = kind_of(m, signatures, i);
        add_to_group(find_group(&kinds, kind[i]), m, i);
        add_to_group(find_group(&paths, path_of(m, i)), m, i);
    }
    for (size_t i = 0; i < n; i++) {
        float *row = row_of(m, i);
        fill_group(m, find_group(&paths, path_of(m, i)), row + FEATURE_path_count);
        fill_group(m, find_group(&kinds, kind[i]), row + FEATURE_kind_count);
    }
}

/* The container that Mozilla Readability's rule would choose: each block with a sentence's worth of
 * text gives points to the container around it and half of them to the next one out. */
static uint32_t find_best(const struct measuring *m) {
    const struct containers *containers = m->containers;
    float *points = arena_alloc_zero(m->page->arena, containers->n_containers, sizeof *points);
    for (size_t i = 0; i < m->page->n_blocks; i++) {
        const struct block_counts *n = &m->page->blocks[i].counts;
        if (n->n_chars < 25)
            continue;
        float gain = 1 + (float)n->n_commas + (n->n_chars < 300 ? (float)n->n_chars / 100 : 3);
        uint32_t around = containers->containers[containers->of_block[i]].parent;
        points[around] += gain;
        points[containers->containers[around].parent] += gain / 2;
    }
    uint32_t best = 0;
    float most = -1;
    for (uint32_t k = 0; k < containers->n_containers; k++) {
        const struct container_sums *sums = &containers->containers[k].sums;
        float p = points[k] * (1 - share_of(sums->n_link_chars, sums->n_chars));
        if (p > most) {
            most = p;
            best = k;
        }
    }
    return best;
}

static void fill_best(const struct measuring *m) {
    const struct containers *containers = m->containers;
    const struct container *best = &containers->containers[find_best(m)];
    for (size_t i = 0; i < m->page->n_blocks; i++) {
        float *row = row_of(m, i);
        bool inside = i >= best->first_block && i < best->end_block;
        row[FEATURE_best_inside] = inside;
        row[FEATURE_best_share] =
            share_of(best->sums.n_words, containers->upto[m->page->n_blocks].n_words);
        row[FEATURE_best_link_density] = share_of(best->sums.n_link_chars, best->sums.n_chars);
        row[FEATURE_best_climb] =
            inside
                ? (float)containers->containers[containers->of_block[i]].depth - (float)best->depth
                : -1.0f;
    }
}

/* The sums over all containers of a group of siblings, kept with the first of them. */
static struct container_sums *sum_siblings(const struct measuring *m) {
    const struct containers *containers = m->containers;
    struct container_sums *sums =
        arena_alloc_zero(m->page->arena, containers->n_containers, sizeof *sums);
    for (size_t k = 0; k < containers->n_containers; k++) {
        const struct container *container = &containers->containers[k];
        container_sums_add(&sums[container->group], container->sums);
    }
    return sums;
}

/* The nearest container around block i that has siblings of its kind and is more than the block. */
static uint32_t find_item(const struct containers *containers, size_t i) {
    uint32_t k = containers->of_block[i];
    while (k != 0) {
        const struct container *container = &containers->containers[k];
        if (container->end_block - container->first_block > 1 &&
            containers->containers[container->group].n_siblings > 1)
            return k;
        k = container->parent;
    }
    return 0;
}

static void fill_items(const struct measuring *m) {
    const struct containers *containers = m->containers;
    const struct container_sums *siblings = sum_siblings(m);
    uint32_t all = containers->upto[m->page->n_blocks].n_words;
    for (size_t i = 0; i < m->page->n_blocks; i++) {
        uint32_t k = find_item(containers, i);
        const struct container *item = &containers->containers[k];
        const struct container_sums *sums = &siblings[item->group];
        float n = k ? (float)containers->containers[item->group].n_siblings : 0;
        float *row = row_of(m, i);
        row[FEATURE_item_count] = n;
        row[FEATURE_item_place] = (float)item->i_sibling;
        row[FEATURE_item_words] = (float)item->sums.n_words;
        row[FEATURE_item_mean_words] = share_of(sums->n_words, (double)n);
        row[FEATURE_item_link_density] = share_of(sums->n_link_chars, sums->n_chars);
        row[FEATURE_item_share] = share_of(sums->n_words, all);
        row[FEATURE_item_climb] =
            (float)containers->containers[containers->of_block[i]].depth - (float)item->depth;
        row[FEATURE_item_prose_share] = share_of(sums->n_prose_words, sums->n_words);
    }
}

void feature_fill_containers(const struct measuring *m) {
    for (size_t i = 0; i < m->page->n_blocks; i++) {
        fill_within(m, i, m->containers->containers[m->containers->of_block[i]].within);
        fill_ancestors(m, i);
    }
    fill_groups(m);
    fill_best(m);
    fill_items(m);
}

/* What the names of one container weigh, as seen from each range. */
struct box_tokens {
    float sum[MODEL_N_RANGES];
    float min[MODEL_N_RANGES], max[MODEL_N_RANGES];
};

static void weigh_element(const struct model_tokens *tokens, const struct dom_node *element,
                          struct box_tokens *to) {
    uint32_t hashes[TOKEN_MAX];
    size_t n = token_read(element, hashes);
    for (size_t i = 0; i < n; i++) {
        const int16_t *weights = model_token(tokens, hashes[i]);
        for (int r = 0; weights && r < MODEL_N_RANGES; r++) {
            float w = (float)weights[r] / tokens->scale;
            to->sum[r] += w;
            if (w < to->min[r])
                to->min[r] = w;
            if (w > to->max[r])
                to->max[r] = w;
        }
    }
}

/* Boxes come parents first, so the far range, which is all further containers, adds up on the way.
 */
static struct box_tokens *weigh_boxes(const struct measuring *m) {
    const struct containers *containers = m->containers;
    struct box_tokens *of = arena_alloc_zero(m->page->arena, containers->n_containers, sizeof *of);
    for (size_t i = 0; i < m->page->dom.n_nodes; i++)
        if (m->page->dom.nodes[i].kind == DOM_ELEMENT && containers->of_node[i] != CONTAINER_NONE)
            weigh_element(&m->model->tokens, &m->page->dom.nodes[i], &of[containers->of_node[i]]);
    for (size_t k = 1; k < containers->n_containers; k++) {
        const struct box_tokens *around = &of[containers->containers[k].parent];
        of[k].sum[MODEL_FAR] += around->sum[MODEL_FAR];
        if (around->min[MODEL_FAR] < of[k].min[MODEL_FAR])
            of[k].min[MODEL_FAR] = around->min[MODEL_FAR];
        if (around->max[MODEL_FAR] > of[k].max[MODEL_FAR])
            of[k].max[MODEL_FAR] = around->max[MODEL_FAR];
    }
    return of;
}

struct token_view {
    float sum[MODEL_N_RANGES], min, max;
};

static void look(struct token_view *view, const struct box_tokens *container, int range) {
    view->sum[range] += container->sum[range];
    if (container->min[range] < view->min)
        view->min = container->min[range];
    if (container->max[range] > view->max)
        view->max = container->max[range];
}

/* A block's own container, the next two, and the rest. */
static struct token_view view_from(const struct containers *containers, const struct box_tokens *of,
                                   uint32_t k) {
    struct token_view view = {0};
    look(&view, &of[k], MODEL_OWN);
    for (int step = 0; step < 2 && k != 0; step++) {
        k = containers->containers[k].parent;
        look(&view, &of[k], MODEL_NEAR);
    }
    if (k != 0)
        look(&view, &of[containers->containers[k].parent], MODEL_FAR);
    return view;
}

void feature_fill_tokens(const struct measuring *m) {
    if (!m->model || m->model->tokens.n_tokens == 0)
        return;
    const struct box_tokens *of = weigh_boxes(m);
    double sum = 0;
    for (size_t i = 0; i < m->page->n_blocks; i++) {
        struct token_view view = view_from(m->containers, of, m->containers->of_block[i]);
        float *row = row_of(m, i);
        row[FEATURE_token_own] = view.sum[MODEL_OWN];
        row[FEATURE_token_near] = view.sum[MODEL_NEAR];
        row[FEATURE_token_far] = view.sum[MODEL_FAR];
        row[FEATURE_token_min] = view.min;
        row[FEATURE_token_max] = view.max;
        row[FEATURE_token_total] = m->model->tokens.bias + view.sum[MODEL_OWN] +
                                   view.sum[MODEL_NEAR] + view.sum[MODEL_FAR];
        sum += (double)row[FEATURE_token_total] * m->page->blocks[i].counts.n_words;
    }
    float mean = share_of(sum, m->containers->upto[m->page->n_blocks].n_words);
    for (size_t i = 0; i < m->page->n_blocks; i++)
        row_of(m, i)[FEATURE_token_lead] = row_of(m, i)[FEATURE_token_total] - mean;
}
