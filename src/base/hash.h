/*
 * 32-bit FNV-1a (Fowler, Noll and Vo): the hash of words, names and texts. The models store tokens
 * as these hashes, so it must not change.
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

#endif
