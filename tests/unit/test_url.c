/*
 * Resolving references: the RFC's own examples, then what a page may hide in an attribute.
 */
#include "ground.h"

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

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(test_rfc_3986_examples),
        ARENA_TEST(test_a_base_without_a_path_gets_one),
        ARENA_TEST(test_references_are_tidied_and_encoded),
        ARENA_TEST(test_other_schemes_lead_nowhere),
        ARENA_TEST(test_without_a_base_references_stay_relative),
        ARENA_TEST(test_base_is_the_declared_one_then_the_page_then_the_canonical),
        ARENA_TEST(test_a_base_of_another_scheme_or_without_end_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
