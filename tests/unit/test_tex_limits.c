/*
 * TeX at the edges: which dollars and brackets begin a formula, how far its end may be, and what is
 * left of a source that is not a formula.
 */
#include "ground.h"

#include "base/buffer.h"
#include "page/formula/tex.h"

static struct str rewritten(struct arena *arena, const char *source) {
    struct tex_formula formula = tex_formula(arena, str_of(source));
    struct buffer out;
    buffer_init(&out, arena);
    tex_append_delimited(&out, &formula);
    return buffer_str(&out);
}

static void layers_around_a_formula(void **state) {
    static const char *const CASES[][2] = {
        {"$$$x$$$", "$x$"},
        {"\\begin{displaymath}x\\end{displaymath}", "$$x$$"},
        {"% <![CDATA[\nx %]]>", "$x$"},
        {"$latex x$", "$x$"},
        {"\\[{\\displaystyle x}\\]", "$$x$$"},
        {"\\textstyle x", "$x$"},
        {"\\[$\\displaystyle \\(x\\)$\\]", "$$x$$"}, /* four layers */
        {"\\displaystyle \\[x\\]", "$$x$$"},
        {"\\textstyle", "$$"},
        {"\\displaystyle 1", "$1$"},
        {"\\displaystyle1", "$1$"},
        {"{x}", "${x}$"},
        {"{\\displaystyle a\\}", "${\\displaystyle a\\}$"},
        {"{\\displaystyle a\\}}", "$a\\}$"},
        {"{\\displaystyle {a}}", "${a}$"},
        {"{", "${$"},
        {"\\begin{align}a\\end{align}", "$$\\begin{align}a\\end{align}$$"},
        {"\\begin{align*}a\\end{align*}", "$$\\begin{align*}a\\end{align*}$$"},
        {"\\begin{aligned}a\\end{aligned}", "$\\begin{aligned}a\\end{aligned}$"},
        {"\\begin{matrix}a\\end{matrix}", "$\\begin{matrix}a\\end{matrix}$"},
        {"a\\begin{document}x", "$x$"},
        {"$", "$$$"},
        {"a^^b", "$a^b$"},
        {"a\\\\\\", "$a\\\\$"},
        {"a\\\\\\\\", "$a\\\\\\\\$"},
        {"a%b\nc%d", "$ac\\%d$"},
        {" a\t\tb ", "$a b$"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++)
        assert_str(rewritten(*state, CASES[i][0]), str_of(CASES[i][1]));
}

/* The first formula in the text, "" if there is none. */
static struct str first_in(struct str text) {
    struct tex_search search = {.text = text};
    return tex_search_next(&search) ? str_between(text, search.at, search.end) : STR("");
}

static void dollars_around_formulas_and_prices(void **state) {
    static const char *const CASES[][2] = {
        {"$x^2$", "$x^2$"},
        {"$x+y$", "$x+y$"},
        {"$x*y$", "$x*y$"},
        {"$x<y$", "$x<y$"},
        {"$x y$", "$x y$"}, /* a short name */
        {"$x yz$", ""},     /* words */
        {"$abc$", "$abc$"},
        {"$abcd$", ""},
        {"$5x$", ""},
        {"$5^x$", "$5^x$"},
        {"$5\\,x$", "$5\\,x$"},
        {"$ x^2$", ""},
        {"$x^2 $", ""},
        {"$x^2$y", ""},
        {"$x^2$1", ""},
        {"$x^2$, y", "$x^2$"},
        {"a$x^2$", ""},
        {"- $x^2$", "$x^2$"},
        {"$\nx^2$", ""},
        {"$$x$$", "$$x$$"},
        {"$$abcd$$", ""},
        {"$$a-bcd$$", "$$a-bcd$$"},
        {"$$)=abcd$$", ""},
        {"$$ $$", ""},
        {"$$$x$$$", "$$$x$$$"},
        {"$$$$", ""},
        {"\\(x\\)", "\\(x\\)"},
        {"\\(a\nb\\)", "\\(a\nb\\)"},
        {"\\(a\n\nb\\)", ""},
        {"\\( \\)", ""},
        {"\\$x^2$", ""},
        {"\\\\(x\\)", ""},
        {"$x\\$y_1$", "$x\\$y_1$"},
        {"[latex]x[/latex]", "[latex]x[/latex]"},
        {"[latex]x", ""},
        {"a \\begin{align}x\\end{align} b", "\\begin{align}x\\end{align}"},
        {"a \\begin{align*}x\\end{align*} b", "\\begin{align*}x\\end{align*}"},
        {"a \\begin{align}x\\end{align*} b", ""},
        {"a \\begin{align}x\\end{gather} b", ""},
        {"a \\begin{matrix}x\\end{matrix} b", ""},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str got = first_in(str_of(CASES[i][0]));
        if (!str_equals(got, str_of(CASES[i][1])))
            fail_msg("%s: \"%.*s\"", CASES[i][0], (int)got.len, got.at);
    }
}

/* A formula in text has less than 4,000 bytes. */
static void long_formulas_are_text(void **state) {
    ARM((struct arena *)*state);
    for (size_t n = 3999; n <= 4000; n++) {
        struct buffer text;
        buffer_init(&text, *state);
        buffer_append(&text, STR("\\("));
        for (size_t i = 0; i < n; i++)
            buffer_append_byte(&text, 'x');
        buffer_append(&text, STR("\\)"));
        assert_int_equal(first_in(buffer_str(&text)).len, n == 3999 ? n + 4 : 0);
    }
}

static void sources_are_told_from_words(void **state) {
    static const struct {
        const char *text;
        bool is_tex;
    } CASES[] = {
        {"$x$", true},        {"[latex]x[/latex]", true},
        {"$$", false},        {"\\alpha", true},
        {"a \\alpha", false}, {"a_\\alpha", true},
        {"a_1", false},       {"\\1_2", false},
        {" \\alpha ", true},  {"C:\\a_b", false},
        {"a:\\b_c", false},   {"a \\b^c", true},
        {"\\a", true},        {"\\", false},
        {"%", false},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (tex_is_likely(str_of(CASES[i].text)) != CASES[i].is_tex)
            fail_msg("%s", CASES[i].text);
}

static void text_in_a_formula_is_escaped(void **state) {
    struct buffer out;
    ARM((struct arena *)*state);
    buffer_init(&out, *state);
    tex_append_text(&out, STR("a #$%&_{}^~\\b"));
    assert_str(buffer_str(&out), STR("a \\#\\$\\%\\&\\_\\{\\}\\^{}\\~{}\\textbackslash b"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(layers_around_a_formula),
        cmocka_unit_test(dollars_around_formulas_and_prices),
        ARENA_TEST(long_formulas_are_text),
        cmocka_unit_test(sources_are_told_from_words),
        ARENA_TEST(text_in_a_formula_is_escaped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
