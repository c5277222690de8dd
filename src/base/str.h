/*
 * A slice of bytes that belong to something else. It need not end in a NUL, and may contain NULs.
 * {NULL, 0} means "absent"; {non-NULL, 0} means "empty".
 */
#ifndef PITH_BASE_STR_H
#define PITH_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/ascii.h"

struct str {
    const char *at;
    size_t len; /* bytes */
};

#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})
#define STR_INIT(literal)                                                                          \
    { (literal), sizeof(literal) - 1 } /* the same, as an initializer for static tables */
#define STR_NONE ((struct str){NULL, 0})

/* The number of elements of an array. */
#define N_OF(array) (sizeof(array) / sizeof *(array))

/* The bytes of a C string; absent for NULL. */
static inline struct str str_of(const char *s) {
    return s ? (struct str){s, strlen(s)} : STR_NONE;
}

static inline bool str_equals(struct str a, struct str b) {
    return a.len == b.len && (a.len == 0 || (*a.at == *b.at && memcmp(a.at, b.at, a.len) == 0));
}

static inline bool str_starts_with(struct str s, struct str prefix) {
    return s.len >= prefix.len &&
           (prefix.len == 0 || (*s.at == *prefix.at && memcmp(s.at, prefix.at, prefix.len) == 0));
}

/* Whether `part` is at s.at[i], for i up to s.len. */
static inline bool str_has_at(struct str s, size_t i, struct str part) {
    return s.len - i >= part.len &&
           (part.len == 0 || (s.at[i] == *part.at && memcmp(s.at + i, part.at, part.len) == 0));
}

bool str_equals_lower_all(struct str a, struct str lower); /* for str_equals_lower: as long */

/* Whether `a` equals `lower`, ignoring ASCII case; `lower` must be in lower case. */
static inline bool str_equals_lower(struct str a, struct str lower) {
    return a.len == lower.len &&
           (a.len == 0 || (ascii_lower(*a.at) == *lower.at && str_equals_lower_all(a, lower)));
}

static inline bool str_ends_with(struct str s, struct str suffix) {
    return s.len >= suffix.len && str_has_at(s, s.len - suffix.len, suffix);
}

/* Whether `s` matches one of `n` strings: str_any(tag, LISTS, N_OF(LISTS), str_equals_lower). */
static inline bool str_any(struct str s, const struct str *list, size_t n,
                           bool (*matches)(struct str, struct str)) {
    for (size_t i = 0; i < n; i++)
        if (matches(s, list[i]))
            return true;
    return false;
}

/* The offset of the first `needle` in `s`, or s.len if there is none. */
size_t str_find(struct str s, struct str needle);

static inline bool str_holds(struct str s, struct str needle) {
    return s.len >= needle.len && str_find(s, needle) < s.len;
}

/* The first `c` in `s` at or after `from`, or s.len. */
static inline size_t str_find_byte(struct str s, size_t from, char c) {
    const char *hit = from < s.len ? memchr(s.at + from, c, s.len - from) : NULL;
    return hit ? (size_t)(hit - s.at) : s.len;
}

static inline bool str_has_byte(struct str s, char c) {
    return str_find_byte(s, 0, c) < s.len;
}

/* A set of hashes of the first three bytes of some strings, which rules out nearly every place in a
 * text where none of them begins. A hash uses bits 1 to 4 of each byte, so that case does not
 * matter, not even that of most Greek, Cyrillic and accented letters. */
struct str_starts {
    uint32_t bits[128];
};

/* The hash of three bytes that end with `c`, from that of the three that begin one byte earlier. */
static inline uint32_t str_start_next(uint32_t hash, char c) {
    return (hash << 4 | ((unsigned char)c >> 1 & 15u)) & 0xFFF;
}

static inline uint32_t str_start_hash(const char *at) {
    return str_start_next(str_start_next(str_start_next(0, at[0]), at[1]), at[2]);
}

/* Adds a string of three bytes or more. */
static inline void str_starts_add(struct str_starts *starts, struct str s) {
    uint32_t hash = str_start_hash(s.at);
    starts->bits[hash >> 5] |= (uint32_t)1 << (hash & 31);
}

static inline bool str_starts_has(const struct str_starts *starts, uint32_t hash) {
    return starts->bits[hash >> 5] >> (hash & 31) & 1;
}

/* Whether one of the strings may begin with the three bytes at `at`. */
static inline bool str_starts_may(const struct str_starts *starts, const char *at) {
    return str_starts_has(starts, str_start_hash(at));
}

/* Whether `s` contains one of `n` needles, each of three bytes or more. */
bool str_holds_any(struct str s, const struct str *needles, size_t n);

/* The same, for callers that keep the set of how the needles start. */
bool str_holds_any_of(struct str s, const struct str *needles, size_t n,
                      const struct str_starts *starts);

/* Removes white space (ASCII and U+00A0) from both ends. */
struct str str_trim(struct str s);

/* The bytes from `first` up to, but not including, `end`. Absent if `s` is absent: in C even adding
 * 0 to NULL is undefined. */
static inline struct str str_between(struct str s, size_t first, size_t end) {
    return (struct str){s.at ? s.at + first : NULL, end - first};
}

/* Whether `s` begins with `lower`, ignoring ASCII case; `lower` must be in lower case. Bit 5 of the
 * first bytes may differ; most texts differ in another, so nothing is called for them. */
static inline bool str_starts_with_lower(struct str s, struct str lower) {
    return s.len >= lower.len && (lower.len == 0 || ((*s.at ^ *lower.at) & ~0x20) == 0) &&
           str_equals_lower(str_between(s, 0, lower.len), lower);
}

/* The part before the first `c`; all of `s` if it has none. */
static inline struct str str_before(struct str s, char c) {
    return str_between(s, 0, str_find_byte(s, 0, c));
}

/* The line that begins at `*at` (up to s.len), without its '\n'; moves *at past it. */
struct str str_next_line(struct str s, size_t *at);

#endif
