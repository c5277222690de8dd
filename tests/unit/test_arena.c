/* arena.c: alignment, growth in place, the cap, lack of memory, and what a reset keeps. */
#define _POSIX_C_SOURCE 200809L /* clock_gettime */
#include "ground.h"

#include <math.h>
#include <stdbool.h>
#include <time.h>

/* Makes a sanitizer let malloc fail, like the system, instead of ending the test. */
const char *__asan_default_options(void);
const char *__asan_default_options(void) {
    return "allocator_may_return_null=1";
}

enum { MEGABYTE = 1 << 20 };

static void memory_is_aligned_and_apart(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    char *before = NULL;
    for (size_t len = 0; len < 5000; len++) {
        char *p = arena_alloc(arena, len);
        assert_int_equal((uintptr_t)p % 16, 0);
        memset(p, 0xAB, len);
        if (before && len > 1)
            assert_int_equal((unsigned char)before[len - 2], 0xAB);
        before = p;
    }
    assert_true(arena->held_bytes >= 5000 * 4999 / 2);
}

static void cleared_memory_is_cleared(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    memset(arena_alloc(arena, 4096), 0xFF, 4096);
    arena_reset(arena, SIZE_MAX);
    ARM(arena);
    char *p = arena_alloc_zero(arena, 64, 64);
    for (size_t i = 0; i < 4096; i++)
        assert_int_equal(p[i], 0);
}

static void the_last_block_grows_in_place(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    char *p = arena_alloc(arena, 10);
    memcpy(p, "0123456789", 10);
    assert_ptr_equal(arena_grow(arena, p, 10, 1000), p);
    assert_ptr_equal(arena_grow(arena, p, 1000, 5), p); /* shrinks: the rest is available again */
    char *q = arena_alloc(arena, 1);
    assert_ptr_equal(q, p + 16);
    char *moved = arena_grow(arena, p, 5, 100); /* no longer the last one */
    assert_ptr_not_equal(moved, p);
    assert_memory_equal(moved, "01234", 5);
    char *large = arena_grow(arena, moved, 100, 3 * MEGABYTE); /* into a new chunk */
    assert_memory_equal(large, "01234", 5);
    assert_non_null(arena_grow(arena, NULL, 0, 20));
}

/* In other builds nothing is poisoned. */
#ifdef HAS_ADDRESS_SANITIZER
static void assert_ends(const char *p, size_t len) {
    for (size_t i = 0; i < len; i++)
        assert_false(__asan_address_is_poisoned(p + i));
    assert_true(__asan_address_is_poisoned(p + len));
}

static void unused_memory_is_poisoned(void **state) {
    struct arena *arena = *state;
    uint32_t *array = NULL;
    size_t n = 0, cap = 0;
    ARM(arena);
    char *p = arena_alloc(arena, 10);
    assert_ends(p, 10);
    p = arena_grow(arena, p, 10, 100);
    assert_ends(p, 100);
    p = arena_grow(arena, p, 100, 5);
    assert_ends(p, 5);
    while (n < 20) {
        ARENA_PUSH(arena, array, n, cap) = 1;
        assert_ends((char *)array, n * sizeof *array);
    }
    char *pushed = arena_alloc_array(arena, cap = 4, 1);
    assert_ends(pushed, n = 0);
    ARENA_PUSH(arena, pushed, n, cap) = 'a';
    assert_ends(pushed, 1);
    assert_ends(arena_alloc(arena, 3 * MEGABYTE + 1), 3 * MEGABYTE + 1);
    struct arena_mark mark = arena_mark(arena);
    p = arena_alloc(arena, 10);
    arena_release(arena, mark);
    assert_true(__asan_address_is_poisoned(p));
    p = arena_alloc(arena, 10);
    arena_reset(arena, SIZE_MAX);
    assert_ends(arena_alloc(arena, 1), 1);
}
#endif

static void copies_end_in_nul(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    struct str copy = arena_copy(arena, (struct str){"abcdef", 3});
    assert_int_equal(copy.len, 3);
    assert_string_equal(copy.at, "abc");
    assert_string_equal(arena_copy(arena, STR_NONE).at, "");
}

