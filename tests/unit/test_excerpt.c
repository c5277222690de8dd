/*
 * Where an excerpt ends.
 */
#include "ground.h"

#include <stdio.h>
#include <string.h>

#include "base/excerpt.h"
#include "base/utf8.h"

static void expect(const char *excerpt, const char *text) {
    struct str found = excerpt_of(str_of(text));
    assert_memory_equal(text, found.at, found.len);
    if (found.len != strlen(excerpt) || memcmp(found.at, excerpt, found.len) != 0)
        fail_msg("'%.*s', not '%s'", (int)found.len, found.at, excerpt);
}

static void a_short_text_is_whole(void **state) {
    (void)state;
    expect("", "");
    expect("One line", "One line");
    expect("A heading\n\nThen a sentence.", "A heading\n\nThen a sentence.\n\nAnd more.");
}

static void a_long_one_ends_with_a_sentence_or_a_word(void **state) {
    char text[1000], expected[1000];
    (void)state;
    memset(text, 'a', sizeof text);
    text[sizeof text - 1] = '\0';
    memcpy(text + 200, ".\" B", 4);
    snprintf(expected, sizeof expected, "%.202s", text);
    expect(expected, text);
    memcpy(text + 200, "a aa", 4); /* no sentence ends: cut after the last word */
    snprintf(expected, sizeof expected, "%.201s", text);
    expect(expected, text);
}

static void a_character_stays_whole(void **state) {
    char text[1000] = "";
    (void)state;
    for (int i = 0; i < 200; i++)
        strcat(text, i == 70 ? "。" : "天");
    struct str found = excerpt_of(str_of(text));
    assert_int_equal(71 * 3, found.len);
    memset(text + 70 * 3, 'x', 3);
    found = excerpt_of(str_of(text));
    assert_true(utf8_is_valid(found) && found.len > 250 && found.len <= 300);
}

/* `head` after 160 letters, and then words that go on past the limit. */
static size_t cut_after(const char *head) {
    char text[2000];
    snprintf(text, sizeof text, "%0160d%s", 0, head);
    while (strlen(text) < 400)
        strcat(text, " b");
    return excerpt_of(str_of(text)).len - 160;
}

static void sentences_end_with_marks_and_what_closes_them(void **state) {
    static const char *const ENDS[] = {".",  "!",  "?",  "…",  "।",   "؟",    "۔",  ".\"", "!'",
                                       "?)", ".’", ".”", ".»", ".」", ".\")", "！", "？",  "。"};
    static const char *const OTHERS[] = {",", ";", ":", "-", "\"", ".(", ".,", ".b", ")", ".“"};
    (void)state;
    for (size_t i = 0; i < N_OF(ENDS); i++)
        if (cut_after(ENDS[i]) != strlen(ENDS[i]))
            fail_msg("%s: %zu", ENDS[i], cut_after(ENDS[i]));
    for (size_t i = 0; i < N_OF(OTHERS); i++)
        assert_in_range(cut_after(OTHERS[i]), 138, 140);
    assert_in_range(cut_after(".b. b"), 3, 3);
}

/* A sentence ends the excerpt if it fills half of it. */
static void sentences_are_not_too_short(void **state) {
    (void)state;
    for (int len = 148; len <= 150; len++) {
        char text[1000];
        snprintf(text, sizeof text, "%0*d. b", len, 0);
        while (strlen(text) < 400)
            strcat(text, " b");
        size_t got = excerpt_of(str_of(text)).len;
        if (len >= 149)
            assert_int_equal(got, len + 1);
        else
            assert_in_range(got, 298, 300);
    }
}

/* White space at the limit or just past it. */
static void excerpts_have_300_bytes_at_most(void **state) {
    (void)state;
    for (int len = 299; len <= 301; len++) {
        char text[1000], whole[1000];
        snprintf(text, sizeof text, "a %0*d b c d e f g", len - 2, 0);
        assert_int_equal(excerpt_of(str_of(text)).len, len <= 300 ? len : 1);
        snprintf(whole, sizeof whole, "a %0*d", len - 2, 0);
        assert_int_equal(excerpt_of(str_of(whole)).len, len <= 300 ? len : 1);
    }
}

/* A line that ends with a sentence ends the excerpt, however short. */
static void paragraphs_end_it(void **state) {
    (void)state;
    expect("A b.", "A b.\nC d.");
    expect("A b\nC d.", "A b\nC d.\nE");
    expect("A b. C d.", "A b. C d.");
    expect("。", "。\n。");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_short_text_is_whole),
        cmocka_unit_test(a_long_one_ends_with_a_sentence_or_a_word),
        cmocka_unit_test(a_character_stays_whole),
        cmocka_unit_test(sentences_end_with_marks_and_what_closes_them),
        cmocka_unit_test(sentences_are_not_too_short),
        cmocka_unit_test(excerpts_have_300_bytes_at_most),
        cmocka_unit_test(paragraphs_end_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
