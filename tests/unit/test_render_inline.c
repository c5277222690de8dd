/*
 * The text of a block and its inline marks, before a renderer writes them: edits of the text, how
 * marks nest, where Markdown allows asterisks, which scripts have signs of their own.
 */
#include "render_page.h"

#include "render/emphasis.h"
#include "render/inline.h"
#include "render/inline_edit.h"

/* ---- edits ---- */

enum { MOST_MARKS = 4 };

struct edit_case {
    const char *text;
    struct inline_mark marks[MOST_MARKS];
    const char *want;       /* the text */
    const char *marks_want; /* a letter and a range for each mark that is left */
};

#define TEX(tex) .kind = INLINE_FORMULA, .stands_for = STR_INIT(tex)
#define OUT .kind = INLINE_LEFT_OUT
#define BOLD .kind = INLINE_STRONG

static struct str names_of_marks(struct arena *arena, const struct inline_mark *marks, size_t n) {
    struct buffer out;
    buffer_init(&out, arena);
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            buffer_append_byte(&out, ' ');
        buffer_append(&out, marks[i].kind == INLINE_FORMULA  ? STR("f")
                            : marks[i].kind == INLINE_STRONG ? STR("b")
                                                             : STR("?"));
        buffer_append_number(&out, marks[i].start);
        buffer_append_byte(&out, '-');
        buffer_append_number(&out, marks[i].end);
        assert_null(marks[i].stands_for.at);
    }
    return buffer_str(&out);
}

static void check_edits(struct arena *arena, const struct edit_case *cases, size_t n_cases,
                        bool joins) {
    volatile size_t n_wrong = 0;
    ARM(arena);
    for (size_t i = 0; i < n_cases; i++) {
        struct inline_mark marks[MOST_MARKS];
        size_t n = 0;
        while (n < MOST_MARKS && cases[i].marks[n].end > 0) {
            marks[n] = cases[i].marks[n];
            n++;
        }
        struct str text = inline_edit(arena, str_of(cases[i].text), marks, &n, joins);
        struct str names = names_of_marks(arena, marks, n);
        if (!str_equals(text, str_of(cases[i].want)) ||
            !str_equals(names, str_of(cases[i].marks_want))) {
            print_message("%s: \"%.*s\" %.*s\n", cases[i].text, (int)text.len, text.at,
                          (int)names.len, names.at);
            n_wrong++;
        }
    }
    assert_int_equal(n_wrong, 0);
}

#define CHECK_EDITS(cases, joins) check_edits(*state, (cases), N_OF(cases), (joins))

static void formulas_are_replaced(void **state) {
    static const struct edit_case CASES[] = {
        {"a x b", {{0}}, "a x b", ""},
        {"a x b", {{2, 3, BOLD}}, "a x b", "b2-3"},
        {"a x b", {{2, 3, TEX("$y$")}}, "a $y$ b", "f2-5"},
        {"x", {{0, 1, TEX("$y$")}}, "$y$", "f0-3"},
        {"axb", {{1, 2, TEX("$y$")}}, "a$y$b", "f1-4"},
        {"a x y b", {{2, 3, TEX("$c$")}, {4, 5, TEX("$d$")}}, "a $c$ $d$ b", "f2-5 f6-9"},
        /* a displayed one is apart from its neighbours */
        {"axb", {{1, 2, TEX("$$y$$")}}, "a $$y$$ b", "f2-7"},
        {"a x b", {{2, 3, TEX("$$y$$")}}, "a $$y$$ b", "f2-7"},
        {"a\nx\nb", {{2, 3, TEX("$$y$$")}}, "a\n$$y$$\nb", "f2-7"},
        {"x.", {{0, 1, TEX("$$y$$")}}, "$$y$$.", "f0-5"},
        {"x9", {{0, 1, TEX("$$y$$")}}, "$$y$$ 9", "f0-5"},
        {"(x)", {{1, 2, TEX("$$y$$")}}, "( $$y$$)", "f2-7"},
    };
    CHECK_EDITS(CASES, false);
    CHECK_EDITS(CASES, true);
}

