/*
 * Looks up the names of elements and attributes, ignoring ASCII case.
 *
 * A table is built from a constant list; the arena keeps it from page to page (arena_table).
 */
#ifndef PITH_BASE_NAME_TABLE_H
#define PITH_BASE_NAME_TABLE_H

#include <stddef.h>
#include <stdint.h>

#include "base/ascii.h"
#include "base/str.h"

enum {
    NAME_TABLE_SLOTS = 512, /* a power of two, more than three times the longest list */
    NAME_TABLE_MAX = 160    /* most names in a table */
};

struct name_table {
    const struct str *names; /* in lower case */
    uint64_t heads[NAME_TABLE_MAX];
    uint8_t slots[NAME_TABLE_SLOTS]; /* index of a name, or 0 */
};

/* A name as written in the page, with its first 8 bytes packed in lower case. */
struct name {
    struct str text;
    uint64_t head;
};

/* Initializes the table. `names` must outlive it; names[0] means "none of them" and is never
 * found. */
void name_table_init(struct name_table *table, const struct str *names, size_t n);

/* The index of the name in the list, or 0. */
size_t name_table_find(const struct name_table *table, const struct name *name);

/* One byte's share of a name's head: the shares of its first 8 bytes are ORed together. */
static inline uint64_t name_head_byte(char c, size_t i) {
    return (uint64_t)(unsigned char)ascii_lower(c) << (8 * i);
}

/* The head of a name of up to 8 bytes, from these bytes with the first one lowest: converts them
 * all to lower case at once (Warren, "Hacker's Delight", 6-1). */
static inline uint64_t name_head_lower(uint64_t bytes) {
    const uint64_t each = UINT64_C(0x0101010101010101);
    uint64_t seven = bytes & each * 0x7F;
    uint64_t from_a = seven + each * (0x80 - 'A'), past_z = seven + each * (0x7F - 'Z');
    uint64_t is_upper = (from_a ^ past_z) & ~bytes & each * 0x80;
    return bytes | is_upper >> 2;
}

/* The head of a name. */
static inline uint64_t name_head(struct str text) {
    uint64_t head = 0;
    for (size_t i = 0; i < text.len && i < 8; i++)
        head |= (uint64_t)(unsigned char)text.at[i] << (8 * i);
    return name_head_lower(head);
}

#endif