static void arrays_grow(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    size_t *array = NULL, n = 0, cap = 0;
    for (size_t i = 0; i < 100000; i++)
        ARENA_PUSH(arena, array, n, cap) = i * i;
    assert_int_equal(n, 100000);
    assert_true(cap >= n && cap < 2 * n);
    for (size_t i = 0; i < n; i++)
        assert_int_equal(array[i], i * i);
}

/* A large request does not waste the rest of the chunk that is being filled. */
static void a_large_request_has_a_chunk_of_its_own(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    char *p = arena_alloc(arena, 16);
    char *large = arena_alloc(arena, 3 * MEGABYTE);
    memset(large, 0xAB, 3 * MEGABYTE);
    assert_ptr_equal(arena_alloc(arena, 16), p + 16);
    assert_true(arena->held_bytes < 4 * MEGABYTE + 1000);
}

/* Nor does one for which the rest would almost have been enough. */
static void the_rest_of_a_chunk_is_kept(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    char *p = arena_alloc(arena, MEGABYTE / 2);
    size_t rest = (size_t)(arena->end - arena->at);
    size_t held = arena->held_bytes;
    arena_alloc(arena, rest + 16);
    assert_true(arena->held_bytes < held + rest + 1000);
    assert_ptr_equal(arena_alloc(arena, 16), p + MEGABYTE / 2);
}

/* ---- marks ---- */

/* Whatever a large page needs last, most of the cap can be used. */
static void little_of_a_large_page_is_unused(void **state) {
    struct arena *arena = *state;
    enum { STEP = 1000 };
    ARM(arena);
    for (size_t used = 0; used < 200 * (size_t)MEGABYTE; used += STEP) {
        arena_alloc(arena, STEP);
        if (used > 40 * (size_t)MEGABYTE)
            assert_true(arena->held_bytes < used + used / 3);
    }
}

static void memory_before_a_mark_is_kept(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    for (size_t len = 1; len < 4 * MEGABYTE; len = len * 3 + 1) {
        char *before = arena_alloc(arena, len);
        memset(before, 0xAB, len);
        size_t held = arena->held_bytes;
        struct arena_mark mark = arena_mark(arena);
        char *first = arena_alloc(arena, 16);
        for (int i = 0; i < 100; i++)
            memset(arena_alloc(arena, len / 8), 0xCD, len / 8);
        memset(arena_alloc(arena, 2 * len), 0xCD, 2 * len);
        arena_release(arena, mark);
        assert_int_equal(arena->held_bytes, held);
        if (len < 1000)
            assert_ptr_equal(arena_alloc(arena, 16), first);
        for (size_t i = 0; i < len; i++)
            assert_int_equal((unsigned char)before[i], 0xAB);
    }
}

static void an_empty_arena_can_be_marked(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    struct arena_mark mark = arena_mark(arena);
    arena_alloc(arena, 5 * MEGABYTE);
    arena_release(arena, mark);
    assert_int_equal(arena->held_bytes, 0);
    assert_non_null(arena_alloc(arena, 16));
}

/* ---- failures ---- */

/* Allocates blocks of `len` bytes until the arena jumps; returns the reason. */
static enum pith_status fill(struct arena *arena, size_t len) {
    if (setjmp(arena->escape))
        return arena->failure;
    for (;;)
        memset(arena_alloc(arena, len), 0xCD, len);
}

static void the_cap_is_never_passed(void **state) {
    struct arena *arena = *state;
    static const size_t caps[] = {0, 1, 16, 100, 1000, MEGABYTE, 5 * MEGABYTE + 7};
    for (size_t i = 0; i < sizeof caps / sizeof *caps; i++) {
        arena_reset(arena, caps[i]);
        assert_int_equal(fill(arena, 40), PITH_ELIMIT);
        assert_true(arena->held_bytes <= caps[i]);
        assert_true(arena->held_bytes + 40 + 64 >= caps[i]); /* and it is used up */
    }
}

static void a_reset_arena_works_after_a_jump(void **state) {
    struct arena *arena = *state;
    arena_reset(arena, 1000);
    assert_int_equal(fill(arena, 64), PITH_ELIMIT);
    arena_reset(arena, SIZE_MAX);
    assert_int_equal(arena->failure, PITH_OK);
    ARM(arena);
    assert_non_null(arena_alloc(arena, 2 * MEGABYTE));
}