static void what_is_left_out_leaves_one_space(void **state) {
    static const struct edit_case CASES[] = {
        {"a [e] b", {{2, 5, OUT}}, "a b", ""},
        {"a[e] b", {{1, 4, OUT}}, "a b", ""},
        {"a [e]b", {{2, 5, OUT}}, "a b", ""},
        {"a[e]b", {{1, 4, OUT}}, "ab", ""},
        {"[e] b", {{0, 3, OUT}}, "b", ""},
        {"a [e]", {{2, 5, OUT}}, "a", ""},
        {"a [e] \n\t b", {{2, 5, OUT}}, "a b", ""},
        {"[e]", {{0, 3, OUT}}, "", ""},
        {"a [e] b", {{2, 5, .kind = INLINE_LABEL}}, "a b", ""},
        {"a [e] b [e] c", {{2, 5, OUT}, {8, 11, OUT}}, "a b c", ""},
        {"a [e][f] b", {{2, 5, OUT}, {5, 8, OUT}}, "a b", ""},
        /* and what is inside it */
        {"a [ex] b", {{2, 6, OUT}, {4, 5, TEX("$y$")}}, "a b", ""},
        {"a [ex] b", {{2, 6, OUT}, {4, 5, OUT}}, "a b", ""},
        {"a [ex] b", {{2, 6, OUT}, {2, 5, TEX("$y$")}}, "a b", ""},
    };
    CHECK_EDITS(CASES, false);
}

static void other_marks_move_with_their_text(void **state) {
    static const struct edit_case CASES[] = {
        /* beside the edit */
        {"ab xy cd", {{0, 2, BOLD}, {3, 5, TEX("$z^2$")}}, "ab $z^2$ cd", "b0-2 f3-8"},
        {"ab xy cd", {{3, 5, TEX("$z^2$")}, {6, 8, BOLD}}, "ab $z^2$ cd", "f3-8 b9-11"},
        {"abxycd", {{0, 2, BOLD}, {2, 4, TEX("$z$")}, {4, 6, BOLD}}, "ab$z$cd", "b0-2 f2-5 b5-7"},
        {"abxycd",
         {{0, 2, BOLD}, {2, 4, TEX("$$z$$")}, {4, 6, BOLD}},
         "ab $$z$$ cd",
         "b0-2 f3-8 b9-11"},
        {"ab [e] cd", {{0, 2, BOLD}, {3, 6, OUT}, {7, 9, BOLD}}, "ab cd", "b0-2 b3-5"},
        /* around it */
        {"ab xy cd", {{0, 8, BOLD}, {3, 5, TEX("$z^2$")}}, "ab $z^2$ cd", "b0-11 f3-8"},
        {"abxycd", {{1, 5, BOLD}, {2, 4, TEX("$$z$$")}}, "ab $$z$$ cd", "b1-10 f3-8"},
        {"ab [e] cd", {{0, 9, BOLD}, {3, 6, OUT}}, "ab cd", "b0-5"},
        {"abxycd", {{0, 4, BOLD}, {2, 4, TEX("$$z$$")}}, "ab $$z$$ cd", "b0-8 f3-8"},
        {"abxycd", {{2, 6, BOLD}, {2, 4, TEX("$$z$$")}}, "ab $$z$$ cd", "b3-11 f3-8"},
        /* over one of its ends */
        {"abxycd", {{1, 3, BOLD}, {2, 4, TEX("$z$")}}, "ab$z$cd", "b1-2 f2-5"},
        {"abxycd", {{2, 4, TEX("$z$")}, {3, 5, BOLD}}, "ab$z$cd", "f2-5 b5-6"},
        {"ab[e]cd", {{1, 3, BOLD}, {2, 5, OUT}}, "abcd", "b1-2"},
        {"ab[e]cd", {{2, 5, OUT}, {3, 6, BOLD}}, "abcd", "b2-3"},
        /* inside it */
        {"abxycd", {{2, 4, TEX("$z$")}, {3, 4, BOLD}}, "ab$z$cd", "f2-5"},
        {"abxycd", {{2, 4, TEX("$z$")}, {2, 3, BOLD}}, "ab$z$cd", "f2-5"},
        {"abxycd", {{2, 4, BOLD}, {2, 4, TEX("$z$")}}, "ab$z$cd", "f2-5"},
        {"ab[e]cd", {{2, 5, OUT}, {3, 4, BOLD}}, "abcd", ""},
        /* after several */
        {"[e] a [e] bc",
         {{0, 3, OUT}, {4, 5, BOLD}, {6, 9, OUT}, {10, 12, BOLD}},
         "a bc",
         "b0-1 b2-4"},
    };
    CHECK_EDITS(CASES, false);
}

