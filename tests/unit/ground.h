/*
 * Shared by the tests of src/base: one arena per test, and comparison of byte slices.
 */
#ifndef PITH_TEST_GROUND_H
#define PITH_TEST_GROUND_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/str.h"

static inline int open_arena(void **state) {
    struct arena *arena = malloc(sizeof *arena);
    if (!arena)
        return -1;
    arena_init(arena);
    *state = arena;
    return 0;
}

static inline int close_arena(void **state) {
    arena_done(*state);
    free(*state);
    return 0;
}

/* A test that finds an arena in *state. */
#define ARENA_TEST(function) cmocka_unit_test_setup_teardown(function, open_arena, close_arena)

/* Makes a jump of the arena fail the test. */
#define ARM(arena) assert_int_equal(setjmp((arena)->escape), 0)

static inline void assert_str(struct str got, struct str want) {
    if (!str_equals(got, want))
        fail_msg("got \"%.*s\" (%zu bytes), not \"%.*s\" (%zu bytes)", (int)got.len,
                 got.len ? got.at : "", got.len, (int)want.len, want.len ? want.at : "", want.len);
}

#endif
