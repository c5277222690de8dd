/*
 * Dumps at the edges: from how many lines and columns on they count as wrapped, what is a mark of
 * Markdown or html2text, and how often one must occur.
 */
#include "cut_page.h"

#include "growing_page.h"
#include "page/dump/dump_text.h"
#include "page/dump/markdown_marks.h"
#include "page/dump/unwrap.h"

/* ---- wrapped lines ---- */

/* A line of words of four letters that takes so many columns. */
static void add_line(struct page *text, size_t width) {
    for (size_t i = 0; i < width; i++)
        append(text, i % 5 == 4 && i + 1 < width ? " " : "a", 1);
    add(text, "\n");
}

static uint32_t margin_of(const struct page *text) {
    return unwrap_margin((struct str){text->at, text->len});
}

/* Lines of one width, then lines of another. */
static void margins_need_enough_lines(void **state) {
    static const struct {
        size_t n, width, n_others, other;
        uint32_t margin;
    } CASES[] = {
        {6, 70, 0, 0, 70},
        {5, 70, 0, 0, 0}, /* four of them are followed by another */
        {6, 40, 0, 0, 40},
        {6, 39, 0, 0, 0},
        {6, 200, 0, 0, 200},
        {6, 201, 0, 0, 0},
        /* longer lines: one in sixteen, or two if there are at least ten */
        {9, 70, 1, 90, 70},
        {8, 70, 1, 90, 0},
        {8, 70, 2, 90, 70},
        {7, 70, 2, 90, 0},
        {30, 70, 2, 90, 70},
        {28, 70, 3, 90, 0},
        {45, 70, 3, 90, 70},
        {44, 70, 3, 90, 0},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct page text = {0};
        for (size_t k = 0; k < CASES[i].n; k++)
            add_line(&text, CASES[i].width);
        for (size_t k = 0; k < CASES[i].n_others; k++)
            add_line(&text, CASES[i].other);
        uint32_t margin = margin_of(&text);
        free(text.at);
        if (margin != CASES[i].margin)
            fail_msg("%zu of %zu, %zu of %zu: %u", CASES[i].n, CASES[i].width, CASES[i].n_others,
                     CASES[i].other, margin);
    }
}

/* Ten full lines of seventy columns, and others that are not full. */
static void most_long_lines_are_full(void **state) {
    static const struct {
        const char *full; /* the start of a full line */
        size_t n_short;
        bool is_wrapped;
    } CASES[] = {
        {"Aaaa", 3, true},
        {"Aaaa", 4, false}, /* three quarters of them are full */
        {"aaaa", 4, true},
        {"aaaa", 15, true},
        {"aaaa", 16, false}, /* two fifths, in sentences */
        {"1aaa", 4, false},
        {"\xC3\xA4"
         "aaa",
         4, true},
        {"\xD7\x90"
         "aaa",
         4, false},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct page text = {0};
        for (size_t k = 0; k < 11; k++) {
            add(&text, CASES[i].full);
            add(&text, " ");
            add_line(&text, 65);
        }
        add(&text, "\n");
        for (size_t k = 0; k < CASES[i].n_short; k++) {
            add_line(&text, 50);
            add(&text, "aaaa\n\n");
        }
        bool is_wrapped = margin_of(&text) != 0;
        free(text.at);
        if (is_wrapped != CASES[i].is_wrapped)
            fail_msg("%s, %zu", CASES[i].full, CASES[i].n_short);
    }
}

static void rows_and_short_lines_have_no_margin(void **state) {
    static const char *const LINES[] = {
        "a fine day at the harbour and on the quay of it all",     /* yes */
        "afinedayattheharbourandonthequayofitall andmore andmore", /* three words */
        "a fine day   at the harbour and on the quay of all it",   /* a gap of three spaces */
        "a fine day\tat the harbour and on the quay of it all",    /* a tab */
        "---- ==== ---- ==== ---- ==== ---- ==== ---- ==== --",    /* no letters */
    };
    (void)state;
    for (size_t i = 0; i < N_OF(LINES); i++) {
        struct page text = {0};
        for (size_t k = 0; k < 8; k++) {
            add(&text, LINES[i]);
            add(&text, "\n");
        }
        uint32_t margin = margin_of(&text);
        free(text.at);
        if ((margin != 0) != (i == 0))
            fail_msg("%s: %u", LINES[i], margin);
    }
}