static void parts_of_an_equation_are_joined(void **state) {
    static const struct edit_case CASES[] = {
        {"x y", {{0, 1, TEX("$$a$$")}, {2, 3, TEX("$$b$$")}}, "$$a b$$", "f0-7"},
        {"xy", {{0, 1, TEX("$$a$$")}, {1, 2, TEX("$$b$$")}}, "$$a b$$", "f0-7"},
        {"p x y q", {{2, 3, TEX("$$a$$")}, {4, 5, TEX("$$b$$")}}, "p $$a b$$ q", "f2-9"},
        {"pxyq", {{1, 2, TEX("$$a$$")}, {2, 3, TEX("$$b$$")}}, "p $$a b$$q", "f2-9"},
        {"x y z",
         {{0, 1, TEX("$$a$$")}, {2, 3, TEX("$$b$$")}, {4, 5, TEX("$$c$$")}},
         "$$a b c$$",
         "f0-9"},
        {"x y pq",
         {{0, 1, TEX("$$a$$")}, {2, 3, TEX("$$b$$")}, {4, 6, BOLD}},
         "$$a b$$ pq",
         "f0-7 b8-10"},
        /* not over a text, and not within a line */
        {"x+y", {{0, 1, TEX("$$a$$")}, {2, 3, TEX("$$b$$")}}, "$$a$$+ $$b$$", "f0-5 f7-12"},
        {"x y", {{0, 1, TEX("$a$")}, {2, 3, TEX("$$b$$")}}, "$a$ $$b$$", "f0-3 f4-9"},
        {"x y", {{0, 1, TEX("$$a$$")}, {2, 3, TEX("$b$")}}, "$$a$$ $b$", "f0-5 f6-9"},
        {"x [e]", {{0, 1, TEX("$$a$$")}, {2, 5, OUT}}, "$$a$$", "f0-5"},
        {"[e] x", {{0, 3, OUT}, {4, 5, TEX("$$a$$")}}, "$$a$$", "f0-5"},
    };
    static const struct edit_case APART[] = {
        {"x y", {{0, 1, TEX("$$a$$")}, {2, 3, TEX("$$b$$")}}, "$$a$$ $$b$$", "f0-5 f6-11"},
    };
    CHECK_EDITS(CASES, true);
    CHECK_EDITS(APART, false);
}

/* ---- marks ---- */

