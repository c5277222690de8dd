/*
 * The prescan: what it hides from Gumbo so that no page takes long: depth, attributes, folded
 * elements.
 */
#include "prescanned_page.h"

#include <math.h>

static const char *repeat(struct arena *arena, const char *head, const char *part, size_t n) {
    struct buffer out;
    buffer_init(&out, arena);
    buffer_append(&out, str_of(head));
    for (size_t i = 0; i < n; i++)
        buffer_append(&out, str_of(part));
    buffer_append_byte(&out, '\0');
    return out.data;
}

static void assert_limited(void **state, const char *page, struct prescan_limits limits,
                           const char *expected) {
    struct fixture *f = *state;
    struct prescan scan;
    assert_string_equal(expand(&f->arena, str_of(page), limits, &scan), expected);
}

static void deep_tags_are_dropped_and_their_text_kept(void **state) {
    const struct prescan_limits limits = {3, 256, NULL};
    assert_limited(state, "<div><div><div><div>a</div>b</div>c</div>d</div>e", limits,
                   "<div><^div><^div>[a][b]</>[c]</>[d]</div>[e]");
    assert_limited(state, "<div><div><div><b>a</b><br>b</div><b>c</b>", limits,
                   "<div><div><^div>[a]<^br></>[b]</><^b>[c]</>");
    assert_limited(state, "<i><b><u><script>x</script><title>t</title><s>a", limits,
                   "<i><b><u><^script></><^title>[t]</>[a]");
}

static void unclosed_elements_do_not_nest(void **state) {
    static const char *const parts[] = {
        "<p>x",
        "<li>x",
        "<p><b>x</b>",
        "<br>",
        "<h2>x<h2>",
        "<dt>x<dd>y",
        "<option>x",
        "<a href=y>x",
        "<img><hr>",
        "<p><span>x</span>",
        "<button>x",
        "<form>x",
        "<nobr>x",
        "<ul><li>x</ul>",
        "<table><tr><td>x</table>",
        "<p><i><p></i>",
        "<b>x<p></b>y",
        "<svg><g></svg>",
        "<input><wbr>",
        "<td>x",
        "<ruby>a<rt>b<rp>c<rt>d</ruby>",
        "<div><p></div>",
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct prescan scan;
        arena_reset(&f->other, (size_t)1 << 30);
        const char *page = repeat(&f->other, "", parts[i], 1000);
        const char *out = expand(&f->arena, str_of(page), LIMITS, &scan);
        const char *at = out;
        const char *tag = parts[i];
        size_t n = 0;
        if (strcmp(tag, "<td>x") == 0 || strcmp(tag, "<form>x") == 0)
            continue; /* outside a table, within a form: ignored, and so dropped */
        for (; (at = strchr(at, '<')) != NULL; at++)
            n += at[1] != '/';
        size_t n_tags = 0;
        for (const char *p = tag; *p; p++)
            n_tags += p[0] == '<' && p[1] != '/';
        assert_int_equal(n, strstr(tag, "<svg") ? 1000 : n_tags * 1000);
    }
}

static void table_rows_do_not_nest(void **state) {
    struct fixture *f = *state;
    struct prescan scan;
    const char *page = repeat(&f->other, "<table>", "<tr><td><p>x<td><b>y", 1000);
    const char *out = expand(&f->arena, str_of(page), LIMITS, &scan);
    size_t n = 0;
    for (const char *at = out; (at = strstr(at, "<td><^p>[x]</><td><b>[y]")) != NULL; at++)
        n++;
    assert_int_equal(n, 1000);
}

/* Elements that Gumbo need not see. What is open at the end, or directly in <body>, is kept. */
static void plain_elements_are_folded(void **state) {
    assert_scan(state, "<div><p>a <b class=x>b</b><img src=y> </p><ul> <li>c</ul></div>",
                "<div><^p>[a] <^b class=x>[b]</><^img src=y></> </><^ul> <^li>[c]</></></div>");
    assert_scan(state, "<div><p>a<p>b<div>c</div></div>",
                "<div><^p>[a]</><^p>[b]</><^div>[c]</></div>");
    assert_scan(state, "<div><script>x</script><svg><g></svg><x-y>a</x-y></div>",
                "<div><^script></><^svg></><^x-y>[a]</></div>");
    assert_scan(state, "<div><pre>\n a</pre><textarea>\nb</textarea></div>",
                "<div><^pre>[ a]</><^textarea>[b]</></div>");
    assert_scan(state, "<div><form>a<i>b</i>c</form>d</div>",
                "<div><^form>[a]<^i>[b]</></>[c][d]</div>");
    assert_scan(state, "<table><tr><td><p>a</p></table>", "<table><tr><td><^p>[a]</></table>");
}

