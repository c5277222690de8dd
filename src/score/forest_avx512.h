/*
 * What the implementations with AVX-512 share. Before a file includes this, it defines N_TREE_SETS,
 * how many of the eight sets of 64 rows in a vector belong to one tree.
 */
#ifndef PITH_SCORE_FOREST_AVX512_H
#define PITH_SCORE_FOREST_AVX512_H

#define FOREST_TARGET __attribute__((target("avx512f,avx512bw,avx512vbmi,avx2")))

#include "score/forest_avx2.h"

#if defined __x86_64__ && !defined PITH_PLAIN

enum {
    SET_ROWS = 64,
    N_TILE_ROWS = N_TREE_SETS * SET_ROWS,
    N_DESCENTS = 8 / N_TREE_SETS,
    WIDE_LEAST_TREES = 8,
    WIDE_SMALL_ROWS = SET_ROWS
};

typedef uint64_t row_set __attribute__((vector_size(64)));
typedef __mmask16 rows_16 __attribute__((may_alias)); /* a part of a set */

/* Does the same as forest_sum_fn, in tiles of WIDE_SMALL_ROWS rows. There must be at least
 * WIDE_LEAST_TREES trees, of a depth of up to 6. */
forest_sum_fn forest_sum_wide_small;

FOREST_TARGET static void read_columns(const float *rows, size_t width, size_t n_columns, size_t n,
                                       struct columns *out) {
    (void)n_columns; /* always four */
    read_columns_apart(rows, width, n, (n + 15) / 16 * 16, 4, out);
}

FOREST_TARGET static inline void find_reaching(const float *column, size_t n_rows,
                                               const float *cuts, size_t n_cuts,
                                               cut_set *reaching) {
    const cut_set none = {0};
    for (size_t k = 0; k < n_cuts; k++) {
        const __m512 cut = _mm512_set1_ps(cuts[k]);
        rows_16 *rows = (rows_16 *)&reaching[k];
        reaching[k] = none;
        for (size_t i = 0; i < n_rows; i += 16)
            rows[i / 16] = _mm512_cmp_ps_mask(cut, _mm512_load_ps(column + i), _CMP_LE_OQ);
    }
}

/* The leaves of a tree, their lower and upper bytes apart. Packing puts leaf 8a + 32b + c at 16a +
 * 8b + c. */
struct leaf_table {
    __m512i low, high;
};

static const char LEAF_BITS[6] = {1, 2, 4, 16, 32, 8};

FOREST_INLINE void pack_leaves(const int16_t *leaves, size_t n_leaves, struct leaf_table *out) {
    const uint64_t there = n_leaves < 64 ? ((uint64_t)1 << n_leaves) - 1 : UINT64_MAX;
    const __m512i byte = _mm512_set1_epi16(255);
    __m512i a = _mm512_maskz_loadu_epi16((__mmask32)there, leaves);
    __m512i b = _mm512_maskz_loadu_epi16((__mmask32)(there >> 32), leaves + 32);
    out->low = _mm512_packus_epi16(_mm512_and_si512(a, byte), _mm512_and_si512(b, byte));
    out->high = _mm512_packus_epi16(_mm512_srli_epi16(a, 8), _mm512_srli_epi16(b, 8));
}

/* Where in a table the leaf of each of 64 rows is; `turns` is their set on the lowest level. */
FOREST_INLINE __m512i find_leaves(const uint64_t *turns) {
    __m512i at = _mm512_maskz_set1_epi8(turns[0], LEAF_BITS[0]);
    for (size_t level = 1; level < 6; level++)
        at = _mm512_mask_add_epi8(at, turns[level * 8], at, _mm512_set1_epi8(LEAF_BITS[level]));
    return at;
}

/* Sums of the lower and of the upper bytes of leaves, for the even and for the odd ones of 64 rows.
 * 16 bits are enough for eight trees. */
struct byte_sums {
    __m512i low[2], high[2];
};

FOREST_INLINE void add_bytes(const struct leaf_table *table, __m512i at, struct byte_sums *out) {
    __m512i low = _mm512_permutexvar_epi8(at, table->low);
    __m512i high = _mm512_permutexvar_epi8(at, table->high);
    __m512i even = _mm512_srai_epi16(_mm512_slli_epi16(high, 8), 8);
    out->low[0] = _mm512_add_epi16(out->low[0], _mm512_and_si512(low, _mm512_set1_epi16(255)));
    out->low[1] = _mm512_add_epi16(out->low[1], _mm512_srli_epi16(low, 8));
    out->high[0] = _mm512_add_epi16(out->high[0], even);
    out->high[1] = _mm512_add_epi16(out->high[1], _mm512_srai_epi16(high, 8));
}

/* low + 256 * high of the words in half of the lanes. */
FOREST_INLINE void add_words(__m512i pairs, int32_t *sums) {
    const __m512i weights = _mm512_set1_epi32(256 << 16 | 1);
    __m512i sum = _mm512_add_epi32(_mm512_loadu_si512(sums), _mm512_madd_epi16(pairs, weights));
    _mm512_storeu_si512(sums, sum);
}

FOREST_TARGET static inline void add_leaves(const row_set *x, size_t n, const int16_t *leaves,
                                            size_t n_leaves, size_t first_tree, int32_t *sums) {
    struct leaf_table tables[N_DESCENTS];
    for (size_t tree = first_tree; tree < N_DESCENTS; tree++)
        pack_leaves(leaves + tree * n_leaves, n_leaves, &tables[tree]);
    for (size_t set = 0; set * SET_ROWS < n; set++, sums += SET_ROWS) {
        struct byte_sums bytes = {{{0}}, {{0}}};
        for (size_t tree = first_tree; tree < N_DESCENTS; tree++)
            add_bytes(&tables[tree], find_leaves((const uint64_t *)x + tree * N_TREE_SETS + set),
                      &bytes);
        for (int odd = 0; odd < 2; odd++) {
            add_words(_mm512_unpacklo_epi16(bytes.low[odd], bytes.high[odd]), sums + odd * 32);
            add_words(_mm512_unpackhi_epi16(bytes.low[odd], bytes.high[odd]), sums + odd * 32 + 16);
        }
    }
}

static size_t place_of_sum(size_t row) {
    size_t word = row % SET_ROWS / 2;
    return row - row % SET_ROWS + row % 2 * 32 + word / 4 % 2 * 16 + word / 8 * 4 + word % 4;
}

#endif

#endif
