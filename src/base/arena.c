/*
 * Allocates by bumping a pointer; see arena.h. What is unused is poisoned: a chunk is a single
 * allocation of the system, so a sanitizer would not see a read past the end of what is in it.
 */
#define _POSIX_C_SOURCE 200809L /* clock_gettime */
#include "base/arena.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

enum {
    ALIGNMENT = 16,
    /* Requests between two readings of the clock: at some 50 ns per request, one reading every 50
     * us, which costs less than a thousandth. */
    TICKS = 1000
};

/* The first chunk is large enough for a median page (116 KB of HTML take about 600 KB of tree and
 * blocks). */
static const size_t FIRST_CHUNK_BYTES = 1u << 20;

/* The most that one page leaves for the next: what a page at the 99th percentile needs. More would
 * hold on to the memory of the largest page ever seen. */
static const size_t KEEP_BYTES = 16u << 20;

/* Keeps what is seldom called out of the functions that call it, and so out of the cache. */
#define RARELY __attribute__((noinline, cold))

struct arena_table {
    struct arena_table *next;
    void (*build)(void); /* of either type; only compared */
    const char *of;      /* "" for a table that needs no name */
    max_align_t table[];
};

struct arena_chunk {
    struct arena_chunk *next;
    size_t size;   /* including this header */
    size_t number; /* number of chunks added before it */
};

