/* escape.c, escape_line.c: escaping text for Markdown. What renderers show is tested from outside,
 * in test_markdown_hostile.sh; this checks what the source looks like to a reader. */
#include "ground.h"

#include "base/escape.h"

struct escape_case {
    struct str text, escaped;
};
#define CASE(text, escaped)                                                                        \
    { STR_INIT(text), STR_INIT(escaped) }

static void check(struct arena *arena, const struct escape_case *cases, size_t n,
                  enum escape_place place) {
    ARM(arena);
    for (size_t i = 0; i < n; i++) {
        struct buffer out;
        buffer_init(&out, arena);
        escape_text(&out, cases[i].text, 0, cases[i].text.len, place, true);
        assert_str(buffer_str(&out), cases[i].escaped);
    }
}

#define CHECK(cases, place) check(*state, cases, N_OF(cases), place)

static void plain_text_stays_plain(void **state) {
    static const struct escape_case CASES[] = {
        CASE("It cost $5, not $10 (\"5-$10\", they said) & 10% more.",
             "It cost $5, not $10 (\"5-$10\", they said) & 10% more."),
        CASE("AT&T's snake_case at 12:30:45 <3 1 < 2 a<=b",
             "AT&T's snake_case at 12:30:45 <3 1 < 2 a<=b"),
        CASE("a@b.example #1 C# std::vector a == b ~5 km -x a - b + c",
             "a@b.example #1 C# std::vector a == b ~5 km -x a - b + c"),
        CASE("https://a.example/@x/#y:z:/~u?a=1&b=2== (www.a.example)",
             "https://a.example/@x/#y:z:/~u?a=1&b=2== (www.a.example)"),
        CASE("A. Smith said so.", "A. Smith said so."),
        CASE("2024: a year", "2024: a year"),
    };
    CHECK(CASES, ESCAPE_PARAGRAPH);
}

static void tags_and_references_become_references(void **state) {
    static const struct escape_case CASES[] = {
        CASE("<img> </b> <!-- <? <(", "&lt;img> &lt;/b> &lt;!-- &lt;? &lt;("),
        CASE("&lt; &#60; &copy &x y;", "&amp;lt; &amp;#60; &copy &x y;"),
        CASE("&\xE2\x84\xAA"
             "appa;",
             "&amp;\xE2\x84\xAA"
             "appa;"), /* U+212A is K in NFC */
    };
    CHECK(CASES, ESCAPE_PARAGRAPH);
}

static void urls_are_links_or_text(void **state) {
    static const struct escape_case CASES[] = {
        CASE("see http://a.example/<b>", "see http\\://a.example/&lt;b>"),
        CASE("see WWW.a.example/*x* http://b.example/",
             "see WWW\\.a.example/\\*x\\* http://b.example/"),
        CASE("http://a.example/http://b.example/[x](y)",
             "http\\://a.example/http\\://b.example/\\[x\\]\\(y)"),
    };
    CHECK(CASES, ESCAPE_PARAGRAPH);
}

static void a_url_ends_where_a_mark_begins(void **state) {
    struct arena *arena = *state;
    struct buffer out;
    struct str text = STR("http://a.example/bold");
    ARM(arena);
    buffer_init(&out, arena);
    escape_text(&out, text, 0, 17, ESCAPE_PARAGRAPH, true);
    assert_str(buffer_str(&out), STR("http\\://a.example/"));
}

static void dialects_see_text(void **state) {
    static const struct escape_case CASES[] = {
        CASE("[[x]] {{ x }} {% x %} {{< x >}} {# x #} {.x}",
             "\\[\\[x\\]\\] &#123;\\{ x }} &#123;% x %} &#123;\\{< x >}} &#123;# x #} \\{.x}"),
        CASE("$x$ $5 x$ $$ US$ 5", "\\$x\\$ \\$5 x\\$ \\$\\$ US\\$ 5"),
        CASE("x^2^ H~2~O ~~x~~ ==x== %%x%%",
             "x\\^2\\^ H\\~2\\~O \\~\\~x\\~\\~ \\=\\=x\\=\\= \\%\\%x\\%\\%"),
        CASE("so @doe says #tag :smile: --force", "so @doe says \\#tag \\:smile: \\--force"),
        CASE("(@doe) @{x}", "\\(\\@doe) \\@\\{x}"),
    };
    CHECK(CASES, ESCAPE_PARAGRAPH);
}

static void lines_begin_as_text(void **state) {
    static const struct escape_case CASES[] = {
        CASE("# x", "\\# x"),     CASE("#. x", "\\#. x"),   CASE("> x", "\\> x"),
        CASE("+-+", "\\+-+"),     CASE("---", "\\---"),     CASE(": x", "\\: x"),
        CASE("::: x", "\\::: x"), CASE("% x", "\\% x"),     CASE("1. x", "1\\. x"),
        CASE("a) x", "a\\) x"),   CASE("iv. x", "iv\\. x"), CASE("(1) x", "\\(1) x"),
        CASE("(@) x", "\\(@) x"), CASE("| x", "\\| x"),     CASE("~ x", "\\~ x"),
    };
    CHECK(CASES, ESCAPE_PARAGRAPH);
    static const struct escape_case HEADINGS[] = {CASE("1. x #", "1. x \\#"),
                                                  CASE("x {#y}", "x &#123;#y}")};
    CHECK(HEADINGS, ESCAPE_HEADING);
    static const struct escape_case CELLS[] = {CASE("- a|b", "- a\\|b")};
    CHECK(CELLS, ESCAPE_CELL);
}

static void line_breaks_leave_urls_alone(void **state) {
    struct arena *arena = *state;
    struct buffer out;
    ARM(arena);
    buffer_init(&out, arena);
    buffer_append(&out, STR("a b"));
    escape_line_break(&out);
    buffer_append(&out, STR("http://a.example/"));
    escape_line_break(&out);
    assert_str(buffer_str(&out), STR("a b\\\nhttp://a.example/  \n"));
}

static void targets_are_kept(void **state) {
    struct arena *arena = *state;
    struct buffer out;
    ARM(arena);
    buffer_init(&out, arena);
    escape_url(&out, STR("a&colon;b&c=(1)$x$[y]%%_*~"), true);
    assert_str(buffer_str(&out), STR("a&amp;colon;b&c=\\(1\\)\\$x\\$\\[y\\]\\%\\%_*~"));
    buffer_init(&out, arena);
    escape_url(&out, STR("http://a.example/$s_!x!/(1)"), false);
    assert_str(buffer_str(&out), STR("http://a.example/$s_!x!/\\(1\\)"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(plain_text_stays_plain),
        ARENA_TEST(tags_and_references_become_references),
        ARENA_TEST(urls_are_links_or_text),
        ARENA_TEST(a_url_ends_where_a_mark_begins),
        ARENA_TEST(dialects_see_text),
        ARENA_TEST(lines_begin_as_text),
        ARENA_TEST(line_breaks_leave_urls_alone),
        ARENA_TEST(targets_are_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
