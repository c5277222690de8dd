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

/* The slow path of buffer_reserve. */
char *buffer_grow(struct buffer *b, size_t more);

/* Makes room for `more` bytes after the present ones and returns where they go; the caller writes
 * them and adds to `len`. (Inlined: the prescan alone calls it 4,000 times per page.) */
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

/* The present content of the buffer; valid until the next append. */
static inline struct str buffer_str(const struct buffer *b) {
    return (struct str){b->data ? b->data : "", b->len};
}

#endif
