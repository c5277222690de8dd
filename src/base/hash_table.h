/*
 * Hash tables with open addressing for the items of one page: their size, where a search begins,
 * and how many slots it may look at.
 */
#ifndef PITH_BASE_HASH_TABLE_H
#define PITH_BASE_HASH_TABLE_H

#include "base/arena.h"

/* The most slots that a search looks at. Tables are at most half full, so random keys need a few
 * dozen even in the largest table; but on a page with texts or classes made to collide, each search
 * would look at every key. A key not found within the bound is treated as another key, or as
 * absent, which only makes the features of such a page slightly wrong. */
enum { HASH_TABLE_MAX_PROBES = 256 };

/* The number of slots for `n` keys: a power of two that leaves at least half of them free. */
static inline size_t hash_table_size(size_t n) {
    size_t size = 16;
    while (size < n * 2)
        size *= 2;
    return size;
}

/* The slot at which the search for a hash begins, by Knuth's multiplicative hashing; `mask` is the
 * number of slots less 1. */
static inline size_t hash_table_start(uint32_t hash, size_t mask) {
    return (hash * 2654435761u >> 7) & mask;
}

/* The search that all tables share, as a statement: moves `k`, a size_t with the first slot to look
 * at, to the first slot for which `is_found` is true: it is free, or has the key. Stops at the last
 * slot that a search may look at, whatever is in it. */
#define HASH_TABLE_SEARCH(k, mask, is_found)                                                       \
    for (int hash_table_n = 1; hash_table_n < HASH_TABLE_MAX_PROBES && !(is_found);                \
         hash_table_n++)                                                                           \
    (k) = ((k) + 1) & (mask)

/* Hashes by slot: 0 if free, otherwise the hash with bit 32 set. The caller keeps the data of each
 * hash in an array of its own, at the same index. */
struct hash_table {
    uint64_t *slots;
    size_t n_slots;
};

/* A table for `n` hashes, in the arena. */
static inline struct hash_table hash_table(struct arena *arena, size_t n) {
    size_t size = hash_table_size(n);
    return (struct hash_table){arena_alloc_zero(arena, size, sizeof(uint64_t)), size};
}

/* The slot of a hash, which is inserted if absent. */
static inline size_t hash_table_slot(struct hash_table *keys, uint32_t hash) {
    const uint64_t key = UINT64_C(1) << 32 | hash;
    size_t mask = keys->n_slots - 1, k = hash_table_start(hash, mask);
    HASH_TABLE_SEARCH(k, mask, !keys->slots[k] || keys->slots[k] == key);
    if (!keys->slots[k])
        keys->slots[k] = key;
    return k;
}

#endif
