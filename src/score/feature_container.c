/*
 * Features of what encloses a block: sums over its ancestors, blocks with the same path, the
 * container that a readability-like rule would take, and the repeated item and the <article> it is
 * part of.
 */
#include "score/feature_parts.h"

#include "base/hash_table.h"

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

enum { N_OF_BOX = FEATURE_box1_words - FEATURE_box0_words };

/* The features of a container as an ancestor of blocks. */
static void measure_box(const struct measuring *m, const struct container *container, float *out) {
    out[0] = (float)container->sums.n_words;
    out[1] = share_of(container->sums.n_words, m->containers->upto[m->page->n_blocks].n_words);
    out[2] = share_of(container->sums.n_link_chars, container->sums.n_chars);
    out[3] = share_of(container->sums.n_prose_words, container->sums.n_words);
    out[4] = (float)(container->end_block - container->first_block);
    out[5] = share_of(container->sums.n_chars, nodes_of(m, container));
}

/* Computes the features of each container once for all blocks in it. */
static void fill_ancestors(const struct measuring *m) {
    const struct containers *containers = m->containers;
    size_t n = containers->n_containers;
    float *boxes = arena_alloc(m->page->arena, n * N_OF_BOX * sizeof *boxes);
    for (size_t k = 0; k < n; k++)
        measure_box(m, &containers->containers[k], boxes + k * N_OF_BOX);
    for (size_t i = 0; i < m->page->n_blocks; i++) {
        uint32_t k = containers->of_block[i];
        float *out = row_of(m, i) + FEATURE_box0_words;
        for (int level = 0; level < FEATURE_N_CONTAINERS; level++, out += N_OF_BOX) {
            memcpy(out, boxes + (size_t)k * N_OF_BOX, N_OF_BOX * sizeof *out);
            k = containers->containers[k].parent;
        }
    }
}

enum { N_OF_GROUP = FEATURE_kind_count - FEATURE_path_count };

/* Blocks in the same kind of place. */
struct path_group {
    uint32_t n;
    bool is_measured;
    struct container_sums sums;
    float features[N_OF_GROUP];
};

struct path_groups {
    struct hash_table keys;
    struct path_group *groups; /* indexed by the slots of `keys` */
};

static void groups_init(struct path_groups *groups, struct arena *arena, size_t n) {
    groups->keys = hash_table(arena, n);
    groups->groups = arena_alloc_zero(arena, groups->keys.n_slots, sizeof *groups->groups);
}

static struct path_group *find_group(struct path_groups *groups, uint32_t key) {
    return &groups->groups[hash_table_slot(&groups->keys, key)];
}

/* A hash of the last two steps of a block's path. */
static uint32_t kind_of(const struct block_page *page, size_t i) {
    const struct dom_node *nodes = page->dom.nodes;
    if (page->dom.n_nodes == 0)
        return 0;
    const struct dom_node *own = &nodes[page->blocks[i].node];
    return page->looks[own->look].signature * 31 + page->looks[nodes[own->parent].look].signature;
}

static void add_to_group(struct path_group *group, const struct measuring *m, size_t i) {
    group->n++;
    container_sums_add(&group->sums, containers_sum(m->containers, i, i + 1));
}

/* Computes the features of each group once for all of its blocks. */
static void measure_group(const struct measuring *m, struct path_group *group) {
    uint32_t all = m->containers->upto[m->page->n_blocks].n_words;
    float *out = group->features;
    group->is_measured = true;
    out[0] = (float)group->n;
    out[1] = (float)group->sums.n_words;
    out[2] = share_of(group->sums.n_words, all);
    out[3] = share_of(group->sums.n_link_chars, group->sums.n_chars);
    out[4] = share_of(group->sums.n_prose_words, group->sums.n_words);
    out[5] = share_of(group->sums.n_words, group->n);
}

static void fill_group(const struct measuring *m, struct path_group *group, float *out) {
    if (!group->is_measured)
        measure_group(m, group);
    memcpy(out, group->features, sizeof group->features);
}

/* Fills the columns from `first` on by the groups of blocks with the same key. */
static void fill_groups(const struct measuring *m, const uint32_t *keys, enum feature first) {
    size_t n = m->page->n_blocks;
    struct path_groups groups;
    groups_init(&groups, m->page->arena, n);
    for (size_t i = 0; i < n; i++)
        add_to_group(find_group(&groups, keys[i]), m, i);
    for (size_t i = 0; i < n; i++)
        fill_group(m, find_group(&groups, keys[i]), row_of(m, i) + first);
}

static void fill_paths(const struct measuring *m) {
    size_t n = m->page->n_blocks;
    uint32_t *keys = arena_alloc(m->page->arena, n * sizeof *keys);
    for (size_t i = 0; i < n; i++)
        keys[i] = path_of(m, i);
    fill_groups(m, keys, FEATURE_path_count);
}

static void fill_kinds(const struct measuring *m) {
    size_t n = m->page->n_blocks;
    uint32_t *keys = arena_alloc(m->page->arena, n * sizeof *keys);
    for (size_t i = 0; i < n; i++)
        keys[i] = kind_of(m->page, i);
    fill_groups(m, keys, FEATURE_kind_count);
}