/* Elements whose tags do more than open and close them, and those around them. */
static void other_elements_are_not_folded(void **state) {
    static const char *const pages[] = {
        "<div><div><table><i>[a]</i></table></div></div>", /* goes before the table */
        "<div><b>[a]<p>[b]</b>[c]</p></div>",              /* misnested */
        "<div><b>[a]</div><div><i>[b]</i></div>",          /* <b> is opened again */
        "<object><i>[a]</i></object>",
        "<noscript><link><i>[a]</i></noscript>", /* in <head> */
        "<div></p></div>",                       /* makes a <p> */
        "<div><form>[a]</div><div></form></div>",
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct fixture *f = *state;
        struct buffer page;
        struct prescan scan;
        arena_reset(&f->other, (size_t)1 << 30);
        buffer_init(&page, &f->other);
        for (const char *c = pages[i]; *c; c++)
            if (*c != '[' && *c != ']')
                buffer_append_byte(&page, *c);
        assert_string_equal(expand(&f->arena, buffer_str(&page), LIMITS, &scan), pages[i]);
    }
}

/* Whether a table ends a paragraph depends on the doctype. */
static void paragraphs_before_tables(void **state) {
    assert_scan(state, "<!doctype html><div><p>a<table></table><i>b</i></div>",
                "<!doctype html><div><^p>[a]</><table></table><^i>[b]</></div>");
    assert_scan(state, "<div><p>a<table></table><i>b</i></div>",
                "<div><p>[a]<table></table><^i>[b]</></div>");
    assert_scan(state, "<!doctype html public x><div><p>a<table></table><i>b</i></div>",
                "<!doctype html public x><div><p>[a]<table></table><i>[b]</i></div>");
    /* the paragraph has ended by itself, so there is no doubt */
    assert_scan(state, "<!doctype html public x><div><p>a<table></table></p><i>b</i></div>",
                "<!doctype html public x><div><p>[a]<table></table></p><^i>[b]</></div>");
    assert_scan(state, "<!doctype html public x><div><p>a<table></table></p><p><i>b</i></div>",
                "<!doctype html public x><div><p>[a]<table></table></p><^p><^i>[b]</></></div>");
}

/* A frameset replaces a <body> without text. */
static void nothing_is_folded_before_a_frameset(void **state) {
    assert_scan(state, "<div><p></p></div><frameset>", "<div><p></p></div><frameset>");
}

static void excess_attributes_are_dropped(void **state) {
    const struct prescan_limits limits = {512, 2, NULL};
    assert_limited(state, "<p x=1 class=a id=b title=c>", limits, "<p class=a>");
    assert_scan(state, "<p data-1 data-2 data-3 data-4 data-5 data-6 data-7 data-8 data-9 class=a>",
                "<p data-1 data-2 data-3 data-4 data-5 data-6 data-7 data-8 class=a>");
}

static void many_runs_have_marks(void **state) {
    struct fixture *f = *state;
    struct prescan scan;
    const size_t n = 140000; /* more than twice 65,534 */
    const char *page = repeat(&f->other, "", "a<br>", n);
    prescan_page(&f->arena, str_of(page), LIMITS, &scan);
    assert_int_equal(scan.n_runs, n);
    size_t next = 0, run;
    for (size_t i = 0; i < scan.html.len;) {
        if (prescan_next_mark(scan.html, &i, &run))
            assert_int_equal(run, next++);
        else
            i++;
    }
    assert_int_equal(next, n);
}

static void other_characters_are_not_marks(void **state) {
    (void)state;
    static const char *const texts[] = {" ",
                                        "a",
                                        "\xF3\xB0\x80",
                                        "\xF3\xAF\xBF\xBF",
                                        "\xE2\x82\xAC",
                                        "\xF4\x80\x80\x80",
                                        "\xF4\x80\x80\x80x",
                                        "\xF3\xBF\xBF\xBE"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        size_t at = 0, run;
        assert_false(prescan_next_mark(str_of(texts[i]), &at, &run));
        assert_int_equal(at, 0);
    }
}

/* Tags without memory of their own take time too. */
static void end_tags_look_at_the_clock(void **state) {
    struct arena *arena = &((struct fixture *)*state)->arena;
    struct buffer page;
    struct prescan scan;
    arena_reset(arena, (size_t)1 << 30);
    buffer_init(&page, arena);
    for (int i = 0; i < 5000; i++)
        buffer_append(&page, STR("</h1>"));
    if (setjmp(arena->escape) == 0) {
        arena_limit_time(arena, -1);
        arena->n_ticks = 1000; /* so that the memory for the start is not what looks */
        prescan_page(arena, buffer_str(&page), LIMITS, &scan);
        arena_limit_time(arena, INFINITY);
        fail_msg("the page was read");
    }
    assert_int_equal(arena->failure, PITH_ETIMEOUT);
    arena_limit_time(arena, INFINITY);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deep_tags_are_dropped_and_their_text_kept),
        cmocka_unit_test(unclosed_elements_do_not_nest),
        cmocka_unit_test(table_rows_do_not_nest),
        cmocka_unit_test(plain_elements_are_folded),
        cmocka_unit_test(other_elements_are_not_folded),
        cmocka_unit_test(paragraphs_before_tables),
        cmocka_unit_test(nothing_is_folded_before_a_frameset),
        cmocka_unit_test(excess_attributes_are_dropped),
        cmocka_unit_test(many_runs_have_marks),
        cmocka_unit_test(other_characters_are_not_marks),
        cmocka_unit_test(end_tags_look_at_the_clock),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
