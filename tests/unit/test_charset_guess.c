#define _GNU_SOURCE
/*
 * Pages that declare no charset, or one that they cannot be in: every text in each charset of its
 * language, from 200 bytes up. Of two charsets that are the same in all letters of a text, either
 * is right.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "charset_texts.h"
#include "ground.h"
#include "html/charset.h"
#include "html/charset_guess.h"

#ifdef PITH_WITH_UCHARDET
/* Encodes as many characters of `text` as take `max` bytes in the charset; *used is their length in
 * UTF-8. */
static size_t encode(const char *charset, const char *text, char *out, size_t max, size_t *used) {
    iconv_t descriptor = iconv_open(charset, "UTF-8");
    char *in = (char *)(uintptr_t)text, *at = out;
    size_t left = strlen(text), room = max - 4;
    iconv(descriptor, &in, &left, &at, &room);
    room += 4;
    iconv(descriptor, NULL, NULL, &at, &room);
    iconv_close(descriptor);
    *used = (size_t)(in - text);
    return (size_t)(at - out);
}

/* Decodes head + text in the charset + tail, and compares. False if the result differs. */
static bool is_read(struct arena *arena, const char *head, const char *text, const char *charset,
                    size_t n_bytes) {
    char encoded[1200];
    size_t used, len = encode(charset, text, encoded, n_bytes, &used);
    struct buffer page, expected;
    struct charset_decoded got;
    arena_reset(arena, (size_t)1 << 26);
    buffer_init(&page, arena);
    buffer_init(&expected, arena);
    buffer_append(&page, str_of(head));
    buffer_append(&page, (struct str){encoded, len});
    buffer_append(&page, STR("</p></body></html>"));
    buffer_append(&expected, str_of(head));
    buffer_append(&expected, (struct str){text, used});
    buffer_append(&expected, STR("</p></body></html>"));
    assert_int_equal(charset_decode(arena, buffer_str(&page), NULL, &got), PITH_OK);
    if (str_equals(got.text, buffer_str(&expected)))
        return true;
    print_message("%s, %zu bytes, as %.*s: %.*s\n", charset, n_bytes, (int)got.charset.len,
                  got.charset.at, 200, got.text.at);
    return false;
}

/* Checks a text in one charset; adds to *n how often, and returns how often it was wrong. */
typedef unsigned check_function(struct arena *arena, const char *head, const char *text,
                                const char *charset, unsigned *n);

static unsigned check_starts(struct arena *arena, const char *head, const char *text,
                             const char *charset, unsigned *n) {
    static const size_t sizes[] = {200, 250, 300, 400};
    unsigned n_wrong = 0;
    for (size_t i = 0; i < N_OF(sizes); i++, (*n)++)
        n_wrong += !is_read(arena, head, text, charset, sizes[i]);
    return n_wrong;
}

/* The 200 bytes from every word on. */
static unsigned check_windows(struct arena *arena, const char *head, const char *text,
                              const char *charset, unsigned *n) {
    enum { WINDOW_BYTES = 200, SHORTEST_BYTES = 190 };
    char encoded[WINDOW_BYTES + 4];
    unsigned n_wrong = 0;
    size_t used;
    while (encode(charset, text, encoded, WINDOW_BYTES, &used) >= SHORTEST_BYTES) {
        n_wrong += !is_read(arena, head, text, charset, WINDOW_BYTES);
        (*n)++;
        text += strcspn(text, " ");
        text += strspn(text, " ");
    }
    return n_wrong;
}

static unsigned check_all(struct arena *arena, const char *head, check_function *check,
                          unsigned *n) {
    unsigned n_wrong = 0;
    for (size_t i = 0; i < N_OF(charset_texts); i++) {
        char names[80], *rest = names;
        snprintf(names, sizeof names, "%s", charset_texts[i].charsets);
        for (char *name; (name = strtok_r(rest, " ", &rest)) != NULL;)
            n_wrong += check(arena, head, charset_texts[i].text, name, n);
    }
    print_message("%u of %u read\n", *n - n_wrong, *n);
    return n_wrong;
}

static const char HEAD[] = "<html><head><title>A page</title><style>p { margin: 0 }</style></head>"
                           "<body><p>";

static void undeclared_charsets_are_found(void **state) {
    unsigned n = 0;
    assert_int_equal(check_all(*state, HEAD, check_starts, &n), 0);
    assert_in_range(n, 300, 1000);
}

/* Too few accented letters, or too few of the right ones, in some. */
static void they_are_found_in_any_200_bytes(void **state) {
    unsigned n = 0, n_wrong = check_all(*state, HEAD, check_windows, &n);
    assert_in_range(n, 1000, 10000);
    assert_in_range(n_wrong, 0, n / 100);
}

/* Accented letters in the middle of ASCII words are not Cyrillic. */
static void words_are_in_one_script(void **state) {
    struct charset_decoded got;
    assert_int_equal(
        charset_decode(*state,
                       STR("<meta charset=windows-1251><p>Le b\xE9ton arm\xE9 d'apr\xE8s "
                           "l'ing\xE9nieur \xE9tait fissur\xE9"),
                       NULL, &got),
        PITH_OK);
    assert_true(str_holds(got.text, STR("béton armé")));
}

