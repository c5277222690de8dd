/*
 * The number of words as readers count them, in scripts with and without spaces.
 */
#include "ground.h"

#include "base/word_count.h"

static void expect(size_t n, const char *text) {
    size_t found = word_count(str_of(text));
    if (found != n)
        fail_msg("%zu words in '%s', not %zu", found, text, n);
}

static void words_are_runs_of_letters(void **state) {
    (void)state;
    expect(0, "");
    expect(0, " \n\t - ... !");
    expect(1, "word");
    expect(3, "one, two; three.");
    expect(2, "don't stop");
    expect(2, "a well-known");
    expect(2, "3.5 1,000");
    expect(2, "end.Start again");
    expect(2, "dash -- dash");
    expect(2, "Привет, мир");
    expect(2, "naïve café");
}

static void unspaced_scripts_count_characters(void **state) {
    (void)state;
    expect(4, "今天下雨");
    expect(4, "私は東京");
    expect(3, "iPhone 手机");
    expect(2, "สวัสดีครับ");
    expect(1, "ลาว");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_runs_of_letters),
        cmocka_unit_test(unspaced_scripts_count_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
