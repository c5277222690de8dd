/*
 * The rows that a forest is evaluated for at one time.
 */
#ifndef PITH_SCORE_FOREST_TILE_H
#define PITH_SCORE_FOREST_TILE_H

#include <stdint.h>

/* The rows of a tile come in groups, each as many as an AVX2 vector has bytes. */
enum { GROUP_ROWS = 32, N_GROUPS = 8, TILE_ROWS = GROUP_ROWS * N_GROUPS };

/* A set of a tile's rows. Row r is bit r / 32 of byte r % 32: a comparison of 32 rows yields bytes,
 * which then need not be moved. (Its elements have 64 bits since vectors of bytes cannot be
 * shifted.) */
typedef uint64_t tile_set __attribute__((vector_size(GROUP_ROWS)));

/* The values of some features of all rows of a tile, and their range. Each implementation chooses
 * the order of the rows within a group. A tile that is not full repeats its last row. */
enum { N_COLUMNS = 4 };

#define FOREST_INLINE FOREST_TARGET static inline __attribute__((always_inline))

struct columns {
    float values[N_COLUMNS][TILE_ROWS] __attribute__((aligned(64)));
    float min[N_COLUMNS], max[N_COLUMNS];
};

/* Swaps the bits of *a selected by `mask`, shifted, with those of *b: a step of transposing a bit
 * matrix (Warren, "Hacker's Delight", 7-3) in each byte. */
FOREST_TARGET static inline void swap_bits(tile_set *a, tile_set *b, int shift, uint64_t mask) {
    tile_set difference = ((*a >> shift) ^ *b) & mask;
    *b ^= difference;
    *a ^= difference << shift;
}

/* Converts eight sets, one per level, to the leaf of each row: byte j of x[g] is that of the row of
 * bit g of byte j. */
FOREST_TARGET static inline void turn_to_leaves(tile_set *x) {
    for (int i = 0; i < 4; i++)
        swap_bits(&x[i], &x[i + 4], 4, 0x0f0f0f0f0f0f0f0f);
    for (int i = 0; i < 2; i++) {
        swap_bits(&x[i], &x[i + 2], 2, 0x3333333333333333);
        swap_bits(&x[i + 4], &x[i + 6], 2, 0x3333333333333333);
    }
    for (int i = 0; i < 8; i += 2)
        swap_bits(&x[i], &x[i + 1], 1, 0x5555555555555555);
}

#endif
