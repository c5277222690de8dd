/*
 * Evaluates a forest with AVX2, for 256 rows at a time.
 */
#include "score/forest_avx2.h"

#if defined __x86_64__ && !defined PITH_PLAIN

enum { N_TILE_ROWS = TILE_ROWS, N_DESCENTS = 1 };

typedef tile_set cut_set, row_set;

/* Vector v of a group contains its rows 4v to 4v + 3 and 16 + 4v to 16 + 4v + 3; the packing in
 * find_reaching restores the order. */
FOREST_TARGET static void read_columns(const float *rows, size_t width, size_t n_columns, size_t n,
                                       struct columns *out) {
    (void)n_columns; /* always four */
    read_columns_apart(rows, width, n, (n + 31) / 32 * 32, 16, out);
}

FOREST_TARGET static inline void find_reaching(const float *column, size_t n_rows,
                                               const float *cuts, size_t n_cuts,
                                               row_set *reaching) {
    for (size_t k = 0; k < n_cuts; k++) {
        const __m256 cut = _mm256_set1_ps(cuts[k]);
        __m256i set = _mm256_setzero_si256(), bit = _mm256_set1_epi8(1);
        for (const float *at = column; at < column + n_rows; at += GROUP_ROWS) {
            __m256i first = _mm256_packs_epi32(reach(at, cut), reach(at + 8, cut));
            __m256i second = _mm256_packs_epi32(reach(at + 16, cut), reach(at + 24, cut));
            __m256i group = _mm256_packs_epi16(first, second);
            set = _mm256_or_si256(set, _mm256_and_si256(group, bit));
            bit = _mm256_add_epi8(bit, bit);
        }
        _mm256_store_si256((__m256i *)&reaching[k], set);
    }
}

FOREST_INLINE void reached(const cut_set *reaching, const uint16_t *node, size_t n_nodes,
                           row_set *out) {
    (void)n_nodes;
    *out = reaching[*node];
}

FOREST_TARGET static inline void add_leaves(row_set *x, size_t n, const int16_t *leaves,
                                            size_t n_leaves, size_t first_tree, int32_t *sums) {
    __m256i low[4] = {{0}}, high[4] = {{0}};
    (void)first_tree;
    turn_to_leaves(x);
    part_leaves(leaves, n_leaves, low, high);
    for (size_t g = 0; g < (n + GROUP_ROWS - 1) / GROUP_ROWS; g++)
        add_group(low, high, _mm256_load_si256((const __m256i *)&x[g]), sums + g * GROUP_ROWS);
}

static size_t place_of_sum(size_t row) {
    return row;
}

#include "score/forest_kernel.h"

/* What is left over by tiles of 256 rows is often less than 64. */
static void sum_forest_avx2(struct arena *arena, const struct forest *forest, const float *rows,
                            size_t n, int32_t *sums) {
    size_t n_wide = n;
    if (forest->n_features < N_COLUMNS || forest->depth < 4 || forest->depth > 6 ||
        forest->n_trees < FOREST_SMALL_TREES) {
        forest_sum_of(FOREST_PLAIN)(arena, forest, rows, n, sums);
        return;
    }
    if (n % TILE_ROWS <= FOREST_SMALL_ROWS)
        n_wide -= n % TILE_ROWS;
    sum_forest(arena, forest, rows, n_wide, sums);
    forest_sum_small(arena, forest, rows + n_wide * forest->n_features, n - n_wide, sums + n_wide);
}

forest_sum_fn *const FOREST_SUM_AVX2 = sum_forest_avx2;

#else

forest_sum_fn *const FOREST_SUM_AVX2 = NULL;

#endif
