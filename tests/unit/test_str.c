/* str.c: comparing, finding and trimming; the absent and the empty string everywhere. */
#include "ground.h"

static void equality(void **state) {
    (void)state;
    assert_true(str_equals(STR("abc"), STR("abc")));
    assert_false(str_equals(STR("abc"), STR("abd")));
    assert_false(str_equals(STR("abc"), STR("ab")));
    assert_true(str_equals(STR("a\0b"), STR("a\0b")));
    assert_false(str_equals(STR("a\0b"), STR("a\0c")));
    assert_true(str_equals(STR_NONE, STR("")));
    assert_false(str_equals(STR_NONE, STR("a")));
}

static void equality_of_either_case(void **state) {
    (void)state;
    assert_true(str_equals_lower(STR("Content-TYPE"), STR("content-type")));
    assert_true(str_equals_lower(STR_NONE, STR("")));
    assert_false(str_equals_lower(STR("ab"), STR("abc")));
    assert_false(str_equals_lower(STR("@"), STR("`"))); /* they differ in one bit, like 'A' and
                                                           'a' */
    assert_false(str_equals_lower(STR("["), STR("{")));
    assert_false(str_equals_lower(STR("\xC3\x89"), STR("\xC3\xA9"))); /* ASCII only */
    assert_true(str_equals_lower(STR("AZ"), STR("az")));
}

static void c_strings(void **state) {
    (void)state;
    assert_str(str_of("ab"), STR("ab"));
    assert_non_null(str_of("").at);
    assert_null(str_of(NULL).at);
    assert_int_equal(str_of(NULL).len, 0);
}

static void starts_and_ends(void **state) {
    (void)state;
    assert_true(str_starts_with(STR("abc"), STR("ab")));
    assert_true(str_starts_with(STR("abc"), STR("")));
    assert_true(str_starts_with(STR_NONE, STR("")));
    assert_true(str_starts_with(STR_NONE, STR_NONE));
    assert_false(str_starts_with(STR("ab"), STR("abc")));
    assert_false(str_starts_with(STR("abc"), STR("bc")));
    assert_true(str_ends_with(STR("abc"), STR("bc")));
    assert_true(str_ends_with(STR("abc"), STR("")));
    assert_true(str_ends_with(STR_NONE, STR_NONE));
    assert_false(str_ends_with(STR("bc"), STR("abc")));
    assert_false(str_ends_with(STR("abc"), STR("ab")));
    assert_true(str_starts_with_lower(STR("UTF-7x"), STR("utf-7")));
    assert_true(str_starts_with_lower(STR_NONE, STR("")));
    assert_false(str_starts_with_lower(STR("UTF"), STR("utf-7")));
    assert_false(str_starts_with_lower(STR("xutf-7"), STR("utf-7")));
}

static void bytes(void **state) {
    (void)state;
    assert_int_equal(str_find_byte(STR("abca"), 0, 'a'), 0);
    assert_int_equal(str_find_byte(STR("abca"), 1, 'a'), 3);
    assert_int_equal(str_find_byte(STR("abca"), 4, 'a'), 4);
    assert_int_equal(str_find_byte(STR("abca"), 9, 'a'), 4);
    assert_int_equal(str_find_byte(STR("a\0b"), 0, 'b'), 2);
    assert_int_equal(str_find_byte(STR_NONE, 0, 'a'), 0);
    assert_true(str_has_byte(STR("a\0b"), '\0'));
    assert_false(str_has_byte(STR("ab"), '\0'));
    assert_false(str_has_byte(STR_NONE, 'a'));
    assert_str(str_before(STR("a;b;c"), ';'), STR("a"));
    assert_str(str_before(STR(";b"), ';'), STR(""));
    assert_str(str_before(STR("abc"), ';'), STR("abc"));
    assert_null(str_before(STR_NONE, ';').at);
}

static void lines(void **state) {
    (void)state;
    struct str text = STR("one\n\nthree\n");
    size_t at = 0;
    assert_str(str_next_line(text, &at), STR("one"));
    assert_int_equal(at, 4);
    assert_str(str_next_line(text, &at), STR(""));
    assert_str(str_next_line(text, &at), STR("three"));
    assert_int_equal(at, text.len);
    at = 5;
    text = STR("one\n\nthree");
    assert_str(str_next_line(text, &at), STR("three"));
    assert_int_equal(at, text.len);
}

static void finding(void **state) {
    (void)state;
    assert_int_equal(str_find(STR("abcabc"), STR("ca")), 2);
    assert_int_equal(str_find(STR("abcabc"), STR("abc")), 0);
    assert_int_equal(str_find(STR("abc"), STR("x")), 3);
    assert_int_equal(str_find(STR("abc"), STR("abcd")), 3);
    assert_int_equal(str_find(STR("a\0b"), STR("b")), 2);
    assert_int_equal(str_find(STR("abc"), STR("")), 0);
    assert_int_equal(str_find(STR_NONE, STR("a")), 0);
    assert_int_equal(str_find((struct str){"abc", 2}, STR("c")), 2); /* not past its end */
    assert_true(str_holds(STR("abc"), STR("bc")));
    assert_false(str_holds(STR("abc"), STR("bd")));
    assert_false(str_holds(STR_NONE, STR("a")));
}