/* Asks once for more than any system has, with each of the functions. */
static enum pith_status ask(struct arena *arena, int way, size_t len) {
    arena_reset(arena, SIZE_MAX);
    if (setjmp(arena->escape))
        return arena->failure;
    if (way == 0)
        arena_alloc(arena, len);
    else if (way == 1)
        arena_alloc_zero(arena, len / 8, 8);
    else
        arena_grow(arena, arena_alloc(arena, 8), 8, len);
    return PITH_OK;
}

static void no_memory_is_distinguished_from_the_cap(void **state) {
    if (SIZE_MAX < UINT64_MAX)
        skip(); /* it is possible to allocate a quarter of the address space */
    for (int way = 0; way < 3; way++) {
        assert_int_equal(ask(*state, way, SIZE_MAX / 4), PITH_ENOMEM);
        assert_int_equal(ask(*state, way, 100), PITH_OK);
    }
}

static void sizes_that_overflow_are_refused(void **state) {
    for (int way = 0; way < 3; way++)
        assert_int_equal(ask(*state, way, SIZE_MAX - 7), PITH_ELIMIT);
    struct arena *arena = *state;
    arena_reset(arena, SIZE_MAX);
    if (setjmp(arena->escape) == 0) {
        arena_alloc_zero(arena, SIZE_MAX / 8, 16); /* the product overflows to a small one */
        fail();
    }
    assert_int_equal(arena->failure, PITH_ELIMIT);
}

/* ---- time ---- */

/* Allocates until the arena jumps, or `most` times; returns how often. */
static size_t allocate_until_late(struct arena *arena, size_t most) {
    static size_t n; /* after a jump, a local variable would be indeterminate */
    n = 0;
    if (setjmp(arena->escape)) {
        assert_int_equal(arena->failure, PITH_ETIMEOUT);
        return n;
    }
    for (; n < most; n++)
        arena_alloc(arena, 16);
    return n;
}

static void time_runs_out(void **state) {
    struct arena *arena = *state;
    enum { MOST = 20000 };
    assert_int_equal(allocate_until_late(arena, MOST), MOST); /* without a limit */
    arena_limit_time(arena, -1);
    assert_int_equal(allocate_until_late(arena, MOST), 0);
    arena_limit_time(arena, 3600);
    assert_int_equal(allocate_until_late(arena, MOST), MOST);
    arena->deadline_s = 0; /* long ago: noticed when the clock is read again */
    assert_in_range(allocate_until_late(arena, MOST), 0, 1000);
    assert_int_equal(allocate_until_late(arena, MOST), 1000);
    arena_limit_time(arena, (double)INFINITY);
    assert_int_equal(allocate_until_late(arena, MOST), MOST);
    arena_limit_time(arena, -1);
    arena_reset(arena, SIZE_MAX); /* removes the limit */
    assert_int_equal(arena->failure, PITH_OK);
    assert_int_equal(allocate_until_late(arena, MOST), MOST);
}

static double clock_seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void time_is_that_of_the_monotonic_clock(void **state) {
    struct arena *arena = *state;
    for (int i = 0; i < 100; i++) {
        double before = clock_seconds();
        arena_limit_time(arena, 0.5);
        assert_true(arena->deadline_s > before + 0.4999);
        assert_true(arena->deadline_s < clock_seconds() + 0.5001);
    }
}

static void loops_may_check_the_time(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    arena_check_time(arena);
    arena_limit_time(arena, 3600);
    arena_check_time(arena);
    arena_limit_time(arena, -1);
    if (setjmp(arena->escape) == 0) {
        arena_check_time(arena);
        fail();
    }
    assert_int_equal(arena->failure, PITH_ETIMEOUT);
}

/* ---- sizes of chunks ---- */

static void the_first_chunk_fits_a_median_page(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    arena_alloc(arena, 1);
    assert_int_equal(arena->held_bytes, MEGABYTE);
    arena_reset(arena, MEGABYTE / 2); /* within the cap */
    ARM(arena);
    arena_alloc(arena, 1);
    assert_int_equal(arena->held_bytes, MEGABYTE / 2);
}