/* Controls and bad sequences show that a declaration is wrong, however plain the rest is. */
static void text_has_no_controls_and_no_bad_sequences(void **state) {
    static const struct {
        struct str page, part;
    } CASES[] = {
        {STR_INIT("<meta charset=iso-8859-15><p>\x93One\x94 and \x93two\x94, \x93three\x94 and "
                  "\x93"
                  "four\x94 d\xE9j\xE0"),
         STR_INIT("\xE2\x80\x9Ctwo\xE2\x80\x9D")}, /* of windows-1252 */
        {STR_INIT("<meta charset=euc-kr><p>d\xE9j\xE0 vu, caf\xE9, \xE9t\xE9, na\xEFve, "
                  "r\xE9sum\xE9, p\xE2t\xE9, no\xEBl"),
         STR_INIT("r\xC3\xA9sum\xC3\xA9")},
    };
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct charset_decoded got;
        assert_int_equal(charset_decode(*state, CASES[i].page, NULL, &got), PITH_OK);
        if (!str_holds(got.text, CASES[i].part))
            fail_msg("\"%.*s\"", (int)got.text.len, got.text.at);
    }
}

static void a_declaration_that_cannot_be_true_is_not_believed(void **state) {
    unsigned n = 0;
    assert_int_equal(
        check_all(*state, "<html><head><meta charset=utf-8></head><body><p>", check_starts, &n), 0);
}
#endif

static void utf8_with_bad_bytes_is_utf8(void **state) {
    static const char page[] =
        "<meta charset=iso-8859-1><p>Die F\xC3\xA4hre f\xC3\xA4hrt \xFF wieder.";
    struct charset_decoded got;
    assert_int_equal(charset_decode(*state, STR(page), NULL, &got), PITH_OK);
    assert_true(str_holds(got.text, STR("F\xC3\xA4hre f\xC3\xA4hrt \xEF\xBF\xBD wieder")));
}

/* Runs of text with other bytes than ASCII, each with a space after it; no markup. */
static void samples_are_text(void **state) {
    static const char *const CASES[][2] = {
        {"caf\xE9", "caf\xE9 "},
        {"plain", ""},
        {"<p>caf\xE9</p>plain<p>\xE9t\xE9", "caf\xE9 \xE9t\xE9 "},
        {"<p title='\xE9'>plain", ""},
        {"<!-- > \xE9 -->\xE8", "\xE8 "},
        {"<script>\xE9 > \xE9</script>\xE8", ">\xE8 "},
        {"<SCRIPT>\xE9</script>\xE8", ">\xE8 "},
        {"<style>\xE9 > \xE9</style>\xE8", ">\xE8 "},
        {"<STYLE>\xE9</style>\xE8", ">\xE8 "},
        {"<title>\xE9 > \xE8</title>", "\xE9 > \xE8 "},
        {"<!-- \xE9", ""},
        {"<style>\xE9", ""},
        {"\xE8<", "\xE8 "},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++)
        assert_str(charset_sample(*state, str_of(CASES[i][0])), str_of(CASES[i][1]));
}

/* Of a long run, the pieces of 32 bytes that have other bytes than ASCII. */
static void samples_leave_out_long_ascii(void **state) {
    static const struct {
        size_t before, after, len; /* letters before and after the accent; bytes of the sample */
    } CASES[] = {
        {0, 0, 2},    {31, 0, 33},  {32, 0, 2},   {31, 1, 33},
        {40, 10, 20}, {40, 23, 33}, {40, 24, 33}, {200, 200, 33},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        char page[500];
        snprintf(page, sizeof page, "%0*d\xE9%0*d", (int)CASES[i].before, 0, (int)CASES[i].after,
                 0);
        size_t first = CASES[i].before ? 0 : 1; /* no letter means none */
        page[strlen(page) - (CASES[i].after ? 0 : 1)] = '\0';
        assert_int_equal(charset_sample(*state, str_of(page + first)).len, CASES[i].len);
    }
}

/* The detector takes a tenth of a second per megabyte and has no time limit. */
static void the_sample_is_small(void **state) {
    enum { PAGE_BYTES = 4 << 20, MOST_BYTES = 40 << 10 };
    struct arena *arena = *state;
    ARM(arena);
    char *page = arena_alloc(arena, PAGE_BYTES);
    memset(page, 0xE9, PAGE_BYTES);
    assert_in_range(charset_sample(arena, (struct str){page, PAGE_BYTES}).len, 1000, MOST_BYTES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
#ifdef PITH_WITH_UCHARDET
        ARENA_TEST(undeclared_charsets_are_found),
        ARENA_TEST(they_are_found_in_any_200_bytes),
        ARENA_TEST(words_are_in_one_script),
        ARENA_TEST(text_has_no_controls_and_no_bad_sequences),
        ARENA_TEST(a_declaration_that_cannot_be_true_is_not_believed),
#endif
        ARENA_TEST(utf8_with_bad_bytes_is_utf8),
        ARENA_TEST(samples_are_text),
        ARENA_TEST(samples_leave_out_long_ascii),
        ARENA_TEST(the_sample_is_small),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
