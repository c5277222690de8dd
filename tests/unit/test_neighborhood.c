/*
 * The features of the second stage, computed by hand from given scores.
 */
#include "measured_page.h"

#include "score/neighborhood.h"

/* Of the five blocks of POSTS; multiplied by their words 9, 8, 0.6, 0.1 and 0.6. */
static const float SCORES[] = {0.9f, 0.8f, 0.3f, 0.1f, 0.6f};
static const double MASS = 18.3;

static float *contexts_of(struct arena *arena, const float *scores) {
    struct measured m = measure(arena, POSTS);
    assert_int_equal(m.page.n_blocks, 5);
    return neighborhood_measure(&m.page, &m.containers, m.rows, scores);
}

#define ASSERT_NEIGHBORHOOD(rows, i, name, want)                                                   \
    assert_near((double)(rows)[(i)*NEIGHBORHOOD_N + NEIGHBORHOOD_##name], (want))

static void neighbours(void **state) {
    ARM((struct arena *)*state);
    const float *rows = contexts_of(*state, SCORES);
    ASSERT_NEIGHBORHOOD(rows, 2, own, 0.3);
    ASSERT_NEIGHBORHOOD(rows, 2, prev1, 0.8);
    ASSERT_NEIGHBORHOOD(rows, 2, prev2, 0.9);
    ASSERT_NEIGHBORHOOD(rows, 2, prev3, -1);
    ASSERT_NEIGHBORHOOD(rows, 2, next1, 0.1);
    ASSERT_NEIGHBORHOOD(rows, 2, next2, 0.6);
    ASSERT_NEIGHBORHOOD(rows, 2, next3, -1);
    ASSERT_NEIGHBORHOOD(rows, 0, next4, 0.6);
    ASSERT_NEIGHBORHOOD(rows, 4, prev4, 0.9);
}

static void means_around(void **state) {
    ARM((struct arena *)*state);
    const float *rows = contexts_of(*state, SCORES);
    ASSERT_NEIGHBORHOOD(rows, 0, mean3, 17.7 / 23);
    ASSERT_NEIGHBORHOOD(rows, 4, mean3, 9.3 / 14);
    ASSERT_NEIGHBORHOOD(rows, 2, mean3, MASS / 24);
    ASSERT_NEIGHBORHOOD(rows, 0, mean8, MASS / 24);
    ASSERT_NEIGHBORHOOD(rows, 4, mean20, MASS / 24);
}

static void containers_around(void **state) {
    ARM((struct arena *)*state);
    const float *rows = contexts_of(*state, SCORES);
    ASSERT_NEIGHBORHOOD(rows, 0, box0_mean, 0.9);
    ASSERT_NEIGHBORHOOD(rows, 0, box0_mass, 9 / MASS);
    ASSERT_NEIGHBORHOOD(rows, 0, box1_mean, 17 / 20.0);
    ASSERT_NEIGHBORHOOD(rows, 0, box1_mass, 17 / MASS);
    ASSERT_NEIGHBORHOOD(rows, 0, box2_mean, 17.7 / 23);
    ASSERT_NEIGHBORHOOD(rows, 0, box3_mean, MASS / 24);
    ASSERT_NEIGHBORHOOD(rows, 0, box3_mass, 1);
    ASSERT_NEIGHBORHOOD(rows, 0, box5_mass, 1);
    ASSERT_NEIGHBORHOOD(rows, 4, box1_mean, MASS / 24);
}

static void places_that_are_alike(void **state) {
    ARM((struct arena *)*state);
    const float *rows = contexts_of(*state, SCORES);
    for (size_t i = 0; i < 4; i++) {
        ASSERT_NEIGHBORHOOD(rows, i, path_mean, 17.7 / 23);
        ASSERT_NEIGHBORHOOD(rows, i, siblings_mean, 17.7 / 23);
    }
    ASSERT_NEIGHBORHOOD(rows, 4, path_mean, 0.6);
    ASSERT_NEIGHBORHOOD(rows, 4, siblings_mean, -1);
    ASSERT_NEIGHBORHOOD(rows, 0, path_likely, 20 / 23.0);
    ASSERT_NEIGHBORHOOD(rows, 4, path_likely, 1);
    ASSERT_NEIGHBORHOOD(rows, 3, siblings_likely, 20 / 23.0);
    ASSERT_NEIGHBORHOOD(rows, 4, siblings_likely, -1);
    ASSERT_NEIGHBORHOOD(rows, 1, item_mean, 17 / 20.0);
    ASSERT_NEIGHBORHOOD(rows, 2, item_mean, 0.7 / 3);
    ASSERT_NEIGHBORHOOD(rows, 4, item_mean, -1);
}

static void sections_and_articles(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(*state, "<p>" TEN "<article><h2>One</h2><p>" TEN "</article>"
                                        "<article><h2>Two</h2><p>" TEN "</article>");
    const float *rows = neighborhood_measure(&m.page, &m.containers, m.rows,
                                             (float[]){0.1f, 0.9f, 0.9f, 0.4f, 0.2f});
    static const double section[] = {0.1, 0.9, 0.9, 2.4 / 11, 2.4 / 11};
    static const double heading[] = {-1, 0.9, 0.9, 0.4, 0.4};
    static const double article[] = {-1, 0.9, 0.9, 2.4 / 11, 2.4 / 11};
    for (size_t i = 0; i < 5; i++) {
        ASSERT_NEIGHBORHOOD(rows, i, section_mean, section[i]);
        ASSERT_NEIGHBORHOOD(rows, i, section_heading, heading[i]);
        ASSERT_NEIGHBORHOOD(rows, i, article_mean, article[i]);
        ASSERT_NEIGHBORHOOD(rows, i, best_article, 0.9);
    }
}

/* In order of score: 18 / 28.3, 34 / 38.3, 35.2 / 39.3 = 0.896, 36.4 / 41.3, 36.6 / 42.3. */
static void page_as_a_whole(void **state) {
    ARM((struct arena *)*state);
    const float *rows = contexts_of(*state, SCORES);
    ASSERT_NEIGHBORHOOD(rows, 0, mass_before, 0);
    ASSERT_NEIGHBORHOOD(rows, 2, mass_before, 17 / MASS);
    ASSERT_NEIGHBORHOOD(rows, 3, page_mean, MASS / 24);
    ASSERT_NEIGHBORHOOD(rows, 3, page_mass, MASS);
    ASSERT_NEIGHBORHOOD(rows, 3, page_max, 0.9);
    ASSERT_NEIGHBORHOOD(rows, 3, best_f1, 35.2 / 39.3);
    ASSERT_NEIGHBORHOOD(rows, 0, above_cut, 0.3);
    ASSERT_NEIGHBORHOOD(rows, 3, above_cut, -0.5);
    ASSERT_NEIGHBORHOOD(rows, 4, above_cut, 0);
    ASSERT_NEIGHBORHOOD(rows, 0, best_article, -1); /* there is none */
}

static void sure_blocks(void **state) {
    static const double before[] = {255, 1, 1, 2, 3}, after[] = {1, 255, 255, 255, 255};
    ARM((struct arena *)*state);
    const float *rows = contexts_of(*state, SCORES);
    for (size_t i = 0; i < 5; i++) {
        ASSERT_NEIGHBORHOOD(rows, i, to_sure_before, before[i]);
        ASSERT_NEIGHBORHOOD(rows, i, to_sure_after, after[i]);
        ASSERT_NEIGHBORHOOD(rows, i, since_first_sure, (double)i);
        ASSERT_NEIGHBORHOOD(rows, i, until_last_sure, 1 - (double)i);
    }
    rows = contexts_of(*state, (float[]){0, 0, 0, 0, 0});
    ASSERT_NEIGHBORHOOD(rows, 2, to_sure_before, 255);
    ASSERT_NEIGHBORHOOD(rows, 2, to_sure_after, 255);
    ASSERT_NEIGHBORHOOD(rows, 2, since_first_sure, -255);
    ASSERT_NEIGHBORHOOD(rows, 2, until_last_sure, -255);
    ASSERT_NEIGHBORHOOD(rows, 2, mass_before, 0); /* of nothing */
    ASSERT_NEIGHBORHOOD(rows, 2, best_f1, 0);
}

static void copies(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(*state, "<p>one two.<h3><a href=x>three</a></h3>");
    const float *rows = neighborhood_measure(&m.page, &m.containers, m.rows, (float[]){0.5f, 0.5f});
    ASSERT_NEIGHBORHOOD(rows, 0, words, 2);
    ASSERT_NEIGHBORHOOD(rows, 0, link_density, 0);
    ASSERT_NEIGHBORHOOD(rows, 0, tag, 34);
    ASSERT_NEIGHBORHOOD(rows, 0, last_char, 4);
    ASSERT_NEIGHBORHOOD(rows, 1, link_density, 1);
    ASSERT_NEIGHBORHOOD(rows, 1, heading_level, 3);
}

static void contexts_have_names(void **state) {
    (void)state;
    assert_string_equal(neighborhood_name(NEIGHBORHOOD_own), "own");
    assert_string_equal(neighborhood_name(NEIGHBORHOOD_box5_mass), "box5_mass");
    for (int c = 0; c < NEIGHBORHOOD_N; c++)
        assert_non_null(neighborhood_name((enum neighborhood)c));
}

static void empty_pages_are_measured(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(*state, "");
    assert_non_null(neighborhood_measure(&m.page, &m.containers, m.rows, NULL));
    m = measure_page(cut_dump(*state, "one\n\n..."), NULL); /* and blocks without words */
    const float *rows = neighborhood_measure(&m.page, &m.containers, m.rows, (float[]){0.5f, 0.5f});
    ASSERT_NEIGHBORHOOD(rows, 1, page_mass, 0.5);
}

static void only_dumps_have_topics(void **state) {
    static const float scores[] = {0.9f, 0.8f, 0.1f, 0.1f};
    ARM((struct arena *)*state);
    struct measured m = measure_page(cut_dump(*state, "ferry harbour\nferry tickets\n"
                                                      "ferry island weather\nso be it\n"),
                                     NULL);
    const float *rows = neighborhood_measure(&m.page, &m.containers, m.rows, scores);
    ASSERT_NEIGHBORHOOD(rows, 0, topic_words, 2);
    ASSERT_NEIGHBORHOOD(rows, 0, topic_main, 0.5);
    ASSERT_NEIGHBORHOOD(rows, 0, topic_beside, 0.5);
    ASSERT_NEIGHBORHOOD(rows, 2, topic_main, 1 / 3.0);
    ASSERT_NEIGHBORHOOD(rows, 2, topic_beside, 0);
    ASSERT_NEIGHBORHOOD(rows, 3, topic_words, 0);
    ASSERT_NEIGHBORHOOD(rows, 3, topic_main, -1);
    rows = contexts_of(*state, SCORES);
    ASSERT_NEIGHBORHOOD(rows, 0, topic_words, 0);
    ASSERT_NEIGHBORHOOD(rows, 0, topic_main, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(neighbours),
        ARENA_TEST(means_around),
        ARENA_TEST(containers_around),
        ARENA_TEST(places_that_are_alike),
        ARENA_TEST(sections_and_articles),
        ARENA_TEST(page_as_a_whole),
        ARENA_TEST(sure_blocks),
        ARENA_TEST(copies),
        cmocka_unit_test(contexts_have_names),
        ARENA_TEST(empty_pages_are_measured),
        ARENA_TEST(only_dumps_have_topics),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
