/*
 * Measures how long the trees take per block, in plain C, with AVX2 and with AVX-512, and
 * whether all results are identical.
 *
 * usage: scorer [ROUNDS] <LIST, a list of files, compressed or not, one per line
 *
 * Prints, for both forests of the HTML model, one line per implementation: nanoseconds per block,
 * and per block and tree. The last line is "same bits" or "different bits"; for the latter the exit
 * status is 1.
 */
#define _DEFAULT_SOURCE /* clock_gettime */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "html/charset.h"
#include "html/prescan.h"
#include "page/block.h"
#include "pith.h"
#include "score/feature.h"
#include "score/forest.h"
#include "score/neighborhood.h"
#include "score/score.h"
#include "train/page_file.h"

enum { DEFAULT_ROUNDS = 5 };

static const char *const PATH_NAMES[N_FOREST_PATHS] = {"plain  ", "AVX2   ", "AVX-512"};

enum stage { BLOCK, NEIGHBORHOOD, N_FORESTS };

static const char *const FOREST_NAMES[N_FORESTS] = {"block", "neighborhood"};

struct bench {
    struct arena arena;
    double seconds[N_FORESTS][N_FOREST_PATHS];
    size_t n_pages, n_blocks;
    int n_rounds;
    bool differ;
};

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void time_forest(struct bench *bench, enum stage which, const struct forest *forest,
                        const float *rows, size_t n) {
    int32_t *sums[N_FOREST_PATHS];
    for (int path = 0; path < N_FOREST_PATHS; path++)
        sums[path] = arena_alloc(&bench->arena, (n + 1) * sizeof(int32_t));
    for (int round = 0; round < bench->n_rounds; round++)
        for (int path = 0; path < N_FOREST_PATHS; path++) {
            forest_sum_fn *sum = forest_sum_of((enum forest_path)path);
            double begin = now();
            if (!sum)
                continue;
            sum(&bench->arena, forest, rows, n, sums[path]);
            bench->seconds[which][path] += now() - begin;
            if (memcmp(sums[FOREST_PLAIN], sums[path], n * sizeof(int32_t)) != 0)
                bench->differ = true;
        }
}

static void time_page(struct bench *bench, struct str bytes) {
    static const struct pith_options defaults = PITH_OPTIONS_INIT;
    struct arena *arena = &bench->arena;
    struct block_page page = {.arena = arena};
    struct prescan scan;
    struct score score;
    struct charset_decoded decoded;
    arena_reset(arena, defaults.max_memory_bytes);
    if (setjmp(arena->escape))
        return;
    charset_decode(arena, bytes, NULL, &decoded);
    prescan_page(arena, decoded.text,
                 (struct prescan_limits){defaults.max_depth, defaults.max_attributes, NULL}, &scan);
    dom_parse(arena, &scan, &page.dom);
    block_cut(&page);
    score_blocks(&page, &MODEL_HTML, &score);
    const float *features = feature_measure(&page, &score.containers, &MODEL_HTML);
    time_forest(bench, BLOCK, &MODEL_HTML.block, features, page.n_blocks);
    const float *rows = neighborhood_measure(&page, &score.containers, features, score.block);
    time_forest(bench, NEIGHBORHOOD, &MODEL_HTML.neighborhood, rows, page.n_blocks);
    bench->n_pages++;
    bench->n_blocks += page.n_blocks;
}

static void report(const struct bench *bench) {
    const struct forest *forests[N_FORESTS] = {&MODEL_HTML.block, &MODEL_HTML.neighborhood};
    double n = (double)bench->n_blocks * bench->n_rounds;
    printf("%zu pages, %zu blocks\n", bench->n_pages, bench->n_blocks);
    for (int which = 0; which < N_FORESTS; which++)
        for (int path = 0; path < N_FOREST_PATHS; path++)
            if (forest_sum_of((enum forest_path)path))
                printf("%s  %zu trees of %s: %.1f ns per block, %.3f ns per block and tree\n",
                       PATH_NAMES[path], forests[which]->n_trees, FOREST_NAMES[which],
                       bench->seconds[which][path] * 1e9 / n,
                       bench->seconds[which][path] * 1e9 / n / (double)forests[which]->n_trees);
    puts(bench->differ ? "different bits" : "same bits");
}

int main(int argc, char **argv) {
    static struct bench bench;
    char file[4096];
    bench.n_rounds = argc > 1 ? atoi(argv[1]) : DEFAULT_ROUNDS;
    if (bench.n_rounds < 1)
        bench.n_rounds = DEFAULT_ROUNDS;
    arena_init(&bench.arena);
    while (scanf(" %4095[^\n]", file) == 1) {
        size_t len;
        char *bytes = page_file_read(file, &len);
        time_page(&bench, (struct str){bytes, len});
        free(bytes);
    }
    if (bench.n_blocks == 0) {
        fputs("scorer: no blocks\n", stderr);
        return 2;
    }
    report(&bench);
    arena_done(&bench.arena);
    return bench.differ;
}
