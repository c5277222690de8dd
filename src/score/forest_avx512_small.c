/*
 * Evaluates a forest with AVX-512, for up to 64 rows and eight trees at a time: half of all pages
 * have no more blocks.
 */
#include <stdint.h>

typedef uint64_t cut_set; /* row r is bit r */

enum { N_TREE_SETS = 1 };

#include "score/forest_avx512.h"

#if defined __x86_64__ && !defined PITH_PLAIN

/* Without a branch on what the values are. May write up to 15 sets past the end. */
#define FOREST_FILL_OUTSIDE fill_outside
FOREST_INLINE void fill_outside(const float *cuts, float min, float max, cut_set *sets, size_t *low,
                                size_t *high) {
    const __m512 least = _mm512_set1_ps(min), most = _mm512_set1_ps(max);
    size_t n = *high, n_most = 0;
    for (size_t k = 0; k < n; k += 16) {
        __mmask16 there = (__mmask16)(n - k < 16 ? (1u << (n - k)) - 1 : 0xffff);
        __m512 some = _mm512_maskz_loadu_ps(there, cuts + k);
        unsigned all = _mm512_mask_cmp_ps_mask(there, some, least, _CMP_LE_OQ);
        unsigned reachable = _mm512_mask_cmp_ps_mask(there, some, most, _CMP_LE_OQ);
        _mm512_storeu_si512(sets + k, _mm512_maskz_set1_epi64((__mmask8)all, -1));
        _mm512_storeu_si512(sets + k + 8, _mm512_maskz_set1_epi64((__mmask8)(all >> 8), -1));
        *low += (size_t)__builtin_popcount(all);
        n_most += (size_t)__builtin_popcount(reachable);
    }
    *high = n_most;
}

FOREST_INLINE void reached(const cut_set *reaching, const uint16_t *node, size_t n_nodes,
                           row_set *out) {
    __m512i sets = _mm512_castsi128_si512(_mm_loadl_epi64((const __m128i *)&reaching[node[0]]));
    for (size_t tree = 1; tree < N_DESCENTS; tree++)
        sets = _mm512_mask_set1_epi64(sets, (__mmask8)(1u << tree),
                                      (long long)reaching[node[tree * n_nodes]]);
    *out = (row_set)sets;
}

#include "score/forest_kernel.h"

void forest_sum_wide_small(struct arena *arena, const struct forest *forest, const float *rows,
                           size_t n, int32_t *sums) {
    sum_forest(arena, forest, rows, n, sums);
}

#endif
