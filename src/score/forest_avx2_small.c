/*
 * Evaluates a forest with AVX2, for up to 64 rows: half of all pages have no more blocks. A vector
 * then has room for the rows of four trees, and the sets of all cuts fit into the first cache.
 */
#include "score/forest_avx2.h"

#if defined __x86_64__ && !defined PITH_PLAIN

enum { N_TILE_ROWS = FOREST_SMALL_ROWS, N_DESCENTS = FOREST_SMALL_TREES };

typedef uint64_t cut_set; /* row r is bit r */
typedef tile_set row_set;

FOREST_TARGET static void read_columns(const float *rows, size_t width, size_t n_columns, size_t n,
                                       struct columns *out) {
    (void)n_columns; /* always four */
    read_columns_apart(rows, width, n, (n + 7) / 8 * 8, 4, out);
}

FOREST_TARGET static inline void find_reaching(const float *column, size_t n_rows,
                                               const float *cuts, size_t n_cuts,
                                               cut_set *reaching) {
    for (size_t k = 0; k < n_cuts; k++) {
        const __m256 cut = _mm256_set1_ps(cuts[k]);
        uint8_t *bytes = (uint8_t *)&reaching[k];
        reaching[k] = 0;
        for (size_t i = 0; i < n_rows; i += 8)
            bytes[i / 8] = (uint8_t)_mm256_movemask_ps(_mm256_castsi256_ps(reach(column + i, cut)));
    }
}

FOREST_INLINE void reached(const cut_set *reaching, const uint16_t *node, size_t n_nodes,
                           row_set *out) {
    *out = (row_set){reaching[node[0]], reaching[node[n_nodes]], reaching[node[2 * n_nodes]],
                     reaching[node[3 * n_nodes]]};
}

/* Transposes four sets of four trees: row t of the result are the sets of tree t. */
FOREST_TARGET static inline void transpose(const row_set *x, __m256i *out) {
    __m256i a = _mm256_unpacklo_epi64((__m256i)x[0], (__m256i)x[1]),
            b = _mm256_unpackhi_epi64((__m256i)x[0], (__m256i)x[1]),
            c = _mm256_unpacklo_epi64((__m256i)x[2], (__m256i)x[3]),
            d = _mm256_unpackhi_epi64((__m256i)x[2], (__m256i)x[3]);
    out[0] = _mm256_permute2x128_si256(a, c, 0x20);
    out[1] = _mm256_permute2x128_si256(b, d, 0x20);
    out[2] = _mm256_permute2x128_si256(a, c, 0x31);
    out[3] = _mm256_permute2x128_si256(b, d, 0x31);
}

FOREST_TARGET static inline void add_leaves(row_set *x, size_t n, const int16_t *leaves,
                                            size_t n_leaves, size_t first_tree, int32_t *sums) {
    __m256i first[N_DESCENTS], second[N_DESCENTS];
    (void)n;
    turn_to_leaves(x);
    transpose(x, first);
    transpose(x + 4, second);
    for (size_t tree = first_tree; tree < N_DESCENTS; tree++) {
        __m256i low[4] = {{0}}, high[4] = {{0}};
        part_leaves(leaves + tree * n_leaves, n_leaves, low, high);
        add_group(low, high, first[tree], sums);
        add_group(low, high, second[tree], sums + GROUP_ROWS);
    }
}

/* The leaf of row r is byte r / 8 of set r % 8. */
static size_t place_of_sum(size_t row) {
    return row % 8 * 8 + row / 8;
}

#include "score/forest_kernel.h"

void forest_sum_small(struct arena *arena, const struct forest *forest, const float *rows, size_t n,
                      int32_t *sums) {
    sum_forest(arena, forest, rows, n, sums);
}

#endif
