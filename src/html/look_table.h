/*
 * The looks of a page's elements: its distinct pairs of tag and class, numbered in order of
 * appearance. On real pages a look is shared by five elements on average. Most of what names say
 * depends on the look alone, so it is determined once for all of them.
 */
#ifndef PITH_HTML_LOOK_TABLE_H
#define PITH_HTML_LOOK_TABLE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

struct dom_look {
    struct str class; /* STR_NONE without one */
    uint8_t tag;      /* enum dom_tag */
};

struct look_table {
    struct arena *arena;
    struct dom_look *looks;
    size_t n_looks, cap_looks;
    uint32_t *slots; /* a hash table: index of a look plus 1, or 0 */
    size_t n_slots, n_used;
    /* By tag: index of its look without a class plus 1, or 0. */
    uint32_t without_class[UINT8_MAX + 1];
};

void look_table_init(struct look_table *table, struct arena *arena);

/* The index of the look of elements with this tag and class, which may be STR_NONE. Two indexes may
 * have the same look, but no index has two. */
uint32_t look_table_add(struct look_table *table, uint8_t tag, struct str class);

#endif
