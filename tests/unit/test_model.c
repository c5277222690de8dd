/*
 * Boosted trees over rows, their explanation, and the table of tokens, on a hand-written model.
 */
#include "cut_page.h"

#include "score/feature.h"
#include "score/model.h"
#include "score/neighborhood.h"

/* Two trees of depth 2 over three features; no cut is on the last one:
 *   first tree:  x >= 1 ? (x >= 2 ? 40 : 30) : (y >= 0.5 ? 10 : -20)
 *   second tree: y >= 0.5 ? (x >= 1 ? 12 : -8) : (x >= 1 ? 4 : 0)
 */
static const float CUTS[] = {1, 2, 0.5f};
static const uint16_t FIRST_CUT[] = {0, 2, 3, 3};
static const uint16_t NODES[] = {1, 3, 2, /* second */ 3, 1, 1};
static const int16_t LEAVES[] = {-20, 10, 30, 40, /* second */ 0, 4, -8, 12};
static const struct forest FOREST = {CUTS, FIRST_CUT, NODES, LEAVES, 3, 2, 2, 10, 0.5f};

enum { N_ROWS = 4, WIDTH = 3 };

static const float ROWS[N_ROWS * WIDTH] = {
    0,    0,    7, /* -20 + 0 */
    1,    0.5f, 7, /* 30 + 12: a value on its cut goes right */
    2.5f, -1,   7, /* 40 + 4 */
    0.9f, 9,    7, /* 10 - 8 */
};

static const double LOG_ODDS[N_ROWS] = {-1.5, 4.7, 4.9, 0.7}; /* sum / scale + bias */

static double likelihood(double log_odds) {
    return 1 / (1 + exp(-log_odds));
}

static void rows_go_down_the_trees(void **state) {
    ARM((struct arena *)*state);
    float got[N_ROWS];
    model_run(*state, &FOREST, ROWS, N_ROWS, got);
    for (size_t i = 0; i < N_ROWS; i++)
        assert_near((double)got[i], likelihood(LOG_ODDS[i]));
}

static void any_number_of_rows(void **state) {
    enum { MOST = 150 };
    ARM((struct arena *)*state);
    float rows[MOST * WIDTH], got[MOST + 1];
    for (size_t i = 0; i < MOST; i++)
        memcpy(rows + i * WIDTH, ROWS + i % N_ROWS * WIDTH, WIDTH * sizeof(float));
    for (size_t n = 0; n <= MOST; n++) {
        got[n] = -7;
        model_run(*state, &FOREST, rows, n, got);
        for (size_t i = 0; i < n; i++)
            assert_near((double)got[i], likelihood(LOG_ODDS[i % N_ROWS]));
        assert_near((double)got[n], -7);
    }
}

/* Steps from mean to mean of the rows that go the same way, starting with all four rows. */
static void pulls_are_steps_of_the_means(void **state) {
    ARM((struct arena *)*state);
    float pulls[N_ROWS * WIDTH];
    model_pull(*state, &FOREST, ROWS, N_ROWS, pulls);
    const float *second = pulls + WIDTH, *last = pulls + 3 * WIDTH;
    assert_near((double)second[0], 2.5); /* 15 > 35 > 30, 2 > 12 */
    assert_near((double)second[1], 0);   /* 2 > 2 */
    assert_near((double)second[2], 0);
    assert_near((double)last[0], -3.0); /* 15 > -5, 2 > -8 */
    assert_near((double)last[1], 1.5);  /* -5 > 10 */
}

/* Without the last row the means differ: 50/3 and 16/3 at the roots, 2 for y below 0.5. */
static void pulls_are_measured_by_the_rows_at_hand(void **state) {
    ARM((struct arena *)*state);
    float pulls[3 * WIDTH];
    model_pull(*state, &FOREST, ROWS, 3, pulls);
    assert_near((double)pulls[0], (-20 - 50.0 / 3 + 0 - 2) / 10);
    assert_near((double)pulls[1], (2 - 16.0 / 3) / 10);
    model_pull(*state, &FOREST, ROWS, 1, pulls); /* a single row equals its mean */
    for (size_t f = 0; f < WIDTH; f++)
        assert_near((double)pulls[f], 0);
}

