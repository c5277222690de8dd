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

static void joiners_are_within_words(void **state) {
    (void)state;
    expect(6, "a'b a-b a.b a,b a’b a‐b");
    expect(2, "a/b");
    expect(2, "a:b");
    expect(2, "a--b");
    expect(2, "a-.b");
    expect(2, "a- b");
    expect(2, "a -b");
    expect(1, "-a-");
}

/* A text is part of a longer one. */
static void counting_stops_at_the_end(void **state) {
    (void)state;
    assert_int_equal(word_count((struct str){"a b", 2}), 1);
    assert_int_equal(word_count((struct str){"a b", 0}), 0);
    assert_int_equal(word_count((struct str){"a-b", 2}), 1);
}

/* Five characters to a word, begun ones too; Han and kana are counted one by one. */
static void unspaced_text_has_words_of_five(void **state) {
    static const char *const LETTERS[] = {"ก", "က", "ក", "ᦀ"};
    (void)state;
    for (size_t i = 0; i < N_OF(LETTERS); i++) {
        char text[100] = "";
        for (size_t n = 1; n <= 16; n++) {
            strcat(text, LETTERS[i]);
            expect((n + 4) / 5, text);
        }
    }
    expect(4, "ก日ก本语");
    expect(2, "กกกกกa");
}

static void unspaced_scripts_count_characters(void **state) {
    (void)state;
    expect(4, "今天下雨");
    expect(4, "私は東京");
    expect(3, "iPhone 手机");
    expect(2, "สวัสดีครับ");
    expect(1, "ลาว");
}

/* Long texts are counted many characters at a time, short ones singly. */
static void long_texts_have_the_words_of_their_parts(void **state) {
    static const char *const CHARACTERS[] = {"a", "z", "A", "Z", "0", "9", "'", "-", ".",  ",",
                                             "_", "/", ":", "@", "[", "`", "{", "é", "中", "’"};
    enum { PART_BYTES = 15 };
    char text[4096] = "";
    size_t len = 0, n = 0;
    uint32_t random = 1;
    (void)state;
    while (len + PART_BYTES + 1 < sizeof text) {
        size_t begin = len, n_bytes = (random >> 20) % PART_BYTES;
        while (len - begin + 3 < n_bytes) {
            random = random * 1664525u + 1013904223u;
            const char *character = CHARACTERS[(random >> 16) % N_OF(CHARACTERS)];
            memcpy(text + len, character, strlen(character));
            len += strlen(character);
        }
        n += word_count((struct str){text + begin, len - begin});
        text[len++] = ' ';
        random = random * 1664525u + 1013904223u;
        assert_int_equal(word_count((struct str){text, len}), n);
    }
    assert_true(n > 500);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_runs_of_letters),
        cmocka_unit_test(unspaced_scripts_count_characters),
        cmocka_unit_test(joiners_are_within_words),
        cmocka_unit_test(counting_stops_at_the_end),
        cmocka_unit_test(unspaced_text_has_words_of_five),
        cmocka_unit_test(long_texts_have_the_words_of_their_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
