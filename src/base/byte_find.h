/*
 * Finds bytes that are usually near, without the cost of calling memchr.
 */
#ifndef PITH_BASE_BYTE_FIND_H
#define PITH_BASE_BYTE_FIND_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#if defined __SSE2__ && !defined PITH_PLAIN
#define PITH_BYTE_FIND_WIDE 1
#include <emmintrin.h>

enum { BYTE_FIND_STEP = sizeof(__m128i) };

/* The places of `c` among the 16 bytes at `p`, as bits. */
static inline unsigned byte_find_places(const char *p, char c) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)p);
    return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)));
}
#endif

/* The first `c` in [p, end), or NULL. */
static inline const char *byte_find(const char *p, const char *end, char c) {
#ifdef PITH_BYTE_FIND_WIDE
    if (end - p >= BYTE_FIND_STEP) {
        unsigned places = byte_find_places(p, c);
        if (places)
            return p + __builtin_ctz(places);
        p += BYTE_FIND_STEP;
    }
#endif
    return memchr(p, c, (size_t)(end - p));
}

/* The first `c` in [p, end), or NULL. Stores in *has_mark whether there is a `mark` before it. */
static inline const char *byte_find_past(const char *p, const char *end, char c, char mark,
                                         bool *has_mark) {
    *has_mark = false;
#ifdef PITH_BYTE_FIND_WIDE
    for (; end - p >= BYTE_FIND_STEP; p += BYTE_FIND_STEP) {
        unsigned places = byte_find_places(p, c), marks = byte_find_places(p, mark);
        if (places) {
            *has_mark = *has_mark || (marks & ((places & -places) - 1));
            return p + __builtin_ctz(places);
        }
        *has_mark = *has_mark || marks;
    }
#endif
    const char *found = memchr(p, c, (size_t)(end - p));
    *has_mark = *has_mark || (found && memchr(p, mark, (size_t)(found - p)));
    return found;
}

#endif
