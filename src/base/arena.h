/*
 * The working memory of one page: a bump allocator with a cap, reset (not freed) between pages.
 *
 * Allocation never returns NULL. When the cap is exceeded or the system is out of memory, the arena
 * longjmps to `escape`, which its caller must have set, with the reason in `failure`. Everything
 * that belongs to the page is in the arena, so nothing leaks. (The library sets `escape` in
 * pith.c.) Only one thread at a time may use an arena.
 */
#ifndef PITH_BASE_ARENA_H
#define PITH_BASE_ARENA_H

#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>

#include "base/poison.h"
#include "base/str.h"
#include "pith.h"

struct arena_chunk;
struct arena_table;

struct arena {
    struct arena_chunk *chunks; /* the first one is being filled */
    char *at, *end;             /* unused part of the first chunk */
    size_t held_bytes;          /* total size of all chunks */
    size_t first_bytes;         /* size of the first chunk, if larger than usual */
    size_t cap_bytes;           /* limit for held_bytes */
    enum pith_status failure;   /* why the arena jumped: PITH_ELIMIT, PITH_ENOMEM, PITH_ETIMEOUT */
    double deadline_s;          /* on the monotonic clock; INFINITY: none */
    size_t n_chunks;            /* chunks added since the reset */
    unsigned n_ticks;           /* calls of arena_tick until the clock is read again */
    struct arena_table *tables; /* see arena_table */
    struct pith_allocator allocator; /* where chunks come from */
    jmp_buf escape;                  /* where to jump on failure; set by the caller with setjmp */
};

/* Initializes an arena without memory, and without a cap until it is reset. Chunks come from
 * malloc. */
void arena_init(struct arena *arena);

/* The same, but chunks come from another allocator. */
void arena_init_with(struct arena *arena, const struct pith_allocator *allocator);

/* Uses malloc and free. */
extern const struct pith_allocator arena_system_allocator;

/* Frees all of its memory. */
void arena_done(struct arena *arena);

/* Makes all memory of the arena available again and sets the cap for the next page. If there are
 * several chunks, the next page begins with one of their total size, so that similar pages soon
 * need only that one; its size has a limit, so that what the largest page needed is not kept. */
void arena_reset(struct arena *arena, size_t cap_bytes);

/* Sets the time limit for the page, counted from now. arena_reset removes it. */
void arena_limit_time(struct arena *arena, double seconds);

/* Jumps with PITH_ETIMEOUT if the time limit has passed. For long loops that do not allocate;
 * allocations check it themselves. */
void arena_check_time(struct arena *arena);

/* Checks the time limit in one of many calls, since reading the clock costs some 30 ns. */
static inline void arena_tick(struct arena *arena) {
    if (arena->n_ticks-- == 0)
        arena_check_time(arena);
}

/* Allocates `len` bytes, aligned to 16, not cleared. Jumps on failure. */
void *arena_alloc(struct arena *arena, size_t len);

/* Allocates `n` objects of `size` bytes, cleared. Jumps on failure, also if the product
 * overflows. */
void *arena_alloc_zero(struct arena *arena, size_t n, size_t size);

/* Grows `old` from `old_len` to `len` bytes, in place if it was the last allocation. */
void *arena_grow(struct arena *arena, void *old, size_t old_len, size_t len);

/* A state of the arena to return to; see arena_release. */
struct arena_mark {
    struct arena_chunk *chunk; /* the chunk that was being filled */
    char *at;
    size_t n_chunks;
};

struct arena_mark arena_mark(const struct arena *arena);

/* Frees everything that was allocated since the mark. Nothing older may point there or have grown
 * since. */
void arena_release(struct arena *arena, struct arena_mark mark);

/* A table that is the same for all pages, `size` bytes that `build` has filled in. It is built when
 * it is first asked for and stays until arena_done; the cap does not count it. Jumps on failure. */
const void *arena_table(struct arena *arena, size_t size, void (*build)(void *table));

/* The same for a table of something with a name, such as a charset. `of` must stay as it is until
 * arena_done. */
const void *arena_table_of(struct arena *arena, size_t size,
                           void (*build)(void *table, const char *of), const char *of);

/* Copies `s` and appends a NUL, which the length does not include. */
struct str arena_copy(struct arena *arena, struct str s);

/* The next element of an arena array, whose capacity is doubled when it is full. Usage:
 * ARENA_PUSH(arena, array, n, cap) = value; where `value` must not use array, n or cap, since C
 * does not specify which side is evaluated first. */
#define ARENA_PUSH(arena, array, n, cap)                                                           \
    (*((void)((n) == (cap) ? (array) = arena_grow_array((arena), (array), &(cap), sizeof *(array)) \
                           : (array)),                                                             \
       UNPOISON(&(array)[n], sizeof *(array)), &(array)[(n)++]))

/* Allocates an array for ARENA_PUSH with room for `cap` elements, which are poisoned until they are
 * pushed. */
void *arena_alloc_array(struct arena *arena, size_t cap, size_t size);

/* Grows the array for ARENA_PUSH: to twice the capacity, at least 16 elements. */
void *arena_grow_array(struct arena *arena, void *array, size_t *cap, size_t size);

#endif
