/* comparison_key.c: which texts are equal, and words within words. */
#include "ground.h"

#include "metadata/comparison_key.h"

static void texts_are_equal_for_a_reader(void **state) {
    ARM((struct arena *)*state);
    assert_str(comparison_key_of(*state, STR("  The Pier: it's BACK! ")),
               STR("the pier it s back"));
    assert_str(comparison_key_of(*state, STR("\xC3\x9C"
                                             "ber \xE2\x80\x9E"
                                             "alles\xE2\x80\x9C")),
               STR("\xC3\xBC"
                   "ber alles"));
    assert_str(comparison_key_of(*state, STR("--")), STR(""));
    assert_str(comparison_key_of(*state, STR_NONE), STR(""));
    assert_str(comparison_key_of(*state, STR("pier_2 (of 7)")), STR("pier_2 of 7"));
    assert_str(comparison_key_of(*state, STR("a\x7F")), STR("a"));
    assert_str(comparison_key_of(*state, STR("- \xC3\x9C"
                                             "ber - \xC3\xA4 7 -")),
               STR("\xC3\xBC"
                   "ber \xC3\xA4 7"));
    assert_str(comparison_key_of(*state, STR("\xE6\xB8\xAF\xE3\x80\x81\xE5\x8F\xA3")),
               STR("\xE6\xB8\xAF \xE5\x8F\xA3"));
}

static void parts_are_whole_words(void **state) {
    (void)state;
    assert_int_equal(comparison_key_find(STR("a pier and a pie"), STR("pie")), 13);
    assert_int_equal(comparison_key_find(STR("a pier"), STR("pie")), STR("a pier").len);
    assert_int_equal(comparison_key_find(STR("pier"), STR("pier")), 0);
    assert_int_equal(comparison_key_find(STR("piers pier"), STR("pier")), 6);
    assert_int_equal(comparison_key_find(STR("a pie"), STR("pie")), 2);
    assert_int_equal(comparison_key_find(STR("apie pie a"), STR("pie")), 5);
    assert_int_equal(comparison_key_find(STR("apie"), STR("pie")), STR("apie").len);
    assert_int_equal(comparison_key_find(STR(""), STR("pie")), 0);
    assert_true(comparison_key_contains(STR("a pier"), STR("a pier")));
    assert_true(comparison_key_contains(STR("a pier"), STR("a")));
    assert_false(comparison_key_contains(STR("a pier"), STR("a pi")));
    assert_false(comparison_key_contains(STR(""), STR("a")));
    assert_true(comparison_key_contains(STR("the long pier"), STR("the long")));
    assert_false(comparison_key_contains(STR("a pier"), STR("")));
    assert_false(comparison_key_contains(STR("pier"), STR("a pier")));
}

static void words_of_a_key(void **state) {
    ARM((struct arena *)*state);
    struct str key = STR("the long pier");
    size_t at = 0;
    assert_str(comparison_key_next_word(key, &at), STR("the"));
    assert_int_equal(at, 4);
    assert_str(comparison_key_next_word(key, &at), STR("long"));
    assert_str(comparison_key_next_word(key, &at), STR("pier"));
    assert_int_equal(at, key.len);
    assert_str(comparison_key_next_word(key, &at), STR(""));
    assert_int_equal(at, key.len);
    assert_int_equal(comparison_key_count_words(STR("pier")), 1);
    assert_str(comparison_key_compact(*state, STR("")), STR(""));
    assert_int_equal(comparison_key_count_words(key), 3);
    assert_int_equal(comparison_key_count_words(STR("")), 0);
    assert_str(comparison_key_compact(*state, key), STR("thelongpier"));
}

int main(void) {
    const struct CMUnitTest tests[] = {ARENA_TEST(texts_are_equal_for_a_reader),
                                       cmocka_unit_test(parts_are_whole_words),
                                       ARENA_TEST(words_of_a_key)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
