/*
 * The best expected F1 of a page's scores, computed by hand.
 */
#include "cut_page.h"

#include "score/expected_f1.h"

enum { MOST = 8 };

/* Blocks with these numbers of words and scores. */
static struct expected_f1 best_of(struct arena *arena, size_t n, const uint32_t *words,
                                  const float *scores) {
    struct block blocks[MOST] = {0};
    struct block_page page = {.arena = arena, .blocks = blocks, .n_blocks = n};
    for (size_t i = 0; i < n; i++)
        blocks[i].counts.n_words = words[i];
    return expected_f1_best(&page, scores);
}

/* Expected content: 9 + 10 + 3 = 22 words. The best one: 2*9 / (10+22) = 0.5625; the best two:
 * 2*19 / (30+22) = 0.7308; all: 2*22 / (60+22) = 0.5366. */
static void the_middle_is_best(void **state) {
    ARM((struct arena *)*state);
    struct expected_f1 best =
        best_of(*state, 3, (uint32_t[]){30, 10, 20}, (float[]){0.1f, 0.9f, 0.5f});
    assert_near((double)best.f1, 38.0 / 52);
    assert_near((double)best.cut, 0.5);
}

/* 1.0 * 40 and 0.8 * 10: 2*40 / (40+48) = 0.909; with both 2*48 / (50+48) = 0.980. */
static void all_may_be_best(void **state) {
    ARM((struct arena *)*state);
    struct expected_f1 best = best_of(*state, 2, (uint32_t[]){10, 40}, (float[]){0.8f, 1.0f});
    assert_near((double)best.f1, 96.0 / 98);
    assert_near((double)best.cut, 0.8);
}

/* 0.6 * 10, 3 of 0.1 * 10: 2*6 / (10+9) = 0.632, with one more 2*7 / (20+9) = 0.483. */
static void the_first_may_be_best(void **state) {
    ARM((struct arena *)*state);
    struct expected_f1 best =
        best_of(*state, 4, (uint32_t[]){10, 10, 10, 10}, (float[]){0.1f, 0.1f, 0.6f, 0.1f});
    assert_near((double)best.f1, 12.0 / 19);
    assert_near((double)best.cut, 0.6);
}

static void an_empty_page_expects_nothing(void **state) {
    ARM((struct arena *)*state);
    struct expected_f1 best = best_of(*state, 0, NULL, NULL);
    assert_near((double)best.f1, 0);
    assert_near((double)best.cut, 1);
    best = best_of(*state, 2, (uint32_t[]){10, 5}, (float[]){0, 0});
    assert_near((double)best.f1, 0);
    best = best_of(*state, 2, (uint32_t[]){0, 0}, (float[]){0.9f, 0.9f}); /* only symbols */
    assert_near((double)best.f1, 0);
}

static void certainty_is_one(void **state) {
    ARM((struct arena *)*state);
    struct expected_f1 best = best_of(*state, 3, (uint32_t[]){7, 9, 5}, (float[]){1, 0, 1});
    assert_near((double)best.f1, 1);
    assert_near((double)best.cut, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(the_middle_is_best),    ARENA_TEST(all_may_be_best),
        ARENA_TEST(the_first_may_be_best), ARENA_TEST(an_empty_page_expects_nothing),
        ARENA_TEST(certainty_is_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
