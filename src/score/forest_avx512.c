/*
 * Evaluates a forest with AVX-512, for 256 rows and two trees at a time.
 */
#include <stdint.h>

typedef uint64_t cut_set __attribute__((vector_size(32))); /* row r is bit r */

enum { N_TREE_SETS = 4 };

#include "score/forest_avx512.h"

#if defined __x86_64__ && !defined PITH_PLAIN

FOREST_INLINE void reached(const cut_set *reaching, const uint16_t *node, size_t n_nodes,
                           row_set *out) {
    __m512i first = _mm512_castsi256_si512((__m256i)reaching[node[0]]);
    *out = (row_set)_mm512_inserti64x4(first, (__m256i)reaching[node[n_nodes]], 1);
}

#include "score/forest_kernel.h"

/* What is left over by tiles of 256 rows is often less than 64. */
static void sum_forest_avx512(struct arena *arena, const struct forest *forest, const float *rows,
                              size_t n, int32_t *sums) {
    size_t n_wide = n;
    if (forest->n_features < N_COLUMNS || forest->depth > 6 || forest->n_trees < WIDE_LEAST_TREES) {
        FOREST_SUM_AVX2(arena, forest, rows, n, sums);
        return;
    }
    if (n % TILE_ROWS <= WIDE_SMALL_ROWS)
        n_wide -= n % TILE_ROWS;
    sum_forest(arena, forest, rows, n_wide, sums);
    forest_sum_wide_small(arena, forest, rows + n_wide * forest->n_features, n - n_wide,
                          sums + n_wide);
}

forest_sum_fn *const FOREST_SUM_AVX512 = sum_forest_avx512;

#else

forest_sum_fn *const FOREST_SUM_AVX512 = NULL;

#endif