/* With a margin of 20 columns. */
static void lines_go_on_if_they_are_full(void **state) {
    static const struct {
        const char *text, *first; /* what becomes of the first line */
    } CASES[] = {
        {"aaaa bbbb cccc dddd\neeee\n", "aaaa bbbb cccc dddd\neeee"},
        {"aaaa bbbb cccc d\neeee\n", "aaaa bbbb cccc d\neeee"}, /* 16 + 1 + 4 > 20 */
        {"aaaa bbbb cccc\neeee\n", "aaaa bbbb cccc"},
        {"aaaa bbbb cccc\neeeee f\n", "aaaa bbbb cccc"},
        {"aaaa bbbb cccc\neeeeee f\n", "aaaa bbbb cccc\neeeeee f"},
        {"aaaa bbbb cccc dddd\n\neeee\n", "aaaa bbbb cccc dddd"},
        {"aaaa bbbb cccc dddd\n  eeee\n", "aaaa bbbb cccc dddd"}, /* another indent */
        {"  aaaa bbbb cccc dd\n  eeee\n", "  aaaa bbbb cccc dd\n  eeee"},
        {"  aaaa bbbb cccc dd\neeee\n", "  aaaa bbbb cccc dd"},
        /* a list's item goes on below its text, and another item does not go on */
        {"* aaaa bbbb cccc dd\n  eeee\n", "* aaaa bbbb cccc dd\n  eeee"},
        {"* aaaa bbbb cccc dd\n* eeee\n", "* aaaa bbbb cccc dd"},
        {"* aaaa bbbb cccc dd\neeee\n", "* aaaa bbbb cccc dd\neeee"},
        /* rows do not go on */
        {"aaaa   bbbb cccc ddd\neeee\n", "aaaa   bbbb cccc ddd"},
        {"aaaa bbbb cccc dddd\nee   ee\n", "aaaa bbbb cccc dddd"},
        /* neither do headings that are closed */
        {"** aaaa bbbb cccc **\neeee\n", "** aaaa bbbb cccc **"},
        {"** aaaa bbbb cccc ab\n** eeee\n", "** aaaa bbbb cccc ab"},
        {"aaaa bbbb cccc ddd*\neeee\n", "aaaa bbbb cccc ddd*\neeee"},
        /* lines with one centre */
        {"  aaaa bbbb cccc dd\n      eeee fff\n", "  aaaa bbbb cccc dd\n      eeee fff"},
        {"  aaaa bbbb cccc dd\n     eeee fff\n", "  aaaa bbbb cccc dd"},
        {"aaaa bbbb cccc dddd\neeee ffff gggg hhhh\niiii\n\njjjj\n",
         "aaaa bbbb cccc dddd\neeee ffff gggg hhhh\niiii"},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        size_t at = 0;
        struct str first = unwrap_next(str_of(CASES[i].text), 20, &at);
        if (!str_equals(first, str_of(CASES[i].first)))
            fail_msg("%s: \"%.*s\"", CASES[i].text, (int)first.len, first.at);
        at = 0;
        assert_str(unwrap_next(str_of(CASES[i].text), 0, &at),
                   str_before(str_of(CASES[i].text), '\n'));
    }
}

/* ---- Markdown ---- */

