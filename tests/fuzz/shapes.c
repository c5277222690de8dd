/*
 * Looks for what makes a page slow: short shapes of random tags, each repeated many times, must
 * neither nest past the limit nor take long. It finds in minutes what libFuzzer would hardly find,
 * since that tries short inputs: most shapes are harmful only when repeated.
 *
 * usage: shapes SECONDS [SEED]; prints each bad shape, exits with 1 if there was one
 */
#define _DEFAULT_SOURCE /* clock_gettime */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/buffer.h"
#include "html/dom.h"
#include "html/nesting.h"
#include "html/prescan.h"
#include "random_tags.h"

enum {
    N_REPEATS = 20000,
    MAX_PARTS = 8,
    MAX_DEPTH = 512,
    /* A tag takes a microsecond; reopened and adopted elements raise that to tens. */
    MAX_MILLISECONDS = 3000,
    /* The tree is deeper than the stack, since it keeps what misnested end tags remove from the
     * middle of the stack; there are also html, body, implied parts of a table, and reopened
     * formats. */
    MAX_TREE_DEPTH = 2 * MAX_DEPTH + OPEN_MAX_FORMATS + 16
};

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

struct shape {
    struct part parts[MAX_PARTS];
    unsigned n;
};

static struct str build(struct arena *arena, const struct shape *shape, unsigned n) {
    struct buffer page;
    buffer_init(&page, arena);
    for (unsigned i = 0; i < n; i++)
        for (unsigned k = 0; k < shape->n; k++)
            append_part(&page, &shape->parts[k], i);
    return buffer_str(&page);
}

static unsigned depth_of(const struct dom *dom) {
    unsigned depth = 0;
    for (size_t i = 0; i < dom->n_nodes; i++)
        if (dom->nodes[i].depth > depth)
            depth = dom->nodes[i].depth;
    return depth;
}

static bool is_bad(struct arena *arena, const struct shape *shape) {
    struct prescan scan;
    struct dom dom;
    arena_reset(arena, (size_t)1 << 30);
    if (setjmp(arena->escape))
        return false; /* over the memory limit, which is also acceptable */
    struct str page = build(arena, shape, N_REPEATS);
    double begin = now();
    prescan_page(arena, page, (struct prescan_limits){MAX_DEPTH, 256, NULL}, &scan);
    dom_parse(arena, &scan, &dom);
    double milliseconds = (now() - begin) * 1e3;
    unsigned depth = depth_of(&dom);
    if (milliseconds < MAX_MILLISECONDS && depth < MAX_TREE_DEPTH)
        return false;
    struct str once = build(arena, shape, 1);
    printf("%.0f ms, depth %u: %.*s\n", milliseconds, depth, (int)once.len, once.at);
    fflush(stdout);
    return true;
}

int main(int argc, char **argv) {
    double seconds = argc > 1 ? atof(argv[1]) : 60;
    struct random random = {argc > 2 ? strtoull(argv[2], NULL, 10) : 1};
    struct arena arena;
    unsigned n = 0, n_bad = 0;
    arena_init(&arena);
    for (double begin = now(); now() - begin < seconds; n++) {
        struct shape shape = {.n = 1 + below(&random, MAX_PARTS)};
        for (unsigned i = 0; i < shape.n; i++)
            shape.parts[i] = random_part(&random);
        n_bad += is_bad(&arena, &shape);
    }
    arena_done(&arena);
    printf("%u shapes, %u bad\n", n, n_bad);
    return n_bad > 0;
}
