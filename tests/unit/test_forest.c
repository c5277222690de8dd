/*
 * Trees over rows: every implementation gives the result of a walk from node to node.
 */
#include "cut_page.h"

#include "score/model.h"

/* Pseudo-random numbers, the same each time (Numerical Recipes). */
static uint32_t next_random(uint32_t *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* 9 features with 0 to 8 cuts each at 0, 0.5, 1 ...; some nodes send all rows to the right. */
enum { N_FEATURES = 9, N_CUTS = N_FEATURES * (N_FEATURES - 1) / 2, N_TREES = 19, MOST_ROWS = 600 };

struct random_forest {
    struct forest forest;
    float cuts[N_CUTS], rows[MOST_ROWS * N_FEATURES];
    uint16_t first_cut[N_FEATURES + 1], nodes[N_TREES << FOREST_MAX_DEPTH];
    int16_t leaves[N_TREES << FOREST_MAX_DEPTH];
};

static void make_forest(struct random_forest *out, size_t depth, uint32_t seed) {
    for (size_t f = 0, k = 0; f < N_FEATURES; f++) {
        out->first_cut[f] = (uint16_t)k;
        for (size_t i = 0; i < f; i++)
            out->cuts[k++] = (float)i / 2;
    }
    out->first_cut[N_FEATURES] = N_CUTS;
    for (size_t i = 0; i < sizeof out->rows / sizeof *out->rows; i++)
        out->rows[i] = (float)(next_random(&seed) % 20) / 4 - 1;
    for (size_t i = 0; i < sizeof out->nodes / sizeof *out->nodes; i++)
        out->nodes[i] = (uint16_t)(next_random(&seed) % (N_CUTS + 1));
    for (size_t i = 0; i < sizeof out->leaves / sizeof *out->leaves; i++)
        out->leaves[i] = (int16_t)(next_random(&seed) % 65536 - 32768);
    out->forest = (struct forest){out->cuts, out->first_cut, out->nodes, out->leaves, N_FEATURES,
                                  N_TREES,   depth,          1000,       0.1f};
}

static size_t feature_of(const struct forest *forest, size_t cut) {
    size_t f = 0;
    while (forest->first_cut[f + 1] <= cut)
        f++;
    return f;
}

static int32_t walk(const struct forest *forest, const float *row) {
    size_t n_nodes = ((size_t)1 << forest->depth) - 1;
    int32_t sum = 0;
    for (size_t tree = 0; tree < forest->n_trees; tree++) {
        size_t at = 0;
        while (at < n_nodes) {
            size_t node = forest->nodes[tree * n_nodes + at];
            bool right = node == 0 || row[feature_of(forest, node - 1)] >= forest->cuts[node - 1];
            at = 2 * at + 1 + right;
        }
        sum += forest->leaves[tree * (n_nodes + 1) + at - n_nodes];
    }
    return sum;
}

/* Numbers of rows that fill groups and tiles, one less and one more; nothing is written past
 * them. */
static void assert_sums(struct arena *arena, forest_sum_fn *sum_rows,
                        const struct random_forest *random) {
    static const size_t numbers[] = {0,  1,   2,   31,  32,  33,  63,  64,
                                     65, 255, 256, 257, 320, 321, 512, MOST_ROWS};
    int32_t want[MOST_ROWS], got[MOST_ROWS + 1];
    for (size_t i = 0; i < MOST_ROWS; i++)
        want[i] = walk(&random->forest, random->rows + i * random->forest.n_features);
    for (size_t k = 0; k < sizeof numbers / sizeof *numbers; k++) {
        got[numbers[k]] = -7;
        sum_rows(arena, &random->forest, random->rows, numbers[k], got);
        assert_memory_equal(got, want, numbers[k] * sizeof *got);
        assert_int_equal(got[numbers[k]], -7);
    }
}

static void assert_every_depth(struct arena *arena, forest_sum_fn *sum_rows) {
    struct random_forest *random = arena_alloc(arena, sizeof *random);
    for (size_t depth = 1; depth <= FOREST_MAX_DEPTH; depth++) {
        make_forest(random, depth, (uint32_t)depth);
        assert_sums(arena, sum_rows, random);
        random->forest.n_trees = 16; /* wide vectors take two, four or eight at a time */
        assert_sums(arena, sum_rows, random);
        random->forest.n_trees = 3;
        assert_sums(arena, sum_rows, random);
        random->forest.n_features = 3; /* fewer than are read at one time, and fewer cuts */
        for (size_t i = 0; i < sizeof random->nodes / sizeof *random->nodes; i++)
            random->nodes[i] %= 4;
        assert_sums(arena, sum_rows, random);
    }
}

/* (Those that this processor lacks cannot be tested.) */
static void each_path_walks(void **state) {
    ARM((struct arena *)*state);
    for (enum forest_path path = 0; path < N_FOREST_PATHS; path++)
        if (forest_sum_of(path))
            assert_every_depth(*state, forest_sum_of(path));
}

static void compiled_models_give_the_same_bits(void **state) {
    enum { N_ROWS = 300 };
    ARM((struct arena *)*state);
    const struct forest *forests[] = {&MODEL_HTML.block, &MODEL_HTML.neighborhood,
                                      &MODEL_DUMP.block, &MODEL_DUMP.neighborhood};
    for (size_t k = 0; k < sizeof forests / sizeof *forests; k++) {
        size_t width = forests[k]->n_features;
        float *rows = arena_alloc(*state, N_ROWS * width * sizeof *rows);
        int32_t plain[N_ROWS], wide[N_ROWS];
        uint32_t seed = 3;
        for (size_t i = 0; i < N_ROWS * width; i++)
            rows[i] = (float)(next_random(&seed) % 1000) / (i % 3 ? 4 : 1000);
        forest_sum_of(FOREST_PLAIN)(*state, forests[k], rows, N_ROWS, plain);
        for (enum forest_path path = 1; path < N_FOREST_PATHS; path++) {
            if (!forest_sum_of(path))
                continue;
            forest_sum_of(path)(*state, forests[k], rows, N_ROWS, wide);
            assert_memory_equal(plain, wide, sizeof plain);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(each_path_walks),
        ARENA_TEST(compiled_models_give_the_same_bits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
