/*
 * What the implementations with AVX2 share.
 */
#ifndef PITH_SCORE_FOREST_AVX2_H
#define PITH_SCORE_FOREST_AVX2_H

#include "score/forest.h"

#if defined __x86_64__ && !defined PITH_PLAIN

#include <immintrin.h>
#include <string.h>

#ifndef FOREST_TARGET
#define FOREST_TARGET __attribute__((target("avx2")))
#endif

#include "score/forest_tile.h"

enum { FOREST_SMALL_ROWS = 64, FOREST_SMALL_TREES = 4 };

/* Does the same as forest_sum_fn, in tiles of FOREST_SMALL_ROWS rows. There must be at least
 * FOREST_SMALL_TREES trees, of depth 4 to 6. */
forest_sum_fn forest_sum_small;

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

/* The minimum, or the maximum, of the elements of each of four vectors. */
#define REDUCE_FOUR(name, op)                                                                      \
    FOREST_TARGET static inline __m128 name(const __m256 *x) {                                     \
        __m256 ab = _mm256_##op(_mm256_unpacklo_ps(x[0], x[1]), _mm256_unpackhi_ps(x[0], x[1]));   \
        __m256 cd = _mm256_##op(_mm256_unpacklo_ps(x[2], x[3]), _mm256_unpackhi_ps(x[2], x[3]));   \
        __m256 all =                                                                               \
            _mm256_##op(_mm256_shuffle_ps(ab, cd, 0x44), _mm256_shuffle_ps(ab, cd, 0xee));         \
        return _mm_##op(_mm256_castps256_ps128(all), _mm256_extractf128_ps(all, 1));               \
    }

REDUCE_FOUR(least_of_four, min_ps)
REDUCE_FOUR(most_of_four, max_ps)

/* Reads four columns into vectors of eight rows: four, and the four that follow `gap` rows after
 * the first of them. `gap` is 4, or 16 if the vectors shall be packed. The last row is repeated up
 * to `n_read`, a multiple of twice the gap. */
FOREST_INLINE void read_columns_apart(const float *rows, size_t width, size_t n, size_t n_read,
                                      size_t gap, struct columns *out) {
    const size_t n_vectors = n_read / 8;
    __m256 min[N_COLUMNS], max[N_COLUMNS];
    for (int c = 0; c < N_COLUMNS; c++)
        min[c] = max[c] = _mm256_set1_ps(rows[c]);
    const size_t last = (n - 1) * width;
    for (size_t v = 0; v < n_vectors; v++) {
        const float *low[4], *high[4];
        size_t at = (v / (gap / 4) * 2 * gap + v % (gap / 4) * 4) * width;
        for (size_t i = 0; i < 4; i++, at += width) {
            low[i] = rows + (at < last ? at : last);
            high[i] = rows + (at + gap * width < last ? at + gap * width : last);
        }
        __m256 x[N_COLUMNS];
        read_eight(low, high, x);
        for (int c = 0; c < N_COLUMNS; c++) {
            _mm256_store_ps(&out->values[c][v * 8], x[c]);
            min[c] = _mm256_min_ps(min[c], x[c]);
            max[c] = _mm256_max_ps(max[c], x[c]);
        }
    }
    _mm_storeu_ps(out->min, least_of_four(min));
    _mm_storeu_ps(out->max, most_of_four(max));
}

FOREST_TARGET static inline __m256i reach(const float *values, __m256 cut) {
    return _mm256_castps_si256(_mm256_cmp_ps(cut, _mm256_load_ps(values), _CMP_LE_OQ));
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

/* Adds the leaves of 32 rows to their sums. */
FOREST_INLINE void add_group(const __m256i *low, const __m256i *high, __m256i leaf, int32_t *sums) {
    __m256i a = look_up(low, leaf), b = look_up(high, leaf);
    __m256i first = _mm256_unpacklo_epi8(a, b), second = _mm256_unpackhi_epi8(a, b);
    add_eight(_mm256_castsi256_si128(first), sums);
    add_eight(_mm256_castsi256_si128(second), sums + 8);
    add_eight(_mm256_extracti128_si256(first, 1), sums + 16);
    add_eight(_mm256_extracti128_si256(second, 1), sums + 24);
}

#endif

#endif
