/*
 * Turns rows of features into likelihoods, with boosted trees.
 */
#include "score/model.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

const int16_t *model_token(const struct model_tokens *tokens, uint32_t hash) {
    uint32_t low = tokens->first[hash >> 24], n = tokens->first[(hash >> 24) + 1] - low;
    for (uint32_t half = n / 2; half > 0; half = n / 2) { /* without a branch on what is there */
        low = tokens->hashes[low + half] <= hash ? low + half : low;
        n -= half;
    }
    return n > 0 && tokens->hashes[low] == hash ? tokens->weights[low] : NULL;
}

void model_run(struct arena *arena, const struct forest *forest, const float *rows, size_t n,
               float *out) {
    struct arena_mark mark = arena_mark(arena);
    int32_t *sums = arena_alloc(arena, (n + 1) * sizeof *sums);
    forest_best_sum()(arena, forest, rows, n, sums);
    for (size_t i = 0; i < n; i++)
        out[i] = 1 / (1 + expf(-((float)sums[i] / forest->scale + forest->bias)));
    arena_release(arena, mark);
}

/* For each node of a tree, the mean of the leaves that the rows through it reach. */
struct node_means {
    double sum[1 << FOREST_MAX_DEPTH << 1];
    uint32_t n[1 << FOREST_MAX_DEPTH << 1];
};

/* The feature that a cut (counted from 1) belongs to. */
static size_t feature_of(const struct forest *forest, uint16_t cut) {
    size_t low = 0, high = forest->n_features;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (forest->first_cut[middle] < cut)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The feature of each cut; cuts are counted from 1. */
static uint16_t *features_of_cuts(struct arena *arena, const struct forest *forest) {
    size_t n_cuts = forest->first_cut[forest->n_features];
    uint16_t *features = arena_alloc(arena, (n_cuts + 1) * sizeof *features);
    for (size_t cut = 0; cut <= n_cuts; cut++)
        features[cut] = (uint16_t)feature_of(forest, (uint16_t)cut);
    return features;
}

/* The child of node `at` that a row goes to. */
static size_t next_node(const struct forest *forest, const uint16_t *features, uint16_t cut,
                        size_t at, const float *row) {
    bool is_right = cut == 0 || row[features[cut]] >= forest->cuts[cut - 1];
    return 2 * at + 1 + is_right;
}

static void add_to_means(const struct forest *forest, const uint16_t *features, size_t tree,
                         const float *row, struct node_means *means) {
    const size_t n_nodes = ((size_t)1 << forest->depth) - 1;
    const uint16_t *nodes = forest->nodes + tree * n_nodes;
    size_t at = 0;
    while (at < n_nodes)
        at = next_node(forest, features, nodes[at], at, row);
    double leaf = forest->leaves[tree * (n_nodes + 1) + at - n_nodes];
    for (;; at = (at - 1) / 2) {
        means->sum[at] += leaf;
        means->n[at]++;
        if (at == 0)
            break;
    }
}

static void pull_row(const struct forest *forest, const uint16_t *features, size_t tree,
                     const float *row, const struct node_means *means, float *pull) {
    const size_t n_nodes = ((size_t)1 << forest->depth) - 1;
    const uint16_t *nodes = forest->nodes + tree * n_nodes;
    for (size_t at = 0; at < n_nodes;) {
        size_t next = next_node(forest, features, nodes[at], at, row);
        double step = means->sum[next] / means->n[next] - means->sum[at] / means->n[at];
        pull[features[nodes[at]]] += (float)step / forest->scale;
        at = next;
    }
}

void model_pull(struct arena *arena, const struct forest *forest, const float *rows, size_t n,
                float *pulls) {
    const size_t width = forest->n_features;
    const uint16_t *features = features_of_cuts(arena, forest);
    struct node_means means;
    memset(pulls, 0, n * width * sizeof *pulls);
    for (size_t tree = 0; tree < forest->n_trees; tree++) {
        arena_check_time(arena);
        memset(&means, 0, sizeof means);
        for (size_t i = 0; i < n; i++)
            add_to_means(forest, features, tree, rows + i * width, &means);
        for (size_t i = 0; i < n; i++)
            pull_row(forest, features, tree, rows + i * width, &means, pulls + i * width);
    }
}
