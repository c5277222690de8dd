/*
 * TeX as pages write it: its normalized form, and finding it in text.
 */
#include "ground.h"

#include <stdio.h>

#include "page/formula/tex.h"

/* A formula as a page writes it, as pith does. */
static struct str rewritten(struct arena *arena, const char *source) {
    struct tex_formula formula = tex_formula(arena, str_of(source));
    struct buffer out;
    buffer_init(&out, arena);
    tex_append_delimited(&out, &formula);
    return buffer_str(&out);
}

static void text_around_a_formula_is_removed(void **state) {
    static const struct {
        const char *source, *tex;
    } cases[] = {
        {"x^2", "$x^2$"},
        {"  a\n  + b ", "$a + b$"},
        {"$x$", "$x$"},
        {"$$ x $$", "$$x$$"},
        {"\\(x\\)", "$x$"},
        {"\\[x\\]", "$$x$$"},
        {"[latex]x[/latex]", "$x$"},
        {"{\\displaystyle x^{2}}", "$x^{2}$"},
        {"\\displaystyle\\frac{a}{b}", "$\\frac{a}{b}$"},
        {"\\displaystylex", "$\\displaystylex$"},
        {"{\\displaystyle a}{b}", "${\\displaystyle a}{b}$"},
        {"a % one\n b", "$a b$"},
        {"50% of a", "$50\\% of a$"},
        {"50\\% of a\nb", "$50\\% of a b$"},
        {"\\documentclass{minimal}\\begin{document}$$x$$\\end{document}", "$$x$$"},
        {"a \\\\ b", "$a \\\\ b$"},
        {"", "$$"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(cases); i++)
        assert_str(rewritten(*state, cases[i].source), str_of(cases[i].tex));
}

/* Commands that would act on the reader's machine become their names. */
static void commands_that_act_are_only_named(void **state) {
    static const struct {
        const char *source, *tex;
    } cases[] = {
        {"\\href{javascript:alert(1)}{x}", "$\\mathrm{href}{javascript:alert(1)}{x}$"},
        {"a+\\class{b}{c}", "$a+\\mathrm{class}{b}{c}$"},
        {"\\mmlToken{mi}[href=\"javascript:x\"]{y}",
         "$\\mathrm{mmlToken}{mi}[href=\"javascript:x\"]{y}$"},
        {"\\htmlData{x=y}{z}", "$\\mathrm{htmlData}{x=y}{z}$"},
        {"\\input{/etc/passwd}", "$\\mathrm{input}{/etc/passwd}$"},
        {"\\input /etc/passwd", "$\\mathrm{input} /etc/passwd$"},
        {"\\write18{ls}", "$\\mathrm{write}18{ls}$"},
        {"\\csname input\\endcsname x", "$\\mathrm{csname} input\\endcsname x$"},
        {"\\^^69nput{x}", "$\\^69nput{x}$"},
        {"x^^^2", "$x^2$"},
        {"\\let\\a\\input\\a{x}", "$\\let\\a\\mathrm{input}\\a{x}$"},
        {"a \\\\href", "$a \\\\href$"},
        {"\\hrefs+\\stylex+\\data1", "$\\hrefs+\\stylex+\\mathrm{data}1$"},
        {"\\frac{a}{b}\\,\\%", "$\\frac{a}{b}\\,\\%$"},
        {"a\\", "$a$"},
        {"a\\ ", "$a$"},
        {"a\\\\", "$a\\\\$"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(cases); i++)
        assert_str(rewritten(*state, cases[i].source), str_of(cases[i].tex));
}

static void all_commands_that_act_are_only_named(void **state) {
    static const char *const NAMES[] = {"html",
                                        "include",
                                        "input",
                                        "lua",
                                        "pdf",
                                        "bbox",
                                        "class",
                                        "cssId",
                                        "data",
                                        "href",
                                        "mmlToken",
                                        "require",
                                        "style",
                                        "url",
                                        "IfFileExists",
                                        "InputIfFileExists",
                                        "RequirePackage",
                                        "directlua",
                                        "documentclass",
                                        "immediate",
                                        "import",
                                        "latelua",
                                        "loadfile",
                                        "lstinputlisting",
                                        "newread",
                                        "newwrite",
                                        "openin",
                                        "openout",
                                        "read",
                                        "readline",
                                        "special",
                                        "subfile",
                                        "subimport",
                                        "usepackage",
                                        "verbatiminput",
                                        "write",
                                        "catcode",
                                        "csname",
                                        "makeatletter",
                                        "scantokens"};
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(NAMES); i++) {
        char source[60], tex[60];
        snprintf(source, sizeof source, "\\%s{x}", NAMES[i]);
        snprintf(tex, sizeof tex, "$\\mathrm{%s}{x}$", NAMES[i]);
        assert_str(rewritten(*state, source), str_of(tex));
    }
}

/* The formulas in a text, separated by '|'. */
static struct str formulas_in(struct arena *arena, struct str text) {
    struct buffer out;
    buffer_init(&out, arena);
    struct tex_search search = {.text = text};
    while (tex_search_next(&search)) {
        if (out.len)
            buffer_append_byte(&out, '|');
        buffer_append(&out, str_between(text, search.at, search.end));
    }
    return buffer_str(&out);
}

static void formulas_are_found_in_text_and_prices_are_not(void **state) {
    static const struct {
        const char *text, *formulas;
    } cases[] = {
        {"so $x_i$ and $$y$$ are", "$x_i$|$$y$$"},
        {"\\(a\\) or \\[b\\]", "\\(a\\)|\\[b\\]"},
        {"$x$, $n$", "$x$|$n$"},
        {"$5 and $10", ""},
        {"from $5 to $10 a_b", ""},
        {"US$5 = 4$", ""},
        {"$HOME_A:$PATH_B", ""},
        {"$ x_1 $", ""},
        {"$100^2$", "$100^2$"},
        {"a \\$5_0$ b", ""},
        {"the words $alpha and$ beta", ""},
        {"[latex]x[/latex]", "[latex]x[/latex]"},
        {"an open \\( bracket", ""},
        {"$$", ""},
        {"$", ""},
        {"\\", ""},
        {"\\(", ""},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(cases); i++)
        assert_str(formulas_in(*state, str_of(cases[i].text)), str_of(cases[i].formulas));
}

static void tex_is_distinguished_from_descriptions(void **state) {
    (void)state;
    assert_true(tex_is_likely(STR("\\frac{a}{b}")));
    assert_true(tex_is_likely(STR("x_{i} = \\alpha")));
    assert_true(tex_is_likely(STR("$x$")));
    assert_false(tex_is_likely(STR("A boat on the lake")));
    assert_false(tex_is_likely(str_between(STR("x_1 \\a"), 0, 5))); /* a letter after its end */
    assert_false(tex_is_likely(STR("C:\\boats\\one_two")));
    assert_false(tex_is_likely(STR("[a note]")));
    assert_false(tex_is_likely(STR("")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(text_around_a_formula_is_removed),
        ARENA_TEST(commands_that_act_are_only_named),
        ARENA_TEST(all_commands_that_act_are_only_named),
        ARENA_TEST(formulas_are_found_in_text_and_prices_are_not),
        cmocka_unit_test(tex_is_distinguished_from_descriptions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
