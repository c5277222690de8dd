/*
 * Evaluates a forest in plain C, and chooses between the implementations.
 */
#include "score/forest.h"

#include <string.h>

#define FOREST_TARGET

#include "score/forest_tile.h"

enum { N_TILE_ROWS = TILE_ROWS, N_DESCENTS = 1 };

typedef tile_set cut_set, row_set;

static void read_columns(const float *rows, size_t width, size_t n_columns, size_t n,
                         struct columns *out) {
    for (size_t c = 0; c < n_columns; c++)
        out->min[c] = out->max[c] = rows[c];
    for (size_t i = 0; i < n; i++, rows += width)
        for (size_t c = 0; c < n_columns; c++) {
            float x = rows[c];
            out->values[c][i] = x;
            out->min[c] = x < out->min[c] ? x : out->min[c];
            out->max[c] = x > out->max[c] ? x : out->max[c];
        }
}

/* The number of `n` ascending cuts that are at or below x. Branchless, since the branches would be
 * mispredicted half of the time. */
static size_t bin_of(const float *cuts, size_t n, float x) {
    size_t low = 0;
    while (n > 1) {
        size_t half = n / 2;
        low = cuts[low + half - 1] <= x ? low + half : low;
        n -= half;
    }
    return low + (n == 1 && cuts[low] <= x);
}

/* Each row is put into the set of the highest cut that it reaches; the sets of lower cuts
 * follow. */
static void find_reaching(const float *column, size_t n_rows, const float *cuts, size_t n_cuts,
                          row_set *reaching) {
    uint8_t unreached[GROUP_ROWS] = {0};
    size_t bin = 0;
    memset(reaching, 0, n_cuts * sizeof *reaching);
    for (size_t i = 0; i < n_rows; i++) {
        if (i == 0 || column[i] != column[i - 1])
            bin = bin_of(cuts, n_cuts, column[i]);
        uint8_t *bytes = bin ? (uint8_t *)&reaching[bin - 1] : unreached;
        bytes[i % GROUP_ROWS] |= (uint8_t)(1u << i / GROUP_ROWS);
    }
    for (size_t k = n_cuts; k-- > 1;)
        reaching[k - 1] |= reaching[k];
}

FOREST_INLINE void reached(const cut_set *reaching, const uint16_t *node, size_t n_nodes,
                           row_set *out) {
    (void)n_nodes;
    *out = reaching[*node];
}

static void add_leaves(row_set *x, size_t n, const int16_t *leaves, size_t n_leaves,
                       size_t first_tree, int32_t *sums) {
    const uint8_t *leaf = (const uint8_t *)x;
    (void)n_leaves, (void)first_tree;
    turn_to_leaves(x);
    for (size_t i = 0; i < n; i++)
        sums[i] += leaves[leaf[i]];
}

static size_t place_of_sum(size_t row) {
    return row;
}

#include "score/forest_kernel.h"

static bool processor_runs(enum forest_path path) {
#if defined __x86_64__
    if (path == FOREST_AVX2)
        return __builtin_cpu_supports("avx2");
    if (path == FOREST_AVX512)
        return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi");
#endif
    return path == FOREST_PLAIN;
}

forest_sum_fn *forest_sum_of(enum forest_path path) {
    static forest_sum_fn *const *const sums[N_FOREST_PATHS] = {
        [FOREST_AVX2] = &FOREST_SUM_AVX2, [FOREST_AVX512] = &FOREST_SUM_AVX512};
    if (path == FOREST_PLAIN)
        return sum_forest;
    return processor_runs(path) ? *sums[path] : NULL;
}

forest_sum_fn *forest_best_sum(void) {
    enum forest_path path = N_FOREST_PATHS - 1;
    while (!forest_sum_of(path))
        path--;
    return forest_sum_of(path);
}