/* Allocates `n` kilobytes; each new chunk has the size that the ones before it call for. */
static void check_chunks(struct arena *arena, size_t n) {
    size_t held = 0;
    for (size_t i = 0; i < n; i++) {
        arena_alloc(arena, 1024);
        if (arena->held_bytes == held)
            continue;
        size_t expected = held > 16 * MEGABYTE ? held / 4 : held;
        assert_int_equal(arena->held_bytes - held, expected < MEGABYTE ? MEGABYTE : expected);
        held = arena->held_bytes;
    }
}

/* Chunks are as large as all before, and a quarter of that for a large page. */
static void chunks_grow_with_the_page(void **state) {
    ARM((struct arena *)*state);
    check_chunks(*state, 64 * 1024);
}

/* ---- resets ---- */

static void a_reset_keeps_one_chunk(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    char *first = arena_alloc(arena, 1000);
    size_t held = arena->held_bytes;
    arena_reset(arena, SIZE_MAX);
    ARM(arena);
    assert_int_equal(arena->held_bytes, held);
    assert_ptr_equal(arena_alloc(arena, 1000), first);
    assert_int_equal(arena->held_bytes, held); /* nothing new was needed */
}

/* What took several chunks takes one the next time, and none after that. */
static void pages_of_a_series_find_enough_memory(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    for (int page = 0; page < 3; page++) {
        for (int i = 0; i < 3; i++)
            arena_alloc(arena, MEGABYTE);
        assert_true((arena->n_chunks == 1) == (page > 0));
        size_t held = arena->held_bytes;
        arena_reset(arena, SIZE_MAX);
        assert_int_equal(arena->held_bytes, page > 0 ? held : 0);
    }
}

static void what_shrinks_is_not_copied(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    char *own = arena_alloc(arena, 2 * MEGABYTE);
    arena_alloc(arena, 16);
    assert_ptr_equal(arena_grow(arena, own, 2 * MEGABYTE, 100), own);
}

static void a_reset_frees_large_chunks(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    arena_alloc(arena, 100 * MEGABYTE);
    arena_reset(arena, SIZE_MAX);
    assert_in_range(arena->held_bytes, 0, 16 * MEGABYTE);
}

static void a_reset_keeps_no_more_than_the_new_cap(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    arena_alloc(arena, 2 * MEGABYTE);
    arena_reset(arena, 1000);
    assert_true(arena->held_bytes <= 1000);
    assert_int_equal(fill(arena, 16), PITH_ELIMIT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(memory_is_aligned_and_apart),
        ARENA_TEST(cleared_memory_is_cleared),
        ARENA_TEST(the_last_block_grows_in_place),
        ARENA_TEST(copies_end_in_nul),
        ARENA_TEST(arrays_grow),
        ARENA_TEST(a_large_request_has_a_chunk_of_its_own),
        ARENA_TEST(the_rest_of_a_chunk_is_kept),
        ARENA_TEST(little_of_a_large_page_is_unused),
        ARENA_TEST(memory_before_a_mark_is_kept),
        ARENA_TEST(an_empty_arena_can_be_marked),
        ARENA_TEST(the_cap_is_never_passed),
        ARENA_TEST(a_reset_arena_works_after_a_jump),
        ARENA_TEST(no_memory_is_distinguished_from_the_cap),
        ARENA_TEST(sizes_that_overflow_are_refused),
        ARENA_TEST(time_runs_out),
        ARENA_TEST(time_is_that_of_the_monotonic_clock),
        ARENA_TEST(loops_may_check_the_time),
        ARENA_TEST(the_first_chunk_fits_a_median_page),
        ARENA_TEST(chunks_grow_with_the_page),
        ARENA_TEST(a_reset_keeps_one_chunk),
        ARENA_TEST(pages_of_a_series_find_enough_memory),
        ARENA_TEST(what_shrinks_is_not_copied),
        ARENA_TEST(a_reset_frees_large_chunks),
        ARENA_TEST(a_reset_keeps_no_more_than_the_new_cap),
#ifdef HAS_ADDRESS_SANITIZER
        ARENA_TEST(unused_memory_is_poisoned),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
