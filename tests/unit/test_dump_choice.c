/*
 * The joint choice of a dump's headline, byline and dateline.
 */
#include "cut_page.h"

#include "metadata/dump/dump_choice.h"

enum { N_LINES = 12 };

/* Lines 3, 6, 9 ... of a dump, so that a distance is not a number of lines measured. */
static struct dump_measures lines_at(uint32_t blocks[N_LINES], uint32_t step, size_t n) {
    for (uint32_t i = 0; i < n; i++)
        blocks[i] = i * step;
    return (struct dump_measures){.blocks = blocks, .n = n};
}

/* Pairs without weight, and steps at -2, 0, 1 and 3 lines. */
static struct dump_pairs plain_pairs(void) {
    struct dump_pairs pairs = {.scale = {1, 1, 1}, .first = {INT16_MIN, -2, 0, 1, 3}};
    for (size_t i = 5; i < DUMP_CHOICE_N_STEPS; i++)
        pairs.first[i] = (int16_t)(100 + i);
    return pairs;
}

static void a_role_alone_is_a_logit(void **state) {
    (void)state;
    uint32_t blocks[N_LINES];
    struct dump_measures measures = lines_at(blocks, 1, 3);
    struct dump_pairs pairs = plain_pairs();
    const float odds[3][DUMP_N_ROLES] = {{1, -9, -9}, {2, -9, -9}, {0, -9, -9}};
    float likely[3][DUMP_N_ROLES];
    pairs.scale[DUMP_HEADLINE] = 2;
    pairs.none[DUMP_HEADLINE] = 0.5f;
    dump_choice_make(&pairs, &measures, odds, likely);
    double all = exp(2) + exp(4) + exp(0) + exp(0.5);
    assert_near(likely[0][DUMP_HEADLINE], exp(2) / all);
    assert_near(likely[1][DUMP_HEADLINE], exp(4) / all);
    assert_near(likely[2][DUMP_HEADLINE], exp(0) / all);
}

/* Of two lines that are equally likely the headline, the one that the byline follows at a favoured
 * distance; both pairs of roles with the byline, and that of headline and dateline. */
static void lines_help_to_find_each_other(void **state) {
    (void)state;
    static const struct {
        int pair, from, to;
    } CASES[] = {{0, DUMP_HEADLINE, DUMP_BYLINE},
                 {1, DUMP_HEADLINE, DUMP_DATELINE},
                 {2, DUMP_BYLINE, DUMP_DATELINE}};
    for (size_t i = 0; i < N_OF(CASES); i++) {
        uint32_t blocks[N_LINES];
        struct dump_measures measures = lines_at(blocks, 1, 5);
        struct dump_pairs pairs = plain_pairs();
        float odds[5][DUMP_N_ROLES], likely[5][DUMP_N_ROLES];
        for (size_t k = 0; k < 5; k++)
            for (int role = 0; role < DUMP_N_ROLES; role++)
                odds[k][role] = -9;
        odds[0][CASES[i].from] = odds[2][CASES[i].from] = 3;
        odds[4][CASES[i].to] = 5;
        pairs.step[CASES[i].pair][3] = 2; /* one or two lines below */
        dump_choice_make(&pairs, &measures, (const float(*)[DUMP_N_ROLES])odds, likely);
        assert_true(likely[2][CASES[i].from] > 4 * likely[0][CASES[i].from]);
        pairs.step[CASES[i].pair][3] = 0;
        pairs.step[CASES[i].pair][4] = 2; /* three lines or more */
        dump_choice_make(&pairs, &measures, (const float(*)[DUMP_N_ROLES])odds, likely);
        assert_true(likely[0][CASES[i].from] > 4 * likely[2][CASES[i].from]);
    }
}

static void distances_are_lines_of_the_dump(void **state) {
    (void)state;
    uint32_t blocks[N_LINES];
    struct dump_measures measures = lines_at(blocks, 5, 2);
    struct dump_pairs pairs = plain_pairs();
    const float odds[2][DUMP_N_ROLES] = {{3, -9, -9}, {-9, 0, -9}};
    float near[2][DUMP_N_ROLES], far[2][DUMP_N_ROLES];
    dump_choice_make(&pairs, &measures, odds, near);
    pairs.step[0][4] = 2; /* the byline is five lines below, though it is the next one measured */
    dump_choice_make(&pairs, &measures, odds, far);
    assert_true(far[1][DUMP_BYLINE] > near[1][DUMP_BYLINE] + 0.1f);
}

static void no_line_may_be_the_likeliest(void **state) {
    (void)state;
    uint32_t blocks[N_LINES];
    struct dump_measures measures = lines_at(blocks, 1, 2);
    struct dump_pairs pairs = plain_pairs();
    const float odds[2][DUMP_N_ROLES] = {{-4, -4, -4}, {-5, -5, -5}};
    float likely[2][DUMP_N_ROLES];
    dump_choice_make(&pairs, &measures, odds, likely);
    for (int role = 0; role < DUMP_N_ROLES; role++)
        assert_true(likely[0][role] < 0.02f && likely[0][role] > likely[1][role]);
}

static void only_the_likeliest_are_chosen_from(void **state) {
    (void)state;
    uint32_t blocks[N_LINES];
    struct dump_measures measures = lines_at(blocks, 1, N_LINES);
    struct dump_pairs pairs = plain_pairs();
    float odds[N_LINES][DUMP_N_ROLES], likely[N_LINES][DUMP_N_ROLES], all = 0;
    size_t n = 0;
    for (size_t i = 0; i < N_LINES; i++)
        for (int role = 0; role < DUMP_N_ROLES; role++)
            odds[i][role] = role == DUMP_HEADLINE ? (float)(i * 7 % N_LINES) : -9;
    dump_choice_make(&pairs, &measures, (const float(*)[DUMP_N_ROLES])odds, likely);
    for (size_t i = 0; i < N_LINES; i++) {
        bool is_chosen_from = i * 7 % N_LINES >= N_LINES - DUMP_CHOICE_MOST;
        assert_int_equal(likely[i][DUMP_HEADLINE] > 0, is_chosen_from);
        n += is_chosen_from;
        all += likely[i][DUMP_HEADLINE];
    }
    assert_int_equal(n, DUMP_CHOICE_MOST);
    assert_true(all > 0.99f && all <= 1.0001f);
}

static void of_equals_the_first_is_taken(void **state) {
    (void)state;
    uint32_t blocks[N_LINES];
    struct dump_measures measures = lines_at(blocks, 1, N_LINES);
    struct dump_pairs pairs = plain_pairs();
    const float odds[N_LINES][DUMP_N_ROLES] = {{0}};
    float likely[N_LINES][DUMP_N_ROLES];
    dump_choice_make(&pairs, &measures, odds, likely);
    for (size_t i = 0; i < N_LINES; i++)
        for (int role = 0; role < DUMP_N_ROLES; role++)
            assert_int_equal(likely[i][role] > 0, i < DUMP_CHOICE_MOST);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_role_alone_is_a_logit),
        cmocka_unit_test(lines_help_to_find_each_other),
        cmocka_unit_test(distances_are_lines_of_the_dump),
        cmocka_unit_test(no_line_may_be_the_likeliest),
        cmocka_unit_test(only_the_likeliest_are_chosen_from),
        cmocka_unit_test(of_equals_the_first_is_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