static void marks_are_nested_and_joined(void **state) {
    static const struct render_case CASES[] = {
        {"<p><b>a</b><b>b</b>", "<p><strong>ab</strong></p>\n"},
        {"<p><b>a</b> <b>b</b>", "<p><strong>a</strong> <strong>b</strong></p>\n"},
        {"<p><b>a</b><i>b</i>", "<p><strong>a</strong><em>b</em></p>\n"},
        {"<p><b>a<i>b</i></b><b>c</b>", "<p><strong>a<em>b</em>c</strong></p>\n"},
        {"<p><b>a</b><b>b<i>c</i></b>d", "<p><strong>ab<em>c</em></strong>d</p>\n"},
        {"<p><i><b>a</b></i><b>b</b>", "<p><strong><em>a</em>b</strong></p>\n"},
        {"<p><i><b>a</b><b>b</b></i><b>c</b>",
         "<p><em><strong>ab</strong></em><strong>c</strong></p>\n"},
        {"<p><code>a</code><code>b</code>", "<p><code>ab</code></p>\n"},
        {"<p><a href=x>a</a><a href=x>b</a>",
         "<p><a href=\"https://example.org/a/x\">a</a><a href=\"https://example.org/a/x\">b</a></p>"
         "\n"},
        {"<p><b>a <b>b</b> c</b>", "<p><strong>a b c</strong></p>\n"},
        {"<p><b><i><b>a</b></i></b>", "<p><strong><em>a</em></strong></p>\n"},
        {"<p><code>a<b>b</b></code>c", "<p><code>ab</code>c</p>\n"},
        {"<p><samp>a<b>b</b></samp>c", "<p><samp>ab</samp>c</p>\n"},
        {"<p><kbd>a<b>b</b></kbd>c", "<p><kbd>a<strong>b</strong></kbd>c</p>\n"},
        {"<p><b> a </b>b<i> </i>", "<p><strong>a</strong> b</p>\n"},
        {"<p><b><br></b>a", "<p>a</p>\n"},
        {"<h2><b>a</b> <i>b</i></h2>", "<h2>a <em>b</em></h2>\n"},
        {"<table><tr><th><b>a</b><th>b<tr><td><b>c</b><td>d</table>",
         "<table>\n<thead>\n<tr><th>a</th><th>b</th></tr>\n</thead>\n<tbody>\n"
         "<tr><td><strong>c</strong></td><td>d</td></tr>\n</tbody>\n</table>\n"},
        /* a listing in a cell is code in a line */
        {"<table><tr><td><pre>a</pre><td>b<tr><td><p><pre><b>c</b></pre><td>d</table>",
         "<table>\n<tbody>\n<tr><td><code>a</code></td><td>b</td></tr>\n"
         "<tr><td><strong><code>c</code></strong></td><td>d</td></tr>\n</tbody>\n</table>\n"},
    };
    static const struct render_case LISTINGS[] = {
        {"<table><tr><td><div><pre>a</pre></div><td>b<tr><td>c<td>d</table>",
         "<table>\n<tbody>\n<tr><td><code>a</code></td><td>b</td></tr>\n"
         "<tr><td>c</td><td>d</td></tr>\n</tbody>\n</table>\n"},
        {"<table><tr><td><div><div><pre>a</pre></div></div><td>b<tr><td>c<td>d</table>",
         "<table>\n<tbody>\n<tr><td>a</td><td>b</td></tr>\n"
         "<tr><td>c</td><td>d</td></tr>\n</tbody>\n</table>\n"},
        {"<table><tr><th><pre>a</pre><td>b<tr><td>c<td>d</table>",
         "<table>\n<tbody>\n<tr><th><code>a</code></th><td>b</td></tr>\n"
         "<tr><td>c</td><td>d</td></tr>\n</tbody>\n</table>\n"},
        {"<table><tr><td><p>a<td>b<tr><td>c<td>d</table>",
         "<table>\n<tbody>\n<tr><td>a</td><td>b</td></tr>\n"
         "<tr><td>c</td><td>d</td></tr>\n</tbody>\n</table>\n"},
    };
    static const struct render_case UNLINKED[] = {
        {"<p><a href=x>a</a>", "<p>a</p>\n"},
        {"<p><b><a href=x>a</a></b>", "<p><strong>a</strong></p>\n"},
    };
    CHECK_RENDER(state, CASES, render_html, 0);
    CHECK_RENDER(state, LISTINGS, render_html, 0);
    CHECK_RENDER(state, UNLINKED, render_html, PITH_NO_LINKS);
}

static void formulas_are_found_by_their_delimiters(void **state) {
#define F(tex) "<span class=\"math inline\">\\(" tex "\\)</span>"
#define D(tex) "<span class=\"math display\">\\[" tex "\\]</span>"
    static const struct render_case CASES[] = {
        {"<p>a \\(x^2\\) b", "<p>a " F("x^2") " b</p>\n"},
        {"<p>a \\(x^2\\) b \\(y^2\\)", "<p>a " F("x^2") " b " F("y^2") "</p>\n"},
        {"<p>a $$x^2$$ b", "<p>a " D("x^2") " b</p>\n"},
        {"<p>a [latex]x^2[/latex] b", "<p>a " F("x^2") " b</p>\n"},
        {"<p>a [x] b", "<p>a [x] b</p>\n"},
        {"<p><b>a</b> \\(x^2\\) <i>b</i>", "<p><strong>a</strong> " F("x^2") " <em>b</em></p>\n"},
        {"<p><b>a \\(x^2\\) b</b>", "<p><strong>a " F("x^2") " b</strong></p>\n"},
        {"<p><b>a \\(x</b>^2\\) b", "<p><strong>a \\(x</strong>^2\\) b</p>\n"},
        {"<p><i><b>a \\(x</b>^2\\) b</i>", "<p><em><strong>a \\(x</strong>^2\\) b</em></p>\n"},
        {"<p>\\(<i>x</i>^2\\) b", "<p>" F("x^2") " b</p>\n"},
        /* and by their elements */
        {"<p>a <math><mi>x</mi></math> <b>b</b>", "<p>a " F("x") " <strong>b</strong></p>\n"},
        {"<p><i>a</i> <b><math><mi>x</mi></math> b</b>",
         "<p><em>a</em> <strong>" F("x") " b</strong></p>\n"},
        {"<p>a <math><mi>x</mi></math> <math><mi>y</mi></math>",
         "<p>a " F("x") " " F("y") "</p>\n"},
    };
    CHECK_RENDER(state, CASES, render_html, 0);
}