static const size_t HEAD_BYTES =
    (sizeof(struct arena_chunk) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;

static void *system_allocate(void *data, size_t size) {
    (void)data;
    return malloc(size);
}

static void system_release(void *data, void *memory) {
    (void)data;
    free(memory);
}

const struct pith_allocator arena_system_allocator = {system_allocate, system_release, NULL};

void arena_init(struct arena *arena) {
    arena_init_with(arena, &arena_system_allocator);
}

void arena_init_with(struct arena *arena, const struct pith_allocator *allocator) {
    *arena = (struct arena){.cap_bytes = SIZE_MAX, .deadline_s = INFINITY, .allocator = *allocator};
}

/* Everything from `at` to the end of the first chunk is unused. */
static void fill_from(struct arena *arena, char *at) {
    arena->at = at;
    arena->end = (char *)arena->chunks + arena->chunks->size;
    POISON(at, (size_t)(arena->end - at));
}

static void open_chunk(struct arena *arena) {
    fill_from(arena, (char *)arena->chunks + HEAD_BYTES);
}

/* Takes `need` unused bytes for an object of `len`. */
static void *take(struct arena *arena, size_t len, size_t need) {
    void *p = arena->at;
    arena->at += need;
    UNPOISON(p, len);
    return p;
}

static void drop(struct arena *arena, struct arena_chunk **link) {
    struct arena_chunk *chunk = *link;
    *link = chunk->next;
    arena->held_bytes -= chunk->size;
    UNPOISON(chunk, chunk->size);
    arena->allocator.release(arena->allocator.data, chunk);
}

void arena_done(struct arena *arena) {
    while (arena->chunks)
        drop(arena, &arena->chunks);
    arena->at = arena->end = NULL;
    while (arena->tables) {
        struct arena_table *table = arena->tables;
        arena->tables = table->next;
        arena->allocator.release(arena->allocator.data, table);
    }
}

void arena_reset(struct arena *arena, size_t cap_bytes) {
    size_t keep = KEEP_BYTES < cap_bytes ? KEEP_BYTES : cap_bytes;
    bool fits = arena->chunks && !arena->chunks->next && arena->held_bytes <= keep;
    struct arena_chunk *kept = fits ? arena->chunks : NULL;
    if (arena->chunks && !kept)
        arena->first_bytes = arena->held_bytes < keep ? arena->held_bytes : keep;
    while (arena->chunks && !kept)
        drop(arena, &arena->chunks);
    arena->cap_bytes = cap_bytes;
    arena->n_chunks = kept != NULL;
    arena->failure = PITH_OK;
    arena->deadline_s = INFINITY;
    arena->at = arena->end = NULL;
    if (kept) {
        kept->next = NULL;
        kept->number = 0;
        open_chunk(arena);
    }
}

_Noreturn static void escape(struct arena *arena, enum pith_status why) {
    arena->failure = why;
    longjmp(arena->escape, 1);
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

void arena_limit_time(struct arena *arena, double seconds) {
    arena->deadline_s = isinf(seconds) ? INFINITY : now() + seconds;
    arena->n_ticks = 0;
}

RARELY void arena_check_time(struct arena *arena) {
    arena->n_ticks = TICKS;
    if (!isinf(arena->deadline_s) && now() > arena->deadline_s)
        escape(arena, PITH_ETIMEOUT);
}

static struct arena_chunk *new_chunk(struct arena *arena, size_t size) {
    struct arena_chunk *chunk = arena->allocator.allocate(arena->allocator.data, size);
    if (!chunk)
        escape(arena, PITH_ENOMEM);
    *chunk = (struct arena_chunk){.size = size, .number = arena->n_chunks++};
    arena->held_bytes += size;
    return chunk;
}

/* Whether a request gets a chunk of its own, while the first continues to be filled: if it needs
 * most of a chunk of the usual size, or if the rest of the first chunk is worth keeping, as it is
 * near the cap. Requests under a sixteenth of a chunk never do, so that there are few such
 * chunks. */
static bool needs_own_chunk(const struct arena *arena, size_t len, size_t size, size_t left) {
    size_t rest = (size_t)(arena->end - arena->at);
    return arena->chunks &&
           (len > size / 2 || (len > size / 16 && (rest > len / 2 || size > left)));
}

/* The usual size of the next chunk: as large as all so far together, so that a page of any size
 * takes a logarithmic number of them; for a large page a quarter of that, since what remains unused
 * of a chunk counts towards the cap. */
static size_t chunk_size(const struct arena *arena) {
    size_t size = arena->held_bytes ? arena->held_bytes : arena->first_bytes;
    if (arena->held_bytes > KEEP_BYTES)
        size /= 4;
    return size < FIRST_CHUNK_BYTES ? FIRST_CHUNK_BYTES : size;
}

/* Allocates `need` bytes, a multiple of the alignment, in a new chunk, which is no larger than the
 * cap allows. */
RARELY static void *alloc_in_new_chunk(struct arena *arena, size_t len, size_t need) {
    size_t left = arena->cap_bytes - arena->held_bytes;
    if (left < HEAD_BYTES || need > left - HEAD_BYTES)
        escape(arena, PITH_ELIMIT);
    size_t size = chunk_size(arena);
    if (needs_own_chunk(arena, need, size, left)) {
        struct arena_chunk *own = new_chunk(arena, need + HEAD_BYTES);
        own->next = arena->chunks->next;
        arena->chunks->next = own;
        POISON((char *)own + HEAD_BYTES + len, need - len);
        return (char *)own + HEAD_BYTES;
    }
    if (size < need + HEAD_BYTES)
        size = need + HEAD_BYTES;
    struct arena_chunk *chunk = new_chunk(arena, size < left ? size : left);
    chunk->next = arena->chunks;
    arena->chunks = chunk;
    open_chunk(arena);
    return take(arena, len, need);
}

void *arena_alloc(struct arena *arena, size_t len) {
    if (len > SIZE_MAX / 2)
        escape(arena, PITH_ELIMIT);
    arena_tick(arena);
    size_t need = (len + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (!arena->at || (size_t)(arena->end - arena->at) < need)
        return alloc_in_new_chunk(arena, len, need);
    return take(arena, len, need);
}

struct arena_mark arena_mark(const struct arena *arena) {
    return (struct arena_mark){arena->chunks, arena->at, arena->n_chunks};
}

void arena_release(struct arena *arena, struct arena_mark mark) {
    struct arena_chunk **link = &arena->chunks;
    while (*link) {
        if ((*link)->number >= mark.n_chunks)
            drop(arena, link);
        else
            link = &(*link)->next;
    }
    if (mark.chunk) {
        fill_from(arena, mark.at);
    } else {
        arena->at = arena->end = NULL;
    }
}

void *arena_alloc_zero(struct arena *arena, size_t n, size_t size) {
    if (size && n > SIZE_MAX / 2 / size)
        escape(arena, PITH_ELIMIT);
    void *p = arena_alloc(arena, n * size);
    memset(p, 0, n * size);
    return p;
}

void *arena_grow(struct arena *arena, void *old, size_t old_len, size_t len) {
    size_t had = (old_len + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (old && (char *)old + had == arena->at && len <= SIZE_MAX / 2) {
        size_t need = (len + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
        if ((size_t)(arena->end - (char *)old) >= need) {
            POISON(old, had);
            arena->at = old;
            return take(arena, len, need);
        }
    }
    if (old && len <= old_len)
        return old; /* in a chunk of its own, whose rest cannot be used */
    void *p = arena_alloc(arena, len);
    if (old_len)
        memcpy(p, old, old_len);
    return p;
}

static const void *find_table(const struct arena *arena, void (*build)(void), const char *of) {
    const struct arena_table *table = arena->tables;
    while (table && (table->build != build || strcmp(table->of, of) != 0))
        table = table->next;
    return table ? table->table : NULL;
}

static struct arena_table *new_table(struct arena *arena, size_t size) {
    struct arena_table *table =
        arena->allocator.allocate(arena->allocator.data, sizeof *table + size);
    if (!table)
        escape(arena, PITH_ENOMEM);
    return table;
}

static const void *keep_table(struct arena *arena, struct arena_table *table, void (*build)(void),
                              const char *of) {
    table->next = arena->tables;
    table->build = build;
    table->of = of;
    arena->tables = table;
    return table->table;
}

const void *arena_table(struct arena *arena, size_t size, void (*build)(void *table)) {
    void (*key)(void) = (void (*)(void))build;
    const void *found = find_table(arena, key, "");
    if (found)
        return found;
    struct arena_table *table = new_table(arena, size);
    build(table->table);
    return keep_table(arena, table, key, "");
}

const void *arena_table_of(struct arena *arena, size_t size,
                           void (*build)(void *table, const char *of), const char *of) {
    void (*key)(void) = (void (*)(void))build;
    const void *found = find_table(arena, key, of);
    if (found)
        return found;
    struct arena_table *table = new_table(arena, size);
    build(table->table, of);
    return keep_table(arena, table, key, of);
}

struct str arena_copy(struct arena *arena, struct str s) {
    char *p = arena_alloc(arena, s.len + 1);
    if (s.len)
        memcpy(p, s.at, s.len);
    p[s.len] = '\0';
    return (struct str){p, s.len};
}

void *arena_alloc_array(struct arena *arena, size_t cap, size_t size) {
    if (size && cap > SIZE_MAX / 2 / size)
        escape(arena, PITH_ELIMIT);
    void *array = arena_alloc(arena, cap * size);
    POISON(array, cap * size);
    return array;
}

void *arena_grow_array(struct arena *arena, void *array, size_t *cap, size_t size) {
    size_t old_len = *cap * size;
    *cap = *cap ? *cap * 2 : 16;
    char *grown = arena_grow(arena, array, old_len, *cap * size);
    POISON(grown + old_len, *cap * size - old_len);
    return grown;
}
