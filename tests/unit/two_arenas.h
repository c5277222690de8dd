/*
 * Shared by the tests of the prescan: a fixture with two arenas, and the usual limits.
 */
#ifndef PITH_TEST_TWO_ARENAS_H
#define PITH_TEST_TWO_ARENAS_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>

#include "base/arena.h"
#include "html/prescan.h"

static const struct prescan_limits LIMITS = {512, 256, NULL};

struct fixture {
    struct arena arena, other;
};

static inline int set_up(void **state) {
    struct fixture *f = malloc(sizeof *f);
    arena_init(&f->arena);
    arena_init(&f->other);
    *state = f;
    return 0;
}

static inline int tear_down(void **state) {
    struct fixture *f = *state;
    arena_done(&f->arena);
    arena_done(&f->other);
    free(f);
    return 0;
}

#endif