static void the_first_base_with_an_address_counts(void **state) {
#define LINKED(url) "<p><a href=\"" url "\">a</a></p>\n"
    static const struct render_case CASES[] = {
        {"<p><a href=x>a</a>", LINKED("https://example.org/a/x")},
        {"<base href='https://b.example/'><p><a href=x>a</a>", LINKED("https://b.example/x")},
        {"<base target=y><base href='https://b.example/'><p><a href=x>a</a>",
         LINKED("https://b.example/x")},
        {"<base href='https://b.example/'><base href='https://c.example/'><p><a href=x>a</a>",
         LINKED("https://b.example/x")},
        {"<p><a href=x>a</a><base href='https://b.example/'>", LINKED("https://example.org/a/x")},
        {"<link href='https://b.example/'><p><a href=x>a</a>", LINKED("https://example.org/a/x")},
    };
    CHECK_RENDER(state, CASES, render_html, 0);
}

/* ---- emphasis ---- */

static void asterisks_need_bounds(void **state) {
    static const struct {
        const char *text; /* the mark is between the bars */
        bool meets_start, meets_end, can_delimit;
        const char *fitted; /* what is left of it */
    } CASES[] = {
        {"|a|", false, false, true, "a"},
        {"a |b| c", false, false, true, "b"},
        {"a|b|c", false, false, true, "b"},
        {"a|b| c", false, false, true, "b"},
        {"a|(b)|c", false, false, false, "b"},
        {"a|(b)| c", false, false, false, "b"},
        {"a |(b)|c", false, false, false, "b"},
        {"a |(b)| c", false, false, true, "(b)"},
        {"a|(b|c", false, false, false, "b"},
        {"a|b)|c", false, false, false, "b"},
        {"a|...|c", false, false, false, "..."}, /* nothing would be left */
        {"a|.b.c.|d", false, false, false, "b.c"},
        {"a|\xC3\xA9|c", false, false, true, "\xC3\xA9"},
        {"a|\xE3\x80\x8C\xE5\xAD\x97\xE3\x80\x8D|\xE5\xAD\x97", false, false, false,
         "\xE5\xAD\x97"},
        {"\xE5\xAD\x97|\xE5\xAD\x97|\xE5\xAD\x97", false, false, true, "\xE5\xAD\x97"},
        {"\xE3\x80\x82|(b)|\xE3\x80\x80", false, false, true, "(b)"},
        {"\xE2\x82\xAC|(b)|c", false, false, false, "b"},
        {"a|\xE2\x82\xAC"
         "b|c",
         false, false, false, "b"},
        /* a link or code begins or ends with the mark, with a bracket or a backtick */
        {"a|b|c", true, false, false, "b"},
        {"a|b|c", false, true, false, "b"},
        {"a |b| c", true, true, true, "b"},
        {"a |b|c", true, false, true, "b"},
        {"a|b| c", false, true, true, "b"},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        char text[64];
        size_t n = 0;
        uint32_t bars[2] = {0, 0}, n_bars = 0;
        for (const char *c = CASES[i].text; *c; c++) {
            if (*c == '|')
                bars[n_bars++] = (uint32_t)n;
            else
                text[n++] = *c;
        }
        struct inline_mark mark = {.start = bars[0],
                                   .end = bars[1],
                                   .meets_start = CASES[i].meets_start,
                                   .meets_end = CASES[i].meets_end};
        struct str s = {text, n};
        if (emphasis_can_delimit(s, &mark) != CASES[i].can_delimit)
            fail_msg("%s", CASES[i].text);
        emphasis_fit(s, &mark);
        assert_str(str_between(s, mark.start, mark.end), str_of(CASES[i].fitted));
    }
}

