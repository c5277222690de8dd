/* ascii.h: each byte against the list of those in a class. */
#include "ground.h"

#include "base/ascii.h"

#define UPPER "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define LOWER "abcdefghijklmnopqrstuvwxyz"
#define DIGITS "0123456789"

static bool is_in(const char *set, char c) {
    return c && strchr(set, c);
}

static void classes(void **state) {
    (void)state;
    for (int i = 0; i < 256; i++) {
        char c = (char)i;
        assert_int_equal(ascii_is_digit(c), is_in(DIGITS, c));
        assert_int_equal(ascii_is_lower(c), is_in(LOWER, c));
        assert_int_equal(ascii_is_upper(c), is_in(UPPER, c));
        assert_int_equal(ascii_is_letter(c), is_in(UPPER LOWER, c));
        assert_int_equal(ascii_is_alphanumeric(c), is_in(UPPER LOWER DIGITS, c));
        assert_int_equal(ascii_is_space(c), is_in(" \t\n\f\r", c));
    }
}

static void small_letters(void **state) {
    (void)state;
    for (int i = 0; i < 256; i++) {
        const char upper[] = UPPER, *at = i ? strchr(upper, i) : NULL;
        assert_int_equal(ascii_lower((char)i), at ? LOWER[at - upper] : (char)i);
    }
}

static void digit_values(void **state) {
    (void)state;
    static const char SMALL[] = "0123456789abcdef", LARGE[] = "0123456789ABCDEF";
    for (unsigned i = 0; i < 16; i++) {
        assert_int_equal(ascii_digit_value(SMALL[i]), i);
        assert_int_equal(ascii_digit_value(LARGE[i]), i);
    }
    for (int i = 0; i < 256; i++)
        assert_int_equal(ascii_digit_value((char)i) == 16, !is_in(DIGITS "abcdefABCDEF", (char)i));
}

/* Each byte at each place, among bytes that are close to digits. */
static void digits_are_found(void **state) {
    (void)state;
    enum { LEN = 20 };
    for (size_t at = 0; at < LEN; at++)
        for (int i = 0; i < 256; i++) {
            char text[] = "/:/:/:/:/:/:/:/:/:/:";
            text[at] = (char)i;
            size_t expected = ascii_is_digit((char)i) || i >= 0x80 ? at : LEN;
            assert_int_equal(ascii_find_digit(text, 0, LEN), expected);
            assert_int_equal(ascii_find_digit(text, at, LEN), expected);
            assert_int_equal(ascii_find_digit(text, at + 1, LEN), LEN);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(classes),
        cmocka_unit_test(small_letters),
        cmocka_unit_test(digit_values),
        cmocka_unit_test(digits_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