static void pulls_add_up_to_the_log_odds(void **state) {
    ARM((struct arena *)*state);
    for (size_t n = 1; n <= N_ROWS; n++) {
        float pulls[N_ROWS * WIDTH];
        double mean = 0;
        model_pull(*state, &FOREST, ROWS, n, pulls);
        for (size_t i = 0; i < n; i++)
            mean += LOG_ODDS[i] / (double)n;
        for (size_t i = 0; i < n; i++) {
            double sum = mean;
            for (size_t f = 0; f < WIDTH; f++)
                sum += (double)pulls[i * WIDTH + f];
            assert_near(sum, LOG_ODDS[i]);
        }
    }
}

static const uint32_t HASHES[] = {0x00000005, 0x01000001, 0x01000003, 0xFF000000, 0xFFFFFFFF};
static const int16_t WEIGHTS[][MODEL_N_RANGES] = {
    {1, 2, 3}, {4, 5, 6}, {7, 8, 9}, {10, 11, 12}, {13, 14, 15}};

static void tokens_are_found(void **state) {
    enum { N = sizeof HASHES / sizeof *HASHES };
    (void)state;
    uint16_t first[257] = {0};
    for (size_t i = 0; i < N; i++)
        for (size_t k = (HASHES[i] >> 24) + 1; k < 257; k++)
            first[k]++;
    struct model_tokens tokens = {HASHES, WEIGHTS, first, N, 1, 0};
    for (size_t i = 0; i < N; i++)
        assert_ptr_equal(model_token(&tokens, HASHES[i]), WEIGHTS[i]);
    static const uint32_t others[] = {0,          6,          0x01000002, 0x01000004,
                                      0x02000001, 0xFE000000, 0xFFFFFFFE};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_null(model_token(&tokens, others[i]));
    tokens.n_tokens = 0;
    memset(first, 0, sizeof first);
    assert_null(model_token(&tokens, HASHES[0]));
}

static void assert_ascending(const struct model_tokens *tokens) {
    for (size_t i = 1; i < tokens->n_tokens; i++)
        assert_true(tokens->hashes[i - 1] < tokens->hashes[i]);
    for (size_t i = 0; i < tokens->n_tokens; i++)
        assert_ptr_equal(model_token(tokens, tokens->hashes[i]), tokens->weights[i]);
}

static void assert_sound(const struct forest *forest, size_t n_features) {
    assert_int_equal(forest->n_features, n_features);
    assert_true(forest->n_trees > 0);
    assert_true(forest->scale > 0);
    assert_true(forest->depth <= FOREST_MAX_DEPTH);
    for (size_t f = 0; f < n_features; f++) {
        size_t first = forest->first_cut[f], end = forest->first_cut[f + 1];
        assert_true(end >= first);
        for (size_t i = first + 1; i < end; i++)
            assert_true(forest->cuts[i - 1] < forest->cuts[i]);
    }
    size_t n_nodes = forest->n_trees * (((size_t)1 << forest->depth) - 1);
    for (size_t i = 0; i < n_nodes; i++)
        assert_true(forest->nodes[i] <= forest->first_cut[n_features]);
}

/* A model made for other features must not be compiled in. */
static void assert_fits(const struct model *model) {
    assert_int_equal(model->feature_version, FEATURE_VERSION);
    assert_int_equal(model->neighborhood_version, NEIGHBORHOOD_VERSION);
    assert_sound(&model->block, FEATURE_N);
    assert_sound(&model->neighborhood, NEIGHBORHOOD_N);
    assert_ascending(&model->tokens);
    assert_ascending(&model->words);
    for (int i = 0; i < MODEL_N_CALIBRATION; i++) {
        assert_true(model->calibration[i] >= (i ? model->calibration[i - 1] : 0));
        assert_true(model->calibration[i] <= 1);
    }
}

static void compiled_models_fit(void **state) {
    (void)state;
    assert_fits(&MODEL_HTML);
    assert_fits(&MODEL_DUMP);
    assert_true(MODEL_HTML.tokens.n_tokens > 0);
    assert_int_equal(MODEL_DUMP.tokens.n_tokens, 0); /* a dump has no markup */
    assert_true(MODEL_DUMP.words.n_tokens > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(rows_go_down_the_trees),
        ARENA_TEST(any_number_of_rows),
        ARENA_TEST(pulls_are_steps_of_the_means),
        ARENA_TEST(pulls_are_measured_by_the_rows_at_hand),
        ARENA_TEST(pulls_add_up_to_the_log_odds),
        cmocka_unit_test(tokens_are_found),
        cmocka_unit_test(compiled_models_fit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
