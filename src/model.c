/*
 * Rows of measures into likelihoods by boosted trees.
 */
#include "model.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

const int16_t *model_token(const struct model_tokens *tokens, uint32_t hash) {
    uint32_t low = tokens->first[hash >> 24], high = tokens->first[(hash >> 24) + 1];
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (tokens->hashes[middle] < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low < tokens->n_tokens && tokens->hashes[low] == hash ? tokens->weights[low] : NULL;
}

/* Rows are taken by tiles, whose bins lie feature by feature: with the trees' nodes they stay in
 * the first-level cache (151 features * 64 bytes). */
enum { TILE = 64, LANES = 8, MAX_FEATURES = 256 /* a feature's index is a byte in the nodes */ };

/* How many of the n ascending cuts are at or below x. Without branches, which would be guessed
 * wrong half of the time. */
static uint8_t bin_of(const float *cuts, size_t n, float x) {
    size_t low = 0;
    while (n > 1) {
        size_t half = n / 2;
        low = cuts[low + half - 1] <= x ? low + half : low;
        n -= half;
    }
    return (uint8_t)(low + (n == 1 && cuts[low] <= x));
}

/* Many measures, all those of the page first, are the same in the row before. */
static void bin_rows(const struct model_forest *forest, const float *rows, size_t n,
                     uint8_t *bins) {
    const size_t width = forest->n_features;
    for (size_t i = 0; i < n; i++, rows += width)
        for (size_t f = 0; f < width; f++) {
            uint8_t *bin = &bins[f * TILE + i];
            size_t first = forest->first_cut[f];
            *bin = i && rows[f] == (rows - width)[f]
                       ? bin[-1]
                       : bin_of(forest->cuts + first, forest->first_cut[f + 1] - first, rows[f]);
        }
}

/* Rows go down a tree by eights, so that the processor has as many chains of loads to work on.
 * Spelt out, since compilers would not keep an array of places in registers. */
static void add_lanes(const uint8_t *nodes, const int16_t *leaves, size_t depth,
                      const uint8_t *bins, int32_t *sums) {
    const uint32_t n_nodes = (1u << depth) - 1;
    uint32_t a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
#define STEP(at, lane)                                                                             \
    at = 2 * at + 1 + (bins[nodes[2 * at] * (uint32_t)TILE + (lane)] >= nodes[2 * at + 1])
    for (size_t level = 0; level < depth; level++) {
        STEP(a, 0);
        STEP(b, 1);
        STEP(c, 2);
        STEP(d, 3);
        STEP(e, 4);
        STEP(f, 5);
        STEP(g, 6);
        STEP(h, 7);
    }
#undef STEP
    const uint32_t at[LANES] = {a, b, c, d, e, f, g, h};
    for (size_t lane = 0; lane < LANES; lane++)
        sums[lane] += leaves[at[lane] - n_nodes];
}

static void add_trees(const struct model_forest *forest, const uint8_t *bins, size_t n,
                      int32_t *sums) {
    const size_t n_nodes = ((size_t)1 << forest->depth) - 1;
    const uint8_t *nodes = forest->nodes;
    const int16_t *leaves = forest->leaves;
    for (size_t tree = 0; tree < forest->n_trees; tree++) {
        for (size_t i = 0; i < n; i += LANES)
            add_lanes(nodes, leaves, forest->depth, bins + i, sums + i);
        nodes += n_nodes * 2;
        leaves += n_nodes + 1;
    }
}

void model_run(const struct model_forest *forest, const float *rows, size_t n, float *out) {
    uint8_t bins[MAX_FEATURES * TILE] = {0}; /* lanes past the last row go down for nothing */
    for (size_t i = 0; i < n; i += TILE) {
        size_t n_rows = n - i < TILE ? n - i : TILE;
        int32_t sums[TILE] = {0};
        bin_rows(forest, rows + i * forest->n_features, n_rows, bins);
        add_trees(forest, bins, n_rows, sums);
        for (size_t k = 0; k < n_rows; k++)
            out[i + k] = 1 / (1 + expf(-((float)sums[k] / forest->scale + forest->bias)));
    }
}

/* What the rows that pass through each node of a tree come to in the end. */
struct node_means {
    double sum[1 << MODEL_MAX_DEPTH << 1];
    uint32_t n[1 << MODEL_MAX_DEPTH << 1];
};

/* The child of node `at` that a row goes to. */
static size_t next_node(const struct model_forest *forest, const uint8_t *nodes, size_t at,
                        const float *row) {
    uint8_t feature = nodes[2 * at], bin = nodes[2 * at + 1];
    bool is_right = bin == 0 || row[feature] >= forest->cuts[forest->first_cut[feature] + bin - 1];
    return 2 * at + 1 + is_right;
}

static void add_to_means(const struct model_forest *forest, size_t tree, const float *row,
                         struct node_means *means) {
    const size_t n_nodes = ((size_t)1 << forest->depth) - 1;
    const uint8_t *nodes = forest->nodes + tree * n_nodes * 2;
    size_t at = 0;
    while (at < n_nodes)
        at = next_node(forest, nodes, at, row);
    double leaf = forest->leaves[tree * (n_nodes + 1) + at - n_nodes];
    for (;; at = (at - 1) / 2) {
        means->sum[at] += leaf;
        means->n[at]++;
        if (at == 0)
            break;
    }
}

static void pull_row(const struct model_forest *forest, size_t tree, const float *row,
                     const struct node_means *means, float *pull) {
    const size_t n_nodes = ((size_t)1 << forest->depth) - 1;
    const uint8_t *nodes = forest->nodes + tree * n_nodes * 2;
    for (size_t at = 0; at < n_nodes;) {
        size_t next = next_node(forest, nodes, at, row);
        double step = means->sum[next] / means->n[next] - means->sum[at] / means->n[at];
        pull[nodes[2 * at]] += (float)step / forest->scale;
        at = next;
    }
}

void model_pull(const struct model_forest *forest, const float *rows, size_t n, float *pulls) {
    const size_t width = forest->n_features;
    struct node_means means;
    memset(pulls, 0, n * width * sizeof *pulls);
    for (size_t tree = 0; tree < forest->n_trees; tree++) {
        memset(&means, 0, sizeof means);
        for (size_t i = 0; i < n; i++)
            add_to_means(forest, tree, rows + i * width, &means);
        for (size_t i = 0; i < n; i++)
            pull_row(forest, tree, rows + i * width, &means, pulls + i * width);
    }
}
