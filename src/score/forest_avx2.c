/*
 * Evaluates a forest with AVX2.
 */
#include "score/forest.h"

#if defined __x86_64__ && !defined PITH_PLAIN

#include <immintrin.h>
#include <string.h>

#include "score/forest_tile.h"

#define FOREST_TARGET __attribute__((target("avx2")))

/* Reads four features of two times four rows: those of `low` go into the lower halves. */
FOREST_TARGET static inline void read_eight(const float *const *low, const float *const *high,
                                            __m256 *out) {
    __m256 row[4];
    for (int i = 0; i < 4; i++)
        row[i] = _mm256_insertf128_ps(_mm256_castps128_ps256(_mm_loadu_ps(low[i])),
                                      _mm_loadu_ps(high[i]), 1);
    __m256 ab_low = _mm256_unpacklo_ps(row[0], row[1]),
           ab_high = _mm256_unpackhi_ps(row[0], row[1]);
    __m256 cd_low = _mm256_unpacklo_ps(row[2], row[3]),
           cd_high = _mm256_unpackhi_ps(row[2], row[3]);
    out[0] = _mm256_shuffle_ps(ab_low, cd_low, 0x44);
    out[1] = _mm256_shuffle_ps(ab_low, cd_low, 0xee);
    out[2] = _mm256_shuffle_ps(ab_high, cd_high, 0x44);
    out[3] = _mm256_shuffle_ps(ab_high, cd_high, 0xee);
}

FOREST_TARGET static inline float least_of(__m256 x) {
    __m128 y = _mm_min_ps(_mm256_castps256_ps128(x), _mm256_extractf128_ps(x, 1));
    y = _mm_min_ps(y, _mm_movehl_ps(y, y));
    return _mm_cvtss_f32(_mm_min_ss(y, _mm_movehdup_ps(y)));
}

FOREST_TARGET static inline float most_of(__m256 x) {
    __m128 y = _mm_max_ps(_mm256_castps256_ps128(x), _mm256_extractf128_ps(x, 1));
    y = _mm_max_ps(y, _mm_movehl_ps(y, y));
    return _mm_cvtss_f32(_mm_max_ss(y, _mm_movehdup_ps(y)));
}

/* Vector v of a group contains its rows 4v to 4v + 3 and 16 + 4v to 16 + 4v + 3; the packing in
 * find_reaching restores the order. */
FOREST_TARGET static void read_columns(const float *rows, size_t width, size_t n_columns, size_t n,
                                       struct columns *out) {
    const size_t n_groups = (n + GROUP_ROWS - 1) / GROUP_ROWS;
    (void)n_columns; /* always four */
    __m256 min[N_COLUMNS], max[N_COLUMNS];
    for (int c = 0; c < N_COLUMNS; c++)
        min[c] = max[c] = _mm256_set1_ps(rows[c]);
    for (size_t v = 0; v < n_groups * 4; v++) {
        const float *low[4], *high[4];
        for (size_t i = 0; i < 4; i++) {
            size_t row = v / 4 * GROUP_ROWS + v % 4 * 4 + i;
            low[i] = rows + (row < n ? row : n - 1) * width;
            high[i] = rows + (row + 16 < n ? row + 16 : n - 1) * width;
        }
        __m256 x[N_COLUMNS];
        read_eight(low, high, x);
        for (int c = 0; c < N_COLUMNS; c++) {
            _mm256_store_ps(&out->values[c][v * 8], x[c]);
            min[c] = _mm256_min_ps(min[c], x[c]);
            max[c] = _mm256_max_ps(max[c], x[c]);
        }
    }
    for (int c = 0; c < N_COLUMNS; c++) {
        out->min[c] = least_of(min[c]);
        out->max[c] = most_of(max[c]);
    }
}

FOREST_TARGET static inline __m256i reach(const float *values, __m256 cut) {
    return _mm256_castps_si256(_mm256_cmp_ps(cut, _mm256_load_ps(values), _CMP_LE_OQ));
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

/* Looks up the bytes x in a table of 64. */
FOREST_TARGET static inline __m256i look_up(const __m256i *table, __m256i x) {
    __m256i bit4 = _mm256_slli_epi16(x, 3), bit5 = _mm256_slli_epi16(x, 2);
    __m256i low = _mm256_and_si256(x, _mm256_set1_epi8(15));
    __m256i a = _mm256_blendv_epi8(_mm256_shuffle_epi8(table[0], low),
                                   _mm256_shuffle_epi8(table[1], low), bit4);
    __m256i b = _mm256_blendv_epi8(_mm256_shuffle_epi8(table[2], low),
                                   _mm256_shuffle_epi8(table[3], low), bit4);
    return _mm256_blendv_epi8(a, b, bit5);
}

FOREST_TARGET static inline void add_eight(__m128i values, int32_t *sums) {
    __m256i *at = (__m256i *)sums;
    _mm256_storeu_si256(at,
                        _mm256_add_epi32(_mm256_loadu_si256(at), _mm256_cvtepi16_epi32(values)));
}

/* Splits the leaves: lower bytes into `low`, upper bytes into `high`, each vector the same 16
 * twice. */
FOREST_TARGET static inline void part_leaves(const int16_t *leaves, size_t n_leaves, __m256i *low,
                                             __m256i *high) {
    const __m128i byte = _mm_set1_epi16(255);
    for (size_t i = 0; i < 4 && i * 16 < n_leaves; i++) {
        __m128i a = _mm_loadu_si128((const __m128i *)(leaves + i * 16));
        __m128i b = _mm_loadu_si128((const __m128i *)(leaves + i * 16 + 8));
        low[i] = _mm256_broadcastsi128_si256(
            _mm_packus_epi16(_mm_and_si128(a, byte), _mm_and_si128(b, byte)));
        high[i] = _mm256_broadcastsi128_si256(
            _mm_packus_epi16(_mm_srli_epi16(a, 8), _mm_srli_epi16(b, 8)));
    }
}

FOREST_TARGET static inline void add_leaves(const row_set *x, size_t n_groups,
                                            const int16_t *leaves, size_t n_leaves, int32_t *sums) {
    __m256i low[4] = {{0}}, high[4] = {{0}};
    part_leaves(leaves, n_leaves, low, high);
    for (size_t g = 0; g < n_groups; g++, sums += GROUP_ROWS) {
        __m256i leaf = _mm256_load_si256((const __m256i *)&x[g]);
        __m256i a = look_up(low, leaf), b = look_up(high, leaf);
        __m256i first = _mm256_unpacklo_epi8(a, b), second = _mm256_unpackhi_epi8(a, b);
        add_eight(_mm256_castsi256_si128(first), sums);
        add_eight(_mm256_castsi256_si128(second), sums + 8);
        add_eight(_mm256_extracti128_si256(first, 1), sums + 16);
        add_eight(_mm256_extracti128_si256(second, 1), sums + 24);
    }
}

#include "score/forest_kernel.h"

/* Reads four columns, and looks up in up to four tables of 16 leaves, at a time. */
static void sum_forest_avx2(struct arena *arena, const struct forest *forest, const float *rows,
                            size_t n, int32_t *sums) {
    if (forest->n_features < N_COLUMNS || forest->depth < 4 || forest->depth > 6)
        FOREST_SUM_PLAIN(arena, forest, rows, n, sums);
    else
        sum_forest(arena, forest, rows, n, sums);
}

forest_sum_fn *const FOREST_SUM_AVX2 = sum_forest_avx2;

#else

forest_sum_fn *const FOREST_SUM_AVX2 = NULL;

#endif