static void marks_of_markdown(void **state) {
    static const char *const CASES[][2] = {
        {"a b", "a b"},
        {"", ""},
        /* headings */
        {"# a", "a"},
        {"###### a", "a"},
        {"####### a", "####### a"},
        {"## a ##", "a "},
        {"#a", "#a"},
        {"##", "##"},
        {"# ", "#"},
        /* emphasis */
        {"*a*", "a"},
        {"**a** b", "a b"},
        {"_a_ b", "a b"},
        {"__a__", "a"},
        {"a * b", "a * b"},
        {"a *b* c", "a b c"},
        {"a_b", "a_b"},
        {"a__b", "a__b"},
        {"a*b", "ab"},
        {"a_ b", "a b"},
        {"(_a_)", "(a)"},
        {"***a***", "a"},
        {"* a", "* a"},
        {"a *", "a *"},
        /* escapes */
        {"\\*a\\*", "*a*"},
        {"\\a", "\\a"},
        {"a\\", "a\\"},
        {"\\\\a", "\\a"},
        {"\\_a", "_a"},
        /* links and images */
        {"[a](b)", "a"},
        {"x [a](b) y", "x a y"},
        {"[a](b)[c](d)", "ac"},
        {"[*a*](b)", "a"},
        {"[a [b] c](d)", "a [b] c"},
        {"[a](b(c)d) e", "a e"},
        {"[a](b(c(d))) e", "a e"},
        {"[a](b(c(d(e)))) f", "[a](b(c(d(e)))) f"},
        {"[a](b \"c\") d", "a d"},
        {"[a] (b)", "[a] (b)"},
        {"[a](b", "[a](b"},
        {"[a]", "[a]"},
        {"[a", "[a"},
        {"[[[a]]](b)", "[[a]]"},
        {"[[[[a]]]](b)", "[[[[a]]]](b)"},
        {"![a](b) c", " c"},
        {"![a", "![a"},
        {"!", "!"},
        {"a! [b](c)", "a! b"},
        {"[![a](b) c](d) e", " c e"},
        {"![a](b)![c](d)e", "e"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct buffer out;
        buffer_init(&out, *state);
        markdown_marks_append_without(&out, str_of(CASES[i][0]));
        if (!str_equals(buffer_str(&out), str_of(CASES[i][1])))
            fail_msg("%s: \"%.*s\"", CASES[i][0], (int)out.len, out.len ? out.data : "");
    }
}

/* Three lines that are links. */
static void markdown_is_told_by_its_menus(void **state) {
    static const struct {
        const char *text;
        bool is_markdown;
    } CASES[] = {
        {"[a](b)\n[c](d)\n[e](f)\n", true},
        {"[a](b)\n[c](d)\n[e](f)", true},
        {"[a](b) \n[c](d)\n[e](f)\n", true},
        {"[a](b)\n[c](d)\n", false},
        {"[a](b)\ntext\n[c](d)\n\n[e](f)\n", true},
        {"* [a](b)\n  - [c](d)\n+ [e](f)\n", true},
        {"[a](b) x\n[c](d)\n[e](f)\n", false},
        {"x [a](b)\n[c](d)\n[e](f)\n", false},
        {"[a]\n[c]\n[e]\n", false},
        {"* \n* \n* \n", false},
        {"", false},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (markdown_marks_are_in(str_of(CASES[i].text)) != CASES[i].is_markdown)
            fail_msg("%s", CASES[i].text);
}

/* ---- html2text, references, tabs, buttons ---- */

/* What the page says, line by line, with '|' between them. */
static struct str says(struct arena *arena, const char *text) {
    struct dump_text dump;
    struct buffer out;
    struct str line, said;
    dump_text_init(&dump, arena, str_of(text));
    buffer_init(&out, arena);
    while (dump_text_next(&dump, &line, &said)) {
        if (out.len)
            buffer_append_byte(&out, '|');
        buffer_append(&out, str_trim(said));
    }
    return buffer_str(&out);
}

#define NUMBERS "[1]Home [2]News\n[3]Sport\n"
#define TITLE "***** Title *****\n"

static void what_dumps_say(void **state) {
    static const char *const CASES[][2] = {
        /* headings of html2text: five stars of the first or second level show that it was used */
        {TITLE "a_b\n", "Title|a b"},
        {"**** Title ****\na_b\n", "**** Title ****|a_b"},
        {"*****\na_b\n", "*****|a_b"},
        {"x***** Title *****\na_b\n", "x***** Title *****|a_b"},
        {"*****Title\na_b\n", "*****Title|a_b"},
        {"  " TITLE "a_b\n", "Title|a b"},
        {TITLE "** Part **\n", "Title|Part"},
        {TITLE "* Item *\n", "Title|* Item *"},
        {TITLE "**Part**\n", "Title|**Part**"},
        {TITLE "*** Part\n", "Title|Part"},
        {TITLE "Part ***\n", "Title|Part"},
        {TITLE "***\n", "Title|"},
        {TITLE "_a_b_ _c\n", "Title|_a b_ _c"},
        {TITLE "a__b c_ d\n", "Title|a__b c_ d"},
        /* references: two of them, and no ampersand alone */
        {"a &amp; b\nc &nbsp; d\n", "a & b|c \xC2\xA0 d"},
        {"a &amp; b\nc\n", "a &amp; b|c"},
        {"a &amp; b &amp; c\n", "a & b & c"},
        {"a &amp; b & c &amp; d\n", "a &amp; b & c &amp; d"},
        {"a &amp; b &c &amp; d\n", "a & b &c & d"},
        {"&amp; b &amp; c &\n", "& b & c &"},
        {"a &quot;b&quot; c\n", "a \"b\" c"},
        {"a &foo; &bar;\n", "a &foo; &bar;"},
        {"a &eacute; &auml;\n", "a &eacute; &auml;"}, /* rare in pages whose text is UTF-8 */
        /* tabs of a menu, unless the line before or after has as many */
        {"a\tb\n", "a|b"},
        {"\ta\tb\t\n", "a|b|"},
        {"a\tb\nc\td\n", "a\tb|c\td"},
        {"\ta\tb\t\nc\td\n", "a\tb|c\td"},
        {"a\tb\nc\td\te\n", "a|b|c|d|e"},
        {"a\tb\n\nc\td\n", "a|b||c|d"},
        {"a\n", "a"},
        /* labels of buttons, in a page with numbered links */
        {NUMBERS "a (BUTTON) b\n", "Home News|Sport|a|b"},
        {NUMBERS "(BUTTON) a\n", "Home News|Sport|a"},
        {NUMBERS "(BUTTON) a (BUTTON) b\n", "Home News|Sport|a|b"},
        {"a (BUTTON) b\n", "a (BUTTON) b"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str got = says(*state, CASES[i][0]);
        if (!str_equals(got, str_of(CASES[i][1])))
            fail_msg("%s: \"%.*s\"", CASES[i][0], (int)got.len, got.at);
    }
}

/* An end tag for every thousand bytes, or more, is markup. */
static void markup_has_end_tags(void **state) {
    static const struct {
        size_t len;
        const char *tags;
        bool is_dump;
    } CASES[] = {
        {996, "</a>", false}, {997, "</a>", true},      {1992, "</a></a>", false},
        {10, "</a", false},   {10, "</", true},         {10, "</1>", true},
        {10, "<a>", true},    {1993, "</a></a>", true},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct page text = {0};
        add_times(&text, "x", CASES[i].len);
        add(&text, CASES[i].tags);
        bool is_dump = textdump_is_dump((struct str){text.at, text.len});
        free(text.at);
        if (is_dump != CASES[i].is_dump)
            fail_msg("%zu %s", CASES[i].len, CASES[i].tags);
    }
    assert_false(textdump_is_dump(STR("<a")));
    assert_true(textdump_is_dump(STR("<")));
    assert_true(textdump_is_dump(STR("<1")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(margins_need_enough_lines),
        ARENA_TEST(most_long_lines_are_full),
        ARENA_TEST(rows_and_short_lines_have_no_margin),
        ARENA_TEST(lines_go_on_if_they_are_full),
        ARENA_TEST(marks_of_markdown),
        ARENA_TEST(markdown_is_told_by_its_menus),
        ARENA_TEST(what_dumps_say),
        ARENA_TEST(markup_has_end_tags),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
