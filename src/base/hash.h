/*
 * Two hashes. One is 32-bit FNV-1a (Fowler, Noll and Vo), for words and names: the models store
 * tokens as these hashes, so it must not change. The other is faster, and differs with the byte
 * order.
 */
#ifndef PITH_BASE_HASH_H
#define PITH_BASE_HASH_H

#include <stdint.h>

#include "base/str.h"

static const uint32_t HASH_START = 2166136261u, HASH_FACTOR = 16777619u;

static inline uint32_t hash_byte(uint32_t hash, unsigned char c) {
    return (hash ^ c) * HASH_FACTOR;
}

static inline uint32_t hash_bytes(uint32_t hash, struct str s) {
    for (size_t i = 0; i < s.len; i++)
        hash = hash_byte(hash, (unsigned char)s.at[i]);
    return hash;
}

/* Hashes a seed and a text, eight bytes at a time, by multiplying with the golden ratio. */
static inline uint32_t hash_long(uint64_t seed, struct str s) {
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash = (s.len << 8 ^ seed) * factor, word;
    size_t i = 0;
    for (; i + sizeof word <= s.len; i += sizeof word) {
        memcpy(&word, s.at + i, sizeof word);
        hash = ((hash ^ hash >> 29) + word) * factor;
    }
    word = 0;
    if (i < s.len)
        memcpy(&word, s.at + i, s.len - i);
    hash = ((hash ^ hash >> 29) + word) * factor;
    return (uint32_t)(hash >> 32);
}

#endif
