/*
 * Looks up words that name parts of a page; see part_names.h.
 */
#include "page/part_names.h"

/* A word by its hash as a token. */
struct part_name {
    uint32_t hash;
    uint16_t kinds; /* bits 1 << enum part_kind */
};

/* The names in ascending order of their hashes, and the index of the first one with each upper
 * byte: there are one or two of each. */
#include "generated/part_names.inc"

uint16_t part_names_kinds(uint32_t token) {
    size_t end = starts[(token >> 24) + 1];
    for (size_t i = starts[token >> 24]; i < end; i++)
        if (names[i].hash == token)
            return names[i].kinds;
    return 0;
}