/* ---- scripts ---- */

#define TEN_LETTERS "abcdefghij"

static void scripts_have_signs_or_brackets(void **state) {
    static const struct render_case CASES[] = {
        {"<p>10<sup>9</sup>", "10\u2079"},
        {"<p>10<sup>+12</sup>", "10\u207A\u00B9\u00B2"},
        {"<p>10<sup>-3</sup>", "10\u207B\u00B3"},
        {"<p>10<sup>\u22123</sup>", "10\u207B\u00B3"},
        {"<p>H<sub>2</sub>O", "H\u2082O"},
        {"<p>x<sub>(1)</sub>", "x\u208D\u2081\u208E"},
        {"<p>x<sup>n</sup>", "x\u207F"},
        {"<p>x<sub>n</sub>", "x\u2099"},
        {"<p>x<sup>nn</sup>", "x^(nn)"},
        {"<p>x<sub>nn</sub>", "x_(nn)"},
        {"<p>x<sup>n+1</sup>", "x^(n+1)"},
        {"<p>x<sup>q</sup>", "x^(q)"},
        {"<p>x<sup>a</sup>", "x\u1D43"},
        {"<p>x<sup>\u00E9</sup>", "x^(\u00E9)"},
        {"<p>x<sup>1<br>2</sup>", "x1\n2"},
        {"<p>x<sup>[1]</sup>", "x[1]"},
        {"<p>x<sup>(a)</sup>", "x(a)"},
        {"<p>x<sub>[1]</sub>", "x[1]"},
        /* within marks, and around them */
        {"<p><b>x<sup>2</sup></b>", "x\u00B2"},
        {"<p>x<sup><b>2</b>3</sup>", "x\u00B2\u00B3"},
        {"<p>x<sup><b>ab</b>c</sup>", "x^(abc)"},
        {"<p>x<sup>2<sub>3</sub></sup>", "x\u00B2\u2083"},
        /* at most forty bytes */
        {"<p>x<sup>" TEN_LETTERS TEN_LETTERS TEN_LETTERS TEN_LETTERS "</sup>",
         "x^(" TEN_LETTERS TEN_LETTERS TEN_LETTERS TEN_LETTERS ")"},
        {"<p>x<sup>" TEN_LETTERS TEN_LETTERS TEN_LETTERS TEN_LETTERS "k</sup>",
         "x" TEN_LETTERS TEN_LETTERS TEN_LETTERS TEN_LETTERS "k"},
    };
    CHECK_RENDER(state, CASES, render_text, 0);
}

static void endings_are_not_raised(void **state) {
    static const struct render_case CASES[] = {
        {"<p>1<sup>st</sup>", "1st"},
        {"<p>1<sup>ST</sup>", "1ST"},
        {"<p>1<sub>st</sub>", "1_(st)"},
        {"<p><sup>st</sup>", "^(st)"},
        {"<p>x<sup>th</sup>", "xth"},
        {"<p>1<sup>e</sup>", "1e"},
        {"<p>M<sup>e</sup>", "Me"},
        {"<p>m<sup>e</sup>", "m\u1D49"},
        {"<p>n<sup>o</sup>", "no"},
        {"<p>n<sup>d</sup>", "n^(d)"},
        {"<p>1<sup>d</sup>", "1d"},
        {"<p>n<sup>ra</sup>", "nra"},
        {"<p>Boat<sup>\u00AE</sup>", "Boat\u00AE"},
        {"<p>Boat<sup>\u2122</sup>", "Boat\u2122"},
        {"<p>2<sup>\u00E8me</sup>", "2\u00E8me"},
    };
    CHECK_RENDER(state, CASES, render_text, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(formulas_are_replaced),
        ARENA_TEST(what_is_left_out_leaves_one_space),
        ARENA_TEST(other_marks_move_with_their_text),
        ARENA_TEST(parts_of_an_equation_are_joined),
        ARENA_TEST(marks_are_nested_and_joined),
        ARENA_TEST(formulas_are_found_by_their_delimiters),
        ARENA_TEST(the_first_base_with_an_address_counts),
        cmocka_unit_test(asterisks_need_bounds),
        ARENA_TEST(scripts_have_signs_or_brackets),
        ARENA_TEST(endings_are_not_raised),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
