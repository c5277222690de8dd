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
typedef uint64_t row_set __attribute__((vector_size(GROUP_ROWS)));

/* The values of some features of all rows of a tile, and their range. Each implementation chooses
 * the order of the rows within a group. A tile that is not full repeats its last row. */
enum { N_COLUMNS = 4 };

#define FOREST_INLINE FOREST_TARGET static inline __attribute__((always_inline))

struct columns {
    float values[N_COLUMNS][TILE_ROWS] __attribute__((aligned(GROUP_ROWS)));
    float min[N_COLUMNS], max[N_COLUMNS];
};

#endif
