/*
 * Rows of measures into likelihoods by boosted trees.
 */
#include "model.h"

#include <math.h>

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

/* How many of the n ascending cuts are at or below x. */
static uint8_t bin_of(const float *cuts, size_t n, float x) {
    size_t low = 0;
    while (n) {
        size_t half = n / 2;
        if (cuts[low + half] <= x) {
            low += half + 1;
            n -= half + 1;
        } else {
            n = half;
        }
    }
    return (uint8_t)low;
}

/* Many measures, all those of the page first, are the same in the row before. */
static void bin_rows(const struct model_forest *forest, const float *rows, size_t n,
                     uint8_t *bins) {
    size_t width = forest->n_features;
    for (size_t i = 0; i < n; i++, rows += width, bins += width)
        for (size_t f = 0; f < width; f++) {
            size_t first = forest->first_cut[f], n_cuts = forest->first_cut[f + 1] - first;
            if (n_cuts == 0)
                bins[f] = 0;
            else if (i && rows[f] == (rows - width)[f])
                bins[f] = (bins - width)[f];
            else
                bins[f] = bin_of(forest->cuts + first, n_cuts, rows[f]);
        }
}

/* Rows go down a tree by fours, so that the processor has four chains of loads to work on. */
static void add_tree(const struct model_forest *forest, size_t tree, const uint8_t *bins, size_t n,
                     float *sums) {
    const size_t width = forest->n_features, depth = forest->depth;
    const size_t n_nodes = ((size_t)1 << depth) - 1;
    const uint8_t *nodes = forest->nodes + tree * n_nodes * 2;
    const int16_t *leaves = forest->leaves + tree * (n_nodes + 1);
    for (size_t i = 0; i < n; i += 4) {
        const uint8_t *row[4];
        size_t at[4] = {0};
        for (size_t k = 0; k < 4; k++)
            row[k] = bins + (i + k < n ? i + k : i) * width;
        for (size_t d = 0; d < depth; d++)
            for (size_t k = 0; k < 4; k++)
                at[k] = 2 * at[k] + 1 + (row[k][nodes[2 * at[k]]] >= nodes[2 * at[k] + 1]);
        for (size_t k = 0; k < 4 && i + k < n; k++)
            sums[i + k] += (float)leaves[at[k] - n_nodes];
    }
}

void model_run(const struct model_forest *forest, const float *rows, size_t n, uint8_t *bins,
               float *out) {
    bin_rows(forest, rows, n, bins);
    for (size_t i = 0; i < n; i++)
        out[i] = 0;
    for (size_t tree = 0; tree < forest->n_trees; tree++)
        add_tree(forest, tree, bins, n, out);
    for (size_t i = 0; i < n; i++)
        out[i] = 1 / (1 + expf(-(out[i] / forest->scale + forest->bias)));
}

/* The mean of the leaves below the node at `place` of a tree whose leaves are given. */
static float mean_leaf(const int16_t *leaves, size_t depth, size_t place) {
    size_t first = place, last = place, n_nodes = ((size_t)1 << depth) - 1;
    double sum = 0;
    while (first < n_nodes) {
        first = 2 * first + 1;
        last = 2 * last + 2;
    }
    for (size_t i = first; i <= last; i++)
        sum += leaves[i - n_nodes];
    return (float)(sum / (double)(last - first + 1));
}

static void pull_tree(const struct model_forest *forest, size_t tree, const uint8_t *bins,
                      float *pull) {
    const size_t n_nodes = ((size_t)1 << forest->depth) - 1;
    const uint8_t *nodes = forest->nodes + tree * n_nodes * 2;
    const int16_t *leaves = forest->leaves + tree * (n_nodes + 1);
    float mean = mean_leaf(leaves, forest->depth, 0);
    for (size_t at = 0; at < n_nodes;) {
        uint8_t feature = nodes[2 * at];
        at = 2 * at + 1 + (bins[feature] >= nodes[2 * at + 1]);
        float next = mean_leaf(leaves, forest->depth, at);
        pull[feature] += (next - mean) / forest->scale;
        mean = next;
    }
}

void model_pull(const struct model_forest *forest, const float *row, float *pull) {
    uint8_t bins[256]; /* a feature's index is a byte in the nodes */
    bin_rows(forest, row, 1, bins);
    for (size_t f = 0; f < forest->n_features; f++)
        pull[f] = 0;
    for (size_t tree = 0; tree < forest->n_trees; tree++)
        pull_tree(forest, tree, bins, pull);
}