/* The container that Mozilla Readability's rule would choose: each block with at least a sentence
 * of text gives points to the container around it, and half of them to the next one out. */
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
    float share = share_of(best->sums.n_words, containers->upto[m->page->n_blocks].n_words);
    float link_density = share_of(best->sums.n_link_chars, best->sums.n_chars);
    for (size_t i = 0; i < m->page->n_blocks; i++) {
        float *row = row_of(m, i);
        bool inside = i >= best->first_block && i < best->end_block;
        row[FEATURE_best_inside] = inside;
        row[FEATURE_best_share] = share;
        row[FEATURE_best_link_density] = link_density;
        row[FEATURE_best_climb] =
            inside
                ? (float)containers->containers[containers->of_block[i]].depth - (float)best->depth
                : -1.0f;
    }
}

/* The sums over all containers of each group of siblings, stored at the first of them. */
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

/* The nearest container around block i that has similar siblings and is more than the block. */
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

/* The innermost container with more than this share of the page's prose. */
static const double DOMINANT = 0.6;

static uint32_t find_dominant(const struct measuring *m) {
    const struct containers *containers = m->containers;
    double all = containers->upto[m->page->n_blocks].n_prose_words;
    uint32_t found = 0;
    for (uint32_t k = 1; k < containers->n_containers; k++) /* parents precede their children */
        if (containers->containers[k].parent == found &&
            containers->containers[k].sums.n_prose_words > DOMINANT * all)
            found = k;
    return found;
}

static void fill_dominant(const struct measuring *m) {
    const struct containers *containers = m->containers;
    const struct container *dominant = &containers->containers[find_dominant(m)];
    float share = share_of(dominant->sums.n_words, containers->upto[m->page->n_blocks].n_words);
    for (size_t i = 0; i < m->page->n_blocks; i++) {
        float *row = row_of(m, i);
        bool inside = i >= dominant->first_block && i < dominant->end_block;
        uint32_t depth = containers->containers[containers->of_block[i]].depth;
        row[FEATURE_dominant_inside] = inside;
        row[FEATURE_dominant_climb] = inside ? (float)depth - (float)dominant->depth : -1.0f;
        row[FEATURE_dominant_share] = share;
    }
}

/* The container of an <article> with prose; CONTAINER_NONE for any other node. */
static uint32_t article_at(const struct measuring *m, size_t node) {
    const struct dom_node *element = &m->page->dom.nodes[node];
    if (element->kind != DOM_ELEMENT || element->tag != DOM_ARTICLE)
        return CONTAINER_NONE;
    uint32_t k = m->containers->of_node[node];
    bool has_prose = k != CONTAINER_NONE && m->containers->containers[k].sums.n_prose_words > 0;
    return has_prose ? k : CONTAINER_NONE;
}

/* A page with several articles shows one and announces the others, or is a list of them. */
static void fill_articles(const struct measuring *m) {
    const struct containers *containers = m->containers;
    double all = containers->upto[m->page->n_blocks].n_prose_words;
    float place = 0, prose = 0;
    for (size_t i = 0; i < m->page->n_blocks; i++)
        row_of(m, i)[FEATURE_article_place] = -1;
    for (size_t node = 0; node < m->page->dom.n_nodes; node++) {
        uint32_t k = article_at(m, node);
        if (k == CONTAINER_NONE)
            continue;
        const struct container *article = &containers->containers[k];
        for (size_t i = article->first_block; i < article->end_block; i++) {
            float *row = row_of(m, i);
            row[FEATURE_article_place] = place;
            row[FEATURE_article_words] = (float)article->sums.n_words;
            row[FEATURE_article_prose_before] = share_of((double)prose, all);
        }
        place++;
        prose += (float)article->sums.n_prose_words;
        node = m->page->dom.nodes[node].end - 1;
    }
    for (size_t i = 0; i < m->page->n_blocks; i++)
        row_of(m, i)[FEATURE_article_count] = place;
}

static void fill_h1(const struct measuring *m) {
    float n = 0;
    for (size_t i = 0; i < m->page->n_blocks; i++) {
        row_of(m, i)[FEATURE_h1_before] = n;
        n += dom_heading_level(m->page->blocks[i].tag) == 1;
    }
    for (size_t i = 0; i < m->page->n_blocks; i++)
        row_of(m, i)[FEATURE_h1_count] = n;
}

static void (*const FILLERS[])(const struct measuring *) = {
    fill_ancestors, fill_paths,    fill_kinds,    fill_best,
    fill_items,     fill_dominant, fill_articles, fill_h1};

void feature_fill_containers(const struct measuring *m) {
    for (size_t i = 0; i < m->page->n_blocks; i++)
        fill_within(m, i, m->containers->containers[m->containers->of_block[i]].within);
    for (size_t i = 0; i < N_OF(FILLERS); i++) {
        struct arena_mark mark = arena_mark(m->page->arena);
        FILLERS[i](m);
        arena_release(m->page->arena, mark); /* one table at a time */
    }
}
