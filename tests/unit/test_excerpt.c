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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_short_text_is_whole),
        cmocka_unit_test(a_long_one_ends_with_a_sentence_or_a_word),
        cmocka_unit_test(a_character_stays_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
