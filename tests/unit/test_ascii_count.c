/* ascii_count.c: counts of ASCII of each length, compared with counting one by one. */
#include "ground.h"

#include "base/ascii.h"
#include "page/ascii_count.h"

enum { MOST = 300 };

static bool is_word(char c) {
    return ascii_is_alphanumeric(c) || c == '_';
}

/* Counts up to `end`, one by one. */
static struct ascii_count count_slowly(const char *at, size_t end, bool in_word) {
    struct ascii_count n = {.in_word = in_word};
    for (size_t i = 0; i < end; i++) {
        char c = at[i];
        n.n_chars += c > ' ' && c < 0x7F;
        n.n_digits += ascii_is_digit(c);
        n.n_puncts += c > ' ' && c < 0x7F && !is_word(c);
        n.n_stops += c == '.' || c == '!' || c == '?';
        n.n_commas += c == ',';
        n.n_words += is_word(c) && !n.in_word;
        n.n_capitals += ascii_is_upper(c) && !n.in_word;
        n.in_word = is_word(c);
    }
    return n;
}

static void check(struct str text, size_t from, bool in_word) {
    struct ascii_count n;
    size_t end = ascii_count(text, from, in_word, &n);
    assert_true(end > from && end <= text.len);
    assert_true(end == text.len || (unsigned char)text.at[end] >= 0x80);
    struct ascii_count slow = count_slowly(text.at + from, end - from, in_word);
    assert_int_equal(n.n_chars, slow.n_chars);
    assert_int_equal(n.n_digits, slow.n_digits);
    assert_int_equal(n.n_puncts, slow.n_puncts);
    assert_int_equal(n.n_stops, slow.n_stops);
    assert_int_equal(n.n_commas, slow.n_commas);
    assert_int_equal(n.n_words, slow.n_words);
    assert_int_equal(n.n_capitals, slow.n_capitals);
    assert_int_equal(n.in_word, slow.in_word);
}

/* All ASCII characters in many orders, at each length; one in `wide` bytes is not ASCII. */
static void check_length(size_t len, unsigned wide) {
    char *text = malloc(len); /* exact, so that reading past it is seen */
    uint32_t random = (uint32_t)len * 2654435769u + wide;
    assert_non_null(text);
    for (size_t i = 0; i < len; i++) {
        random = random * 1664525u + 1013904223u;
        text[i] = (char)(random >> 24 & 0x7F);
        if (wide && i && random % wide == 0)
            text[i] = (char)0xC3;
    }
    check((struct str){text, len}, 0, false);
    check((struct str){text, len}, 0, true);
    free(text);
}

static void each_length(void **state) {
    (void)state;
    for (size_t len = 1; len <= MOST; len++) {
        check_length(len, 0);
        check_length(len, 7);
        check_length(len, 40);
    }
}

/* A text longer than one call counts. */
static void a_long_text(void **state) {
    enum { LEN = 100000 };
    (void)state;
    char *text = malloc(LEN);
    struct ascii_count n;
    size_t n_words = 0, n_chars = 0;
    bool in_word = false;
    assert_non_null(text);
    for (size_t i = 0; i < LEN; i++)
        text[i] = i % 5 == 4 ? ' ' : 'x';
    for (size_t i = 0; i < LEN;) {
        i = ascii_count((struct str){text, LEN}, i, in_word, &n);
        in_word = n.in_word;
        n_words += n.n_words;
        n_chars += n.n_chars;
    }
    assert_int_equal(n_words, LEN / 5);
    assert_int_equal(n_chars, LEN / 5 * 4);
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_length),
        cmocka_unit_test(a_long_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