static void trimming(void **state) {
    (void)state;
    assert_str(str_trim(STR(" \t\r\n a b \n")), STR("a b"));
    assert_str(str_trim(STR("\xC2\xA0 a\xC2\xA0"
                            "b \xC2\xA0")),
               STR("a\xC2\xA0"
                   "b"));
    assert_str(str_trim(STR("abc")), STR("abc"));
    assert_str(str_trim(STR(" \xC2\xA0 ")), STR(""));
    assert_str(str_trim(STR("")), STR(""));
    assert_str(str_trim(STR_NONE), STR_NONE);
    assert_str(str_trim(STR(" \xC3\xA0 ")), STR("\xC3\xA0")); /* its last byte is not a space */
    assert_str(str_trim(STR("\xC2")), STR("\xC2"));
    assert_str(str_trim(STR("\xA0")), STR("\xA0"));
    assert_int_equal(str_trim(STR_NONE).at == NULL, true);
}

static void parts(void **state) {
    (void)state;
    assert_str(str_between(STR("abcdef"), 2, 4), STR("cd"));
    assert_str(str_between(STR("abc"), 3, 3), STR(""));
    assert_str(str_between(STR("abc"), 0, 3), STR("abc"));
}

/* The first place of a needle, byte by byte. */
static size_t find_slowly(struct str s, struct str needle) {
    for (size_t i = 0; i + needle.len <= s.len; i++)
        if (memcmp(s.at + i, needle.at, needle.len) == 0)
            return i;
    return s.len;
}

/* Needles of each length at each place in texts of each length, among bytes that nearly match. */
static void each_place_is_found(void **state) {
    enum { MOST = 100, MOST_NEEDLE = 70 };
    (void)state;
    for (size_t len = 1; len <= MOST; len++)
        for (size_t n = 1; n <= MOST_NEEDLE && n <= len; n += 1 + n / 8)
            for (size_t at = 0; at <= len; at++) {
                char needle[MOST_NEEDLE], *text = malloc(len); /* exact: reads past it are seen */
                assert_non_null(text);
                memset(needle, 'a', n);
                needle[n / 2] = 'b';
                memset(text, 'a', len);
                for (size_t i = n; i < len; i += n + 1)
                    text[i] = needle[n - 1];
                if (at + n <= len)
                    memcpy(text + at, needle, n);
                struct str s = {text, len}, part = {needle, n};
                assert_int_equal(str_find(s, part), find_slowly(s, part));
                free(text);
            }
}

static void one_of_several(void **state) {
    (void)state;
    static const struct str WORDS[] = {STR_INIT("bcd"), STR_INIT("wxyz")};
    assert_true(str_holds_any(STR("abcd"), WORDS, N_OF(WORDS)));
    assert_true(str_holds_any(STR("vwxyz"), WORDS, N_OF(WORDS)));
    assert_true(str_holds_any(STR("bcbcbcd"), WORDS, N_OF(WORDS)));
    assert_false(str_holds_any(STR("abc wxy"), WORDS, N_OF(WORDS)));
    assert_false(str_holds_any(STR("BCD wxY"), WORDS, N_OF(WORDS)));
    assert_false(str_holds_any(STR("bc"), WORDS, N_OF(WORDS)));
    assert_false(str_holds_any(STR("wxyz"), WORDS, 1));
    assert_false(str_holds_any(STR_NONE, WORDS, N_OF(WORDS)));
}

static void what_may_begin(void **state) {
    (void)state;
    struct str_starts starts = {0};
    assert_false(str_starts_may(&starts, "bcd"));
    str_starts_add(&starts, STR("bcde"));
    str_starts_add(&starts, STR("=\xC3\xA9"));
    assert_true(str_starts_may(&starts, "bcd"));
    assert_true(str_starts_may(&starts, "BCDx"));
    assert_true(str_starts_may(&starts, "=\xC3\xA9"));
    assert_false(str_starts_may(&starts, "bcf"));
    assert_false(str_starts_may(&starts, "cdf"));
}

static void one_of_a_list_matches(void **state) {
    static const struct str LIST[] = {STR_INIT("ferry"), STR_INIT("harbour")};
    (void)state;
    assert_true(str_any(STR("harbour"), LIST, N_OF(LIST), str_equals));
    assert_false(str_any(STR("harbour wall"), LIST, N_OF(LIST), str_equals));
    assert_true(str_any(STR("Harbour wall"), LIST, N_OF(LIST), str_starts_with_lower));
    assert_false(str_any(STR("ferry"), LIST, 0, str_equals));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_of_a_list_matches),
        cmocka_unit_test(equality),
        cmocka_unit_test(equality_of_either_case),
        cmocka_unit_test(c_strings),
        cmocka_unit_test(bytes),
        cmocka_unit_test(lines),
        cmocka_unit_test(starts_and_ends),
        cmocka_unit_test(finding),
        cmocka_unit_test(trimming),
        cmocka_unit_test(parts),
        cmocka_unit_test(each_place_is_found),
        cmocka_unit_test(one_of_several),
        cmocka_unit_test(what_may_begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
