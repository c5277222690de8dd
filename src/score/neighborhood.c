/*
 * Turns first-stage scores into rows of numbers for the second stage.
 */
#include "score/neighborhood.h"

#include <string.h>

#include "base/hash_table.h"
#include "score/expected_f1.h"
#include "score/feature.h"
#include "score/shared_vocabulary.h"

static const float SURE = 0.7f;
static const float LIKELY = 0.5f;
static const float FAR_AWAY = 255;

const char *neighborhood_name(enum neighborhood feature) {
    static const char *const NAMES[NEIGHBORHOOD_N] = {
#define X(name) [NEIGHBORHOOD_##name] = #name,
        NEIGHBORHOOD_MEASURES(X)
#undef X
    };
    return NAMES[feature];
}

struct measuring {
    const struct block_page *page;
    const struct containers *containers;
    const float *features, *score;
    double *mass;   /* mass[i]: sum of words times score over blocks 0 .. i-1 */
    double *likely; /* likely[i]: words in those of these blocks that score LIKELY or more */
    float *rows;
};

static float mean_of(const struct measuring *m, size_t first, size_t end) {
    double words = containers_sum(m->containers, first, end).n_words;
    return words > 0 ? (float)((m->mass[end] - m->mass[first]) / words) : 0.0f;
}

static float mass_share(const struct measuring *m, size_t first, size_t end) {
    double all = m->mass[m->page->n_blocks];
    return all > 0 ? (float)((m->mass[end] - m->mass[first]) / all) : 0.0f;
}

static float mean_around(const struct measuring *m, size_t i, size_t reach) {
    size_t end = i + reach + 1;
    return mean_of(m, i > reach ? i - reach : 0, end < m->page->n_blocks ? end : m->page->n_blocks);
}

static float score_at(const struct measuring *m, size_t i, int step) {
    if ((step < 0 && i < (size_t)-step) || i + (size_t)step >= m->page->n_blocks)
        return -1;
    return m->score[i + (size_t)step];
}

static void fill_neighbours(const struct measuring *m, size_t i, float *row) {
    row[NEIGHBORHOOD_own] = m->score[i];
    for (int k = 1; k <= 4; k++) {
        row[NEIGHBORHOOD_prev1 + 1 - k] = score_at(m, i, -k);
        row[NEIGHBORHOOD_next1 - 1 + k] = score_at(m, i, k);
    }
    row[NEIGHBORHOOD_mean3] = mean_around(m, i, 3);
    row[NEIGHBORHOOD_mean8] = mean_around(m, i, 8);
    row[NEIGHBORHOOD_mean20] = mean_around(m, i, 20);
}

enum { N_OF_BOX = 2 };

/* Computes the measures of each container once for all blocks in it. */
static float *measure_boxes(const struct measuring *m) {
    const struct containers *containers = m->containers;
    size_t n = containers->n_containers;
    float *boxes = arena_alloc(m->page->arena, n * N_OF_BOX * sizeof *boxes);
    for (size_t k = 0; k < n; k++) {
        const struct container *container = &containers->containers[k];
        boxes[k * N_OF_BOX] = mean_of(m, container->first_block, container->end_block);
        boxes[k * N_OF_BOX + 1] = mass_share(m, container->first_block, container->end_block);
    }
    return boxes;
}

static void fill_ancestors(const struct measuring *m, const float *boxes, size_t i, float *row) {
    uint32_t k = m->containers->of_block[i];
    float *out = row + NEIGHBORHOOD_box0_mean;
    for (int level = 0; level < NEIGHBORHOOD_N_CONTAINERS; level++, out += N_OF_BOX) {
        memcpy(out, boxes + (size_t)k * N_OF_BOX, N_OF_BOX * sizeof *out);
        k = m->containers->containers[k].parent;
    }
}

static void fill_copies(const struct measuring *m, size_t i, float *row) {
    const float *features = m->features + i * FEATURE_N;
    row[NEIGHBORHOOD_words] = features[FEATURE_words];
    row[NEIGHBORHOOD_link_density] = features[FEATURE_link_density];
    row[NEIGHBORHOOD_tag] = features[FEATURE_tag];
    row[NEIGHBORHOOD_heading_level] = features[FEATURE_heading_level];
    row[NEIGHBORHOOD_last_char] = features[FEATURE_last_char];
}

/* Words and scores of blocks that belong together. */
struct group {
    double mass, words;
    double likely; /* words in blocks that score LIKELY or more */
};

