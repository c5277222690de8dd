/*
 * Rows of measures into likelihoods by boosted trees.
 */
#include "score/model.h"

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

/* Rows are taken by tiles, whose bins lie feature by feature: with a tree's nodes they stay in the
 * first-level cache (159 features of 64 bytes each are 10 KB of its 32 or more). */
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

/* How many of a tree's levels all rows of a tile go down at once, by vectors of bytes. A level more
 * would compare twice as many nodes and be no faster than going from row to row. */
enum { FIRST_LEVELS = 3 };

/* The way of each row of a tile down a tree's first levels: a bit a level, 1 for the right. Plain
 * loops over bytes, which compilers make vectors of. */
static void go_first_levels(const uint8_t *nodes, const uint8_t *bins, uint8_t *restrict ways) {
    const uint8_t *column[7];
    for (size_t i = 0; i < 7; i++)
        column[i] = bins + nodes[2 * i] * (size_t)TILE;
    const uint8_t c0 = nodes[1], c1 = nodes[3], c2 = nodes[5], c3 = nodes[7], c4 = nodes[9],
                  c5 = nodes[11], c6 = nodes[13];
    for (size_t k = 0; k < TILE; k++) {
        uint8_t a = column[0][k] >= c0;
        uint8_t b1 = column[1][k] >= c1, b2 = column[2][k] >= c2;
        uint8_t d3 = column[3][k] >= c3, d4 = column[4][k] >= c4;
        uint8_t d5 = column[5][k] >= c5, d6 = column[6][k] >= c6;
        uint8_t b = a ? b2 : b1;
        uint8_t left = b ? d4 : d3, right = b ? d6 : d5;
        ways[k] = (uint8_t)(4 * a + 2 * b + (a ? right : left));
    }
}

/* Rows go down a tree from `level` on by eights, so that the processor has as many chains of loads
 * to work on. Spelt out, since compilers would not keep an array of places in registers. */
static void add_lanes(const uint8_t *nodes, const int16_t *leaves, size_t depth,
                      const uint8_t *bins, size_t level, const uint8_t *ways, int32_t *sums) {
    const uint32_t n_nodes = (1u << depth) - 1, first = (1u << level) - 1;
    uint32_t a = first + ways[0], b = first + ways[1], c = first + ways[2], d = first + ways[3];
    uint32_t e = first + ways[4], f = first + ways[5], g = first + ways[6], h = first + ways[7];
#define STEP(at, lane)                                                                             \
    at = 2 * at + 1 + (bins[nodes[2 * at] * (uint32_t)TILE + (lane)] >= nodes[2 * at + 1])
    for (; level < depth; level++) {
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
    const size_t level = forest->depth < FIRST_LEVELS ? 0 : FIRST_LEVELS;
    uint8_t ways[TILE] = {0};
    for (size_t tree = 0; tree < forest->n_trees; tree++) {
        if (level > 0)
            go_first_levels(nodes, bins, ways);
        for (size_t i = 0; i < n; i += LANES)
            add_lanes(nodes, leaves, forest->depth, bins + i, level, ways + i, sums + i);
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
