/*
 * Open hashes of what a page has: their size, where a search in them begins, and how far it goes.
 */
#ifndef PITH_BASE_HASH_TABLE_H
#define PITH_BASE_HASH_TABLE_H

#include "base/arena.h"

/* Slots looked at, one after another, for a key. The tables are at most half full, so that chance
 * needs some dozens even in the largest; a page whose texts or classes were made to collide would
 * need as many as it has keys, each time. What is not found within the bound is taken for another
 * key's, or for absent, which makes a measure of such a page a little wrong, no more. */
enum { HASH_TABLE_MAX_PROBES = 256 };

/* The slots of a table for `n` keys: a power of two, so many that half of them stay free. */
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

/* Hashes by slot: 0 where it is free, else the hash with a bit above it. What is known of a hash
 * is in an array of the caller's, at the same index. */
struct hash_table {
    uint64_t *slots;
    size_t n_slots;
};

/* A table for `n` hashes, in the arena. */
static inline struct hash_table hash_table(struct arena *arena, size_t n) {
    size_t size = hash_table_size(n);
    return (struct hash_table){arena_alloc_zero(arena, size, sizeof(uint64_t)), size};
}

/* The slot of a hash, which is put in where it is not there. */
static inline size_t hash_table_slot(struct hash_table *keys, uint32_t hash) {
    const uint64_t key = UINT64_C(1) << 32 | hash;
    size_t mask = keys->n_slots - 1, k = hash_table_start(hash, mask);
    for (int n = 1; n < HASH_TABLE_MAX_PROBES && keys->slots[k] && keys->slots[k] != key; n++)
        k = (k + 1) & mask;
    if (!keys->slots[k])
        keys->slots[k] = key;
    return k;
}

#endif