static void add_range(struct group *group, const struct measuring *m, size_t first, size_t end) {
    group->words += containers_sum(m->containers, first, end).n_words;
    group->mass += m->mass[end] - m->mass[first];
    group->likely += m->likely[end] - m->likely[first];
}

static float mean_score(const struct group *group) {
    return group->words > 0 ? (float)(group->mass / group->words) : 0.0f;
}

static float likely_share(const struct group *group) {
    return group->words > 0 ? (float)(group->likely / group->words) : 0.0f;
}

static uint32_t path_of(const struct measuring *m, size_t i) {
    return m->containers->containers[m->containers->of_block[i]].path;
}

static void fill_paths(const struct measuring *m) {
    size_t n = m->page->n_blocks;
    struct hash_table paths = hash_table(m->page->arena, n);
    struct group *groups = arena_alloc_zero(m->page->arena, paths.n_slots, sizeof *groups);
    for (size_t i = 0; i < n; i++)
        add_range(&groups[hash_table_slot(&paths, path_of(m, i))], m, i, i + 1);
    for (size_t i = 0; i < n; i++) {
        const struct group *g = &groups[hash_table_slot(&paths, path_of(m, i))];
        float *row = m->rows + i * NEIGHBORHOOD_N;
        row[NEIGHBORHOOD_path_mean] = mean_score(g);
        row[NEIGHBORHOOD_path_likely] = likely_share(g);
    }
}

/* The container of the item around a block (feature item_climb says how far up it is), or
 * CONTAINER_NONE. */
static uint32_t item_of(const struct measuring *m, size_t i) {
    const float *features = m->features + i * FEATURE_N;
    if (features[FEATURE_item_count] <= 0)
        return CONTAINER_NONE;
    uint32_t k = m->containers->of_block[i];
    for (int climb = (int)features[FEATURE_item_climb]; climb > 0 && k != 0; climb--)
        k = m->containers->containers[k].parent;
    return k;
}

static void fill_items(const struct measuring *m) {
    const struct containers *containers = m->containers;
    struct group *siblings =
        arena_alloc_zero(m->page->arena, containers->n_containers, sizeof *siblings);
    for (size_t k = 0; k < containers->n_containers; k++) {
        const struct container *container = &containers->containers[k];
        add_range(&siblings[container->group], m, container->first_block, container->end_block);
    }
    for (size_t i = 0; i < m->page->n_blocks; i++) {
        float *row = m->rows + i * NEIGHBORHOOD_N;
        uint32_t k = item_of(m, i);
        row[NEIGHBORHOOD_siblings_mean] = row[NEIGHBORHOOD_siblings_likely] =
            row[NEIGHBORHOOD_item_mean] = -1;
        if (k == CONTAINER_NONE)
            continue;
        const struct container *item = &containers->containers[k];
        row[NEIGHBORHOOD_siblings_mean] = mean_score(&siblings[item->group]);
        row[NEIGHBORHOOD_siblings_likely] = likely_share(&siblings[item->group]);
        row[NEIGHBORHOOD_item_mean] = mean_of(m, item->first_block, item->end_block);
    }
}

static void fill_sections(const struct measuring *m) {
    size_t first = 0, n = m->page->n_blocks;
    for (size_t i = 1; i <= n; i++) {
        if (i < n && !dom_heading_level(m->page->blocks[i].tag))
            continue;
        bool has_heading = dom_heading_level(m->page->blocks[first].tag) != 0;
        float mean = mean_of(m, first, i);
        for (size_t k = first; k < i; k++) {
            float *row = m->rows + k * NEIGHBORHOOD_N;
            row[NEIGHBORHOOD_section_mean] = mean;
            row[NEIGHBORHOOD_section_heading] = has_heading ? m->score[first] : -1.0f;
        }
        first = i;
    }
}

/* Articles by feature article_place: the blocks of one are contiguous. */
static void fill_articles(const struct measuring *m) {
    size_t n = m->page->n_blocks, first = 0;
    float best = -1;
    for (size_t i = 1; i <= n; i++) {
        float place = m->features[first * FEATURE_N + FEATURE_article_place];
        if (i < n && m->features[i * FEATURE_N + FEATURE_article_place] == place)
            continue;
        float mean = place >= 0 ? mean_of(m, first, i) : -1.0f;
        for (size_t k = first; k < i; k++)
            m->rows[k * NEIGHBORHOOD_N + NEIGHBORHOOD_article_mean] = mean;
        best = mean > best ? mean : best;
        first = i;
    }
    for (size_t i = 0; i < n; i++)
        m->rows[i * NEIGHBORHOOD_N + NEIGHBORHOOD_best_article] = best;
}

