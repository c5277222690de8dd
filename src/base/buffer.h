/*
 * A byte string that grows in an arena. Appending never fails: the arena jumps (arena.h).
 */
#ifndef PITH_BASE_BUFFER_H
#define PITH_BASE_BUFFER_H

#include "base/arena.h"
#include "base/str.h"

struct buffer {
    struct arena *arena;
    char *data;
    size_t len, cap; /* bytes */
};

static inline void buffer_init(struct buffer *b, struct arena *arena) {
    *b = (struct buffer){.arena = arena};
}

/* What buffer_reserve calls where there is no room. */
char *buffer_grow(struct buffer *b, size_t more);

/* Makes room for `more` bytes after the present ones and returns where they go; the caller
 * fills them and adds to `len`. (Inlined: the scan alone calls it 4,000 times for a page.) */
static inline char *buffer_reserve(struct buffer *b, size_t more) {
    return b->data && b->cap - b->len >= more ? b->data + b->len : buffer_grow(b, more);
}

static inline void buffer_append(struct buffer *b, struct str s) {
    if (s.len == 0)
        return;
    memcpy(buffer_reserve(b, s.len), s.at, s.len);
    b->len += s.len;
}

static inline void buffer_append_byte(struct buffer *b, char c) {
    if (b->len == b->cap)
        buffer_reserve(b, 1);
    b->data[b->len++] = c;
}

/* Appends `n` in decimal. */
void buffer_append_number(struct buffer *b, size_t n);

/* What is in the buffer now; good until the next append. */
static inline struct str buffer_str(const struct buffer *b) {
    return (struct str){b->data ? b->data : "", b->len};
}

#endif
