/*
 * Resolving references: the RFC's own examples, then what a page may hide in an attribute.
 */
#include "ground.h"

#include <stdio.h>

#include "base/url.h"

struct example {
    const char *reference, *want;
};

static struct str resolved(struct arena *arena, const char *base, const char *reference) {
    struct buffer out;
    buffer_init(&out, arena);
    url_resolve(&out, str_of(base), str_of(reference));
    return buffer_str(&out);
}

/* RFC 3986, sections 5.4.1 and 5.4.2. */
static void test_rfc_3986_examples(void **state) {
    static const struct example EXAMPLES[] = {
        {"g:h", "g:h"},
        {"g", "http://a/b/c/g"},
        {"./g", "http://a/b/c/g"},
        {"g/", "http://a/b/c/g/"},
        {"/g", "http://a/g"},
        {"//g", "http://g"},
        {"?y", "http://a/b/c/d;p?y"},
        {"g?y", "http://a/b/c/g?y"},
        {"#s", "http://a/b/c/d;p?q#s"},
        {"g#s", "http://a/b/c/g#s"},
        {"g?y#s", "http://a/b/c/g?y#s"},
        {";x", "http://a/b/c/;x"},
        {"g;x", "http://a/b/c/g;x"},
        {"g;x?y#s", "http://a/b/c/g;x?y#s"},
        {"", "http://a/b/c/d;p?q"},
        {".", "http://a/b/c/"},
        {"./", "http://a/b/c/"},
        {"..", "http://a/b/"},
        {"../", "http://a/b/"},
        {"../g", "http://a/b/g"},
        {"../..", "http://a/"},
        {"../../", "http://a/"},
        {"../../g", "http://a/g"},
        {"../../../g", "http://a/g"},
        {"../../../../g", "http://a/g"},
        {"/./g", "http://a/g"},
        {"/../g", "http://a/g"},
        {"g.", "http://a/b/c/g."},
        {".g", "http://a/b/c/.g"},
        {"g..", "http://a/b/c/g.."},
        {"..g", "http://a/b/c/..g"},
        {"./../g", "http://a/b/g"},
        {"./g/.", "http://a/b/c/g/"},
        {"g/./h", "http://a/b/c/g/h"},
        {"g/../h", "http://a/b/c/h"},
        {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
        {"g;x=1/../y", "http://a/b/c/y"},
        {"g?y/./x", "http://a/b/c/g?y/./x"},
        {"g?y/../x", "http://a/b/c/g?y/../x"},
        {"g#s/./x", "http://a/b/c/g#s/./x"},
        {"g#s/../x", "http://a/b/c/g#s/../x"},
        {"http:g", "http:g"}, /* strict */
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < sizeof EXAMPLES / sizeof *EXAMPLES; i++)
        assert_str(resolved(*state, "http://a/b/c/d;p?q", EXAMPLES[i].reference),
                   str_of(EXAMPLES[i].want));
}

static void test_a_base_without_a_path_gets_one(void **state) {
    ARM((struct arena *)*state);
    assert_str(resolved(*state, "http://a", "g"), STR("http://a/g"));
    assert_str(resolved(*state, "http://a", "?q"), STR("http://a?q"));
    assert_str(resolved(*state, "http://a?old", "../g"), STR("http://a/g"));
}

static struct str safe(struct arena *arena, const char *base, const char *reference,
                       enum url_use use) {
    struct buffer out;
    buffer_init(&out, arena);
    return url_append_safe(&out, str_of(base), str_of(reference), use) ? buffer_str(&out)
                                                                       : STR_NONE;
}

static const char BASE[] = "https://example.org/a/b?c";

static void test_references_are_tidied_and_encoded(void **state) {
    static const struct example EXAMPLES[] = {
        {" \n next \t", "https://example.org/a/next"},
        {"ne\nx\tt\r", "https://example.org/a/next"},
        {"\\up\\x?a\\b", "https://example.org/up/x?a%5Cb"},
        {"\\\\other.example\\x", "https://other.example/x"},
        {"a b", "https://example.org/a/a%20b"},
        {"\"><b>", "https://example.org/a/%22%3E%3Cb%3E"},
        {"caf\xC3\xA9?q=\xC3\xA9", "https://example.org/a/caf%C3%A9?q=%C3%A9"},
        {"https://a\u202Eb\xC2\x9B" /* an override and a control character in a host's name */
         "c\U000E0061.example/",
         "https://a%E2%80%AEb%C2%9Bc%F3%A0%81%A1.example/"},
        {"https://b\xC3\xBC"
         "cher.example/\xC3\xBC",
         "https://b\xC3\xBC"
         "cher.example/%C3%BC"},
        {"a%20b", "https://example.org/a/a%20b"},
        {"MailTo:me@example.org", "MailTo:me@example.org"},
        {"HTTPS://x.example/../y", "HTTPS://x.example/y"},
        {"#note", "https://example.org/a/b?c#note"},
        {"a(b)'c'", "https://example.org/a/a(b)'c'"},
        {"x?a:b", "https://example.org/a/x?a:b"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < sizeof EXAMPLES / sizeof *EXAMPLES; i++)
        assert_str(safe(*state, BASE, EXAMPLES[i].reference, URL_OF_LINK),
                   str_of(EXAMPLES[i].want));
}

static void test_other_schemes_lead_nowhere(void **state) {
    static const char *const BAD[] = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " \x01javascript:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript\r:alert(1)",
        "\x1Fjavascript:x",
        "data:text/html,<b>",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:x",
        "about:blank",
        "view-source:http://x",
        "ftp://x.example/",
        "1javascript:x",
        "java\x01script:x",
        "java%0Ascript:x",

        "http:",
        "https:/x",
        "http:///x",
        "mailto:",
        "tel:+1",
        "",
        "   ",
        "#",
        "j\xC3\xA1vascript:x",
        "x:y/z",
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        assert_null(safe(*state, BASE, BAD[i], URL_OF_LINK).at);
        assert_null(safe(*state, NULL, BAD[i], URL_OF_LINK).at);
    }
    assert_null(safe(*state, BASE, "mailto:me@example.org", URL_OF_FILE).at);
}

static void test_without_a_base_references_stay_relative(void **state) {
    ARM((struct arena *)*state);
    assert_str(safe(*state, NULL, "../x y", URL_OF_LINK), STR("../x%20y"));
    assert_str(safe(*state, NULL, "//cdn.example/x.png", URL_OF_FILE), STR("//cdn.example/x.png"));
    assert_null(safe(*state, NULL, "#note", URL_OF_LINK).at);
}

static void test_base_is_the_declared_one_then_the_page_then_the_canonical(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    struct str page = STR("https://p.example/x/y"), canonical = STR("https://c.example/");
    assert_str(url_base(arena, STR("/z/"), page, canonical), STR("https://p.example/z/"));
    assert_str(url_base(arena, STR("https://d.example/z/"), STR_NONE, STR_NONE),
               STR("https://d.example/z/"));
    assert_str(url_base(arena, STR("/z/"), STR("x.html"), canonical), STR("https://c.example/z/"));
    assert_str(url_base(arena, STR_NONE, page, canonical), page);
    assert_str(url_base(arena, STR_NONE, STR("/tmp/x.html"), canonical), canonical);
    assert_null(url_base(arena, STR("/z/"), STR_NONE, STR_NONE).at);
}

static void test_a_base_of_another_scheme_or_without_end_is_none(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    struct str page = STR("https://p.example/");
    assert_str(url_base(arena, STR("javascript:alert(1)//"), page, STR_NONE), page);
    assert_null(url_base(arena, STR("data:text/html,x"), STR("javascript:x"), STR("file:///x")).at);
    char huge[4000] = "https://d.example/";
    memset(huge + strlen(huge), 'x', sizeof huge - strlen(huge));
    assert_str(url_base(arena, (struct str){huge, sizeof huge}, page, STR_NONE), page);
    assert_null(url_base(arena, STR_NONE, (struct str){huge, sizeof huge}, STR_NONE).at);
}

/* What no URL may contain is encoded; all else is kept, other escapes too. */
static void test_forbidden_bytes_are_encoded(void **state) {
    ARM((struct arena *)*state);
    for (unsigned c = 1; c < 0x80; c++) {
        const char text[] = {'/', 'x', (char)c, 'x', '\0'};
        char want[16] = "/x";
        bool is_dropped = c == '\t' || c == '\n' || c == '\r';
        if (c < 0x21 || c == 0x7F || strchr("\"<>`{}|^", (int)c))
            snprintf(want + 2, sizeof want - 2, "%s", is_dropped ? "" : "%");
        else
            snprintf(want + 2, sizeof want - 2, "%c", c == '\\' ? '/' : (int)c);
        if (strcmp(want, "/x%") == 0 && c != '%')
            snprintf(want + 3, sizeof want - 3, "%02X", c);
        strcat(want, "x");
        assert_str(safe(*state, NULL, text, URL_OF_LINK), str_of(want));
    }
}

static void test_hosts_keep_letters_of_all_scripts(void **state) {
    static const struct example EXAMPLES[] = {
        {"//b\xC3\xBC/", "//b\xC3\xBC/"},
        {"//b\xC3\xBC", "//b\xC3\xBC"},
        {"//b/\xC3\xBC", "//b/%C3%BC"},
        {"//b?\xC3\xBC", "//b?%C3%BC"},
        {"/b\xC3\xBC", "/b%C3%BC"},
        {"//b\xFF\xC3\xBC", "//b%FF\xC3\xBC"},
        {"//b\xE2\x80", "//b%E2%80"},
        {"//b\xE2\x80\xAE\xE5\xA4\xA9", "//b%E2%80%AE\xE5\xA4\xA9"},
        {"//b|", "//b%7C"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(EXAMPLES); i++)
        assert_str(safe(*state, NULL, EXAMPLES[i].reference, URL_OF_LINK),
                   str_of(EXAMPLES[i].want));
}

static void test_dots_and_colons_of_references(void **state) {
    static const struct example EXAMPLES[] = {
        {"a/b/../../../c", "a://h/c"},
        {"", "a://h/x/y"},
        {"..", "a://h/"},
        {"//i/../c", "a://i/c"},
        {"//i/c/..", "a://i/"},
        {"//i/c/.", "a://i/c/"},
        {"b://j/./k/../l/.", "b://j/l/"},
        {"b:k/../l", "b:/l"},

        {"b:k/..", "b:/"},
        {"b:k/../", "b:/"},
        {"b:.", "b:"},
        {"b:..", "b:"},
        {"b:/..", "b:/"},
        {"b:/.", "b:/"},
        {"c#", "a://h/x/c#"},
        {"c?", "a://h/x/c?"},
        {"c?#", "a://h/x/c?#"},
        {"#?", "a://h/x/y#?"},
        {"?/..", "a://h/x/y?/.."},
        {"1:b", "a://h/x/1:b"},
        {"a+b-c.1:d", "a+b-c.1:d"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(EXAMPLES); i++)
        assert_str(resolved(*state, "a://h/x/y", EXAMPLES[i].reference), str_of(EXAMPLES[i].want));
}

static void test_a_base_has_a_greatest_length(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    for (size_t len = 1999; len <= 2001; len++) {
        char text[2001] = "https://d.example/";
        memset(text + strlen(text), 'x', sizeof text - strlen(text));
        struct str base = {text, len};
        assert_int_equal(url_base(arena, STR_NONE, base, STR_NONE).len, len <= 2000 ? len : 0);
        assert_int_equal(url_base(arena, base, STR_NONE, STR_NONE).len, len <= 2000 ? len : 0);
        struct str path = str_between(base, len - 1980, len); /* with its base it is too long */
        assert_int_equal(url_base(arena, path, STR("https://d.example/"), STR_NONE).len,
                         1980 + 18 <= 2000 ? 1998 : 18);
    }
    assert_str(url_base(arena, STR("x"), STR("http:///"), STR("HTTP://c")), STR("HTTP://c/x"));
    assert_str(url_base(arena, STR("mailto:x"), STR("http://p/"), STR_NONE), STR("http://p/"));
    assert_str(url_base(arena, STR(""), STR("http://p/"), STR_NONE), STR("http://p/"));
}

static void test_escapes_are_decoded(void **state) {
    static const struct example EXAMPLES[] = {
        {"a%20b", "a b"}, {"%41%6a%6A", "Ajj"}, {"%C3%A9", "\xC3\xA9"},
        {"%", "%"},       {"a%4", "a%4"},       {"%4g", "%4g"},
        {"%g4", "%g4"},   {"%%41", "%A"},       {"%2541", "%41"},
        {"100%", "100%"}, {"+", "+"},           {"", ""},
        {"%41b%", "Ab%"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(EXAMPLES); i++)
        assert_str(url_decode(*state, str_of(EXAMPLES[i].reference)), str_of(EXAMPLES[i].want));
    struct str plain = STR("abc");
    assert_ptr_equal(url_decode(*state, plain).at, plain.at);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(test_rfc_3986_examples),
        ARENA_TEST(test_a_base_without_a_path_gets_one),
        ARENA_TEST(test_references_are_tidied_and_encoded),
        ARENA_TEST(test_other_schemes_lead_nowhere),
        ARENA_TEST(test_without_a_base_references_stay_relative),
        ARENA_TEST(test_base_is_the_declared_one_then_the_page_then_the_canonical),
        ARENA_TEST(test_a_base_of_another_scheme_or_without_end_is_none),
        ARENA_TEST(test_forbidden_bytes_are_encoded),
        ARENA_TEST(test_hosts_keep_letters_of_all_scripts),
        ARENA_TEST(test_dots_and_colons_of_references),
        ARENA_TEST(test_a_base_has_a_greatest_length),
        ARENA_TEST(test_escapes_are_decoded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
