/*
 * Ranges of code points, for tables of characters that belong together.
 */
#ifndef PITH_BASE_CODE_RANGE_H
#define PITH_BASE_CODE_RANGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct code_range {
    uint32_t first, last;
};

/* Whether `c` is in one of the ranges, which are sorted; they are few enough for a linear
 * search. */
static inline bool code_range_holds(const struct code_range *ranges, size_t n, uint32_t c) {
    for (size_t i = 0; i < n && c >= ranges[i].first; i++)
        if (c <= ranges[i].last)
            return true;
    return false;
}

#endif