static void fill_page(const struct measuring *m) {
    size_t n = m->page->n_blocks;
    struct expected_f1 best = expected_f1_best(m->page, m->score);
    float max = 0;
    for (size_t i = 0; i < n; i++)
        if (m->score[i] > max)
            max = m->score[i];
    float mean = mean_of(m, 0, n);
    for (size_t i = 0; i < n; i++) {
        float *row = m->rows + i * NEIGHBORHOOD_N;
        row[NEIGHBORHOOD_mass_before] = mass_share(m, 0, i);
        row[NEIGHBORHOOD_page_mean] = mean;
        row[NEIGHBORHOOD_page_mass] = (float)m->mass[n];
        row[NEIGHBORHOOD_page_max] = max;
        row[NEIGHBORHOOD_best_f1] = best.f1;
        row[NEIGHBORHOOD_above_cut] = m->score[i] - best.cut;
    }
}

static void fill_sure(const struct measuring *m) {
    size_t n = m->page->n_blocks, first = n, last = n;
    float distance = FAR_AWAY;
    for (size_t i = 0; i < n; i++) {
        m->rows[i * NEIGHBORHOOD_N + NEIGHBORHOOD_to_sure_before] = distance;
        distance = m->score[i] >= SURE ? 1 : distance + (distance < FAR_AWAY);
        if (m->score[i] >= SURE) {
            first = first == n ? i : first;
            last = i;
        }
    }
    distance = FAR_AWAY;
    for (size_t i = n; i-- > 0;) {
        float *row = m->rows + i * NEIGHBORHOOD_N;
        row[NEIGHBORHOOD_to_sure_after] = distance;
        distance = m->score[i] >= SURE ? 1 : distance + (distance < FAR_AWAY);
        row[NEIGHBORHOOD_since_first_sure] = first < n ? (float)i - (float)first : -FAR_AWAY;
        row[NEIGHBORHOOD_until_last_sure] = first < n ? (float)last - (float)i : -FAR_AWAY;
    }
}

/* Only for dumps: with markup, which says more about what belongs together, this gains nothing
 * (cross-validated; on dumps word F1 +.005 on news, +.003 on articles, +.001 on wcxb). */
static void fill_topics(const struct measuring *m) {
    if (m->page->dom.n_nodes)
        return;
    const struct shared_vocabulary *topics = shared_vocabulary_measure(m->page, m->score, SURE);
    for (size_t i = 0; i < m->page->n_blocks; i++) {
        float *row = m->rows + i * NEIGHBORHOOD_N;
        float n = (float)topics[i].n_words;
        row[NEIGHBORHOOD_topic_words] = n;
        row[NEIGHBORHOOD_topic_main] = n > 0 ? (float)topics[i].n_main / n : -1;
        row[NEIGHBORHOOD_topic_beside] = n > 0 ? (float)topics[i].n_beside / n : -1;
    }
}

float *neighborhood_measure(const struct block_page *page, const struct containers *containers,
                            const float *features, const float *score) {
    struct arena *arena = page->arena;
    size_t n = page->n_blocks;
    struct measuring m = {
        .page = page, .containers = containers, .features = features, .score = score};
    m.rows = arena_alloc_zero(arena, n ? n : 1, NEIGHBORHOOD_N * sizeof(float));
    struct arena_mark mark = arena_mark(arena);
    m.mass = arena_alloc_zero(arena, n + 1, sizeof *m.mass);
    m.likely = arena_alloc_zero(arena, n + 1, sizeof *m.likely);
    for (size_t i = 0; i < n; i++) {
        double words = page->blocks[i].counts.n_words;
        m.mass[i + 1] = m.mass[i] + (double)score[i] * words;
        m.likely[i + 1] = m.likely[i] + (score[i] >= LIKELY ? words : 0);
    }
    const float *boxes = measure_boxes(&m);
    for (size_t i = 0; i < n; i++) {
        float *row = m.rows + i * NEIGHBORHOOD_N;
        fill_neighbours(&m, i, row);
        fill_ancestors(&m, boxes, i, row);
        fill_copies(&m, i, row);
    }
    fill_paths(&m);
    fill_items(&m);
    fill_sections(&m);
    fill_articles(&m);
    fill_page(&m);
    fill_sure(&m);
    fill_topics(&m);
    arena_release(arena, mark);
    return m.rows;
}
