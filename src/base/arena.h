/*
 * The work memory of one page: a bump allocator with a cap, reset (not freed) between pages.
 *
 * Allocation never returns NULL. When the cap is passed or the system has no more memory, the
 * arena jumps to the place that its caller armed, with the reason in `failure`; everything that
 * the page held lies in the arena, so nothing leaks. (In the library that place is in pith.c.)
 * One arena belongs to one thread at a time.
 */
#ifndef PITH_BASE_ARENA_H
#define PITH_BASE_ARENA_H

#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "pith.h"

struct arena_chunk;

struct arena {
    struct arena_chunk *chunks; /* newest first; the newest is being filled */
    char *at, *end;             /* free part of the newest chunk */
    size_t held_bytes;          /* sum of all chunks */
    size_t cap_bytes;           /* bound on held_bytes */
    enum pith_status failure;   /* why the arena jumped: PITH_ELIMIT, PITH_ENOMEM, PITH_ETIMEOUT */
    double deadline_s;          /* of the monotonic clock; INFINITY: none */
    unsigned n_ticks;           /* until the clock is looked at */
    struct pith_allocator allocator; /* where chunks come from */
    jmp_buf escape;                  /* where to; armed by the caller with setjmp */
};

/* An arena without memory, and without a cap until it is reset. Chunks come from malloc. */
void arena_init(struct arena *arena);

/* The same with chunks from another allocator. */
void arena_init_with(struct arena *arena, const struct pith_allocator *allocator);

/* malloc and free. */
extern const struct pith_allocator arena_system_allocator;

/* Frees all of its memory. */
void arena_done(struct arena *arena);

/* Makes all memory of the arena free again and sets the cap for the next page. Keeps one chunk
 * of moderate size, so that a run of pages neither allocates again nor holds its largest page. */
void arena_reset(struct arena *arena, size_t cap_bytes);

/* Sets the time that the page may take from now on. arena_reset takes the limit away. */
void arena_limit_time(struct arena *arena, double seconds);

/* Jumps with PITH_ETIMEOUT if that time is over. For loops that run long without asking for memory;
 * who asks for memory is checked anyway. */
void arena_check_time(struct arena *arena);

/* Looks at the clock, which costs some 30 ns, in one of many calls. */
static inline void arena_tick(struct arena *arena) {
    if (arena->n_ticks-- == 0)
        arena_check_time(arena);
}

/* `len` bytes, aligned to 16, not cleared. Jumps on failure. */
void *arena_alloc(struct arena *arena, size_t len);

/* `n` objects of `size` bytes, cleared. Jumps on failure, an overflowing product included. */
void *arena_alloc_zero(struct arena *arena, size_t n, size_t size);

/* `old` grown from `old_len` to `len` bytes; in place when it was the last one allocated. */
void *arena_grow(struct arena *arena, void *old, size_t old_len, size_t len);

/* A copy of `s`, with a NUL after it that its length does not count. */
struct str arena_copy(struct arena *arena, struct str s);

/* The next element of an arena array, which is doubled when it is full.
 * Usage: ARENA_PUSH(arena, array, n, cap) = value; where `value` does not read array, n or cap,
 * since C does not say which side comes first. */
#define ARENA_PUSH(arena, array, n, cap)                                                           \
    (*((void)((n) == (cap) ? (array) = arena_grow_array((arena), (array), &(cap), sizeof *(array)) \
                           : (array)),                                                             \
       &(array)[(n)++]))

/* What ARENA_PUSH calls: twice the capacity, at least 16 elements. */
void *arena_grow_array(struct arena *arena, void *array, size_t *cap, size_t size);

#endif
