/*
 * The model of open elements: formatting elements, svg and math, <noscript> in <head>, limits.
 */
#include "nesting_model.h"

static void formatting_elements(void **state) {
    static const struct construction CASES[] = {
        /* reopened by text, white space and most start tags */
        {"<p><b></p>", "html | (b)"},
        {"<p><b></p>x", "html b | b"},
        {"<p><b></p> ", "html b | b"},
        {"<p><b></p><q>", "html b q | b"},
        {"<p><b></p><img>", "html b | b"},
        {"<p><b></p><div>", "html div | (b)"},
        {"<p><b><i></p>x", "html b i | b i"},
        {"<p><b></p><p><i></p>x", "html b i | b i"},
        {"<p><b></p><b>x", "html b b | b b"},
        {"<p><b></p><table>", "html table | (b)"},
        {"<p><b></p><table> ", "html table | (b)"},
        {"<p><b></p><table>x", "html table b | b"},
        {"<p><b></p><table><td>x", "html table tbody tr td | (b) !"},
        {"<p><b></p><object>x", "html b object | b !"},
        {"<p><b></p><object></object>x", "html b | b"},
        {"<p><b></p></b>x", "html"},
        /* three equal ones at most */
        {"<b><b><b>", "html b b b | b b b"},
        {"<b><b><b><b>", "html b b b b | b b b"},
        {"<b><b><b><b><b>", "html b b b b b | b b b"},
        {"<b><i><b><i><b><i><b>", "html b i b i b i b | i b i b i b"},
        {"<b a><b b><b c><b d>", "html b b b b | b b b b"},
        {"<b><b><b a><b>", "html b b b b | b b b b"},
        {"<b><i><b><b>", "html b i b b | b i b b"},
        {"<b><b><b><object><b>", "html b b b object b | b b b ! b"},
        {"<b><b><b><b></b></b></b></b>", "html"},
        {"<b><b><b><b></b></b></b>", "html b"},
        {"<p><b><b><b></p><p><b>", "html p b b b b | b b b"},
        /* the adoption agency */
        {"<b></b>", "html"},
        {"<b><q></b>", "html"},
        {"<b><i></b>", "html | (i)"},
        {"<b><p></b>", "html p"},
        {"<b><p></b></p>", "html"},
        {"<b><i><p></b>", "html i p | i"},
        {"<b><q><p></b>", "html p"},
        {"<b><p><i></b>", "html p | (i)"},
        {"<b><p><div></b>", "html div"},
        {"<b><div><section><article></b>", "html div section article"},
        {"<b><div><section><q><article></b>", "html div section article"},
        {"<b><div><section><article><b></b></section>", "html b div | b"},
        {"<a><div><section><article><a>", "html div section article a | a"},
        {"<b><i><u><s><p></b>", "html i u s p | i u s"},
        {"<b><i><u><s><tt><p></b>", "html i u s tt p | u s tt"},
        {"<b><i><u><s><tt><em><p></b>", "html i u s tt em p | s tt em"},
        {"<b><i><q><u><p></b>x", "html i u p | i u"},
        {"<b><p><b><p></b></b>", "html p"},
        {"<i><b><p></b>", "html i p | i"},
        {"<i><b><u><p></i>", "html b u p | b u"},
        {"<b><div><div><div><div><div><div><div></b>", "html div div div div div div div"},
        {"<b><div><div><div><div><div><div><div><div></b>",
         "html div div div div div div div div b | b"},
        {"<b><div><div><div><div><div><div><div><div><div></b>",
         "html div div div div div div div div b div | b"},
        {"<b><div><div><div><div><div><div><div><div><div></b></b>",
         "html div div div div div div div div div"},
        {"</b>", "html"},
        {"<i></b>", "html i | i"},
        {"<b><table></b>", "html b table | b"},
        {"<b><table><td></b>", "html b table tbody tr td | b !"},
        {"<b><object></b>", "html b object | b !"},
        {"<b><div></div></b>", "html"},
        {"<b><p>x</b>y</p>z", "html"},
        {"<a><div><a>x", "html div a | a"},
        {"<a><b><div><a>x", "html b div a | b a"},
        {"<p><i><b></i></p>x", "html b | b"},
        {"<object><b></object></b>", "html"},
        {"<code><em></code>x</em>", "html"},
    };
    ARM((struct arena *)*state);
    CHECK_ALL(*state, CASES);
}

static void svg_and_math(void **state) {
    static const struct construction CASES[] = {
        {"<svg><g>", "html svg:svg svg:g"},
        {"<svg><g></g>", "html svg:svg"},
        {"<svg><g></G>", "html svg:svg"},
        {"<svg><g></gg>", "html svg:svg svg:g"},
        {"<svg><gg></g>", "html svg:svg svg:gg"},
        {"<svg><g><path></g>", "html svg:svg"},
        {"<svg><g></svg>", "html"},
        {"<svg></g>", "html svg:svg"},
        {"<svg><a><g></a>", "html svg:svg"},
        {"<svg/>", "html"},
        {"<svg><g/>", "html svg:svg"},
        {"<div/>", "html div"},
        {"<svg><desc><q/>", "html svg:svg svg:desc q"},
        {"<math/>", "html"},
        {"<svg><p>", "html p"},
        {"<div><svg><g><p>", "html div p"},
        {"<svg><q>", "html svg:svg svg:q"},
        {"<svg><desc><p>", "html svg:svg svg:desc p"},
        {"<svg><desc><q></desc>", "html svg:svg svg:desc q"},
        {"<svg><desc></desc>", "html svg:svg"},
        {"<svg><desc><svg><p>", "html svg:svg svg:desc p"},
        {"<svg><title><q>", "html svg:svg svg:title q"},
        {"<svg><foreignObject><div></foreignobject>", "html svg:svg svg:foreignobject div"},
        {"<math><mi><q>", "html math:math math:mi q"},
        {"<math><mi><mglyph>", "html math:math math:mi math:mglyph"},
        {"<math><mi><malignmark>", "html math:math math:mi math:malignmark"},
        {"<math><mglyph>", "html math:math math:mglyph"},
        {"<math><mo><div></mo>", "html math:math math:mo div"},
        {"<math><mfrac><p>", "html p"},
        {"<math><desc><q>", "html math:math math:desc math:q"},
        {"<svg><mi><q>", "html svg:svg svg:mi svg:q"},
        {"<svg><mglyph>", "html svg:svg svg:mglyph"},
        {"<svg><desc><mglyph>", "html svg:svg svg:desc mglyph"},
        {"<math><mi>x", "html math:math math:mi"},
        {"<svg><a>", "html svg:svg svg:a"},
        {"<svg><td><table>", "html table"},
        {"<p><b></p><table><svg>x", "html table b svg:svg | b"},
        {"<svg><desc><b></b>", "html svg:svg svg:desc"},
        {"<b><svg><desc></b>", "html b svg:svg svg:desc | b"},
        {"<b><svg><title></b>", "html b svg:svg svg:title | b"},
        {"<b><svg><g></b>", "html"},
        {"<q><svg><desc></q>", "html q svg:svg svg:desc"},
        {"<p><svg><desc></p>", "html p svg:svg svg:desc"},
        {"<p><svg></p>", "html"},
        {"<svg><select><desc><select></select>", "html svg:svg svg:select svg:desc"},
        {"<svg><rt><desc><ruby><rb>", "html svg:svg svg:rt svg:desc ruby rb"},
        {"<ruby><svg><rt><desc><rt>", "html ruby svg:svg svg:rt svg:desc rt"},
        {"<h1><svg><h2><desc></h1>", "html"},
    };
    ARM((struct arena *)*state);
    CHECK_ALL(*state, CASES);
}

/* In <head> a <noscript> ends before whatever does not belong there. */
static void noscript_in_head(void **state) {
    static const struct construction CASES[] = {
        {"<noscript><p>", "html p"},
        {"<noscript><img>", "html"},
        {"<noscript>x", "html"},
        {"<noscript> ", "html noscript"},
        {"<noscript><basefont><bgsound><link><meta><noframes><style>", "html noscript"},
        {"<noscript><head><html>", "html noscript"},
        {"<noscript><base>", "html"},
        {"<noscript><menuitem>", "html"},
        {"<noscript><script>", "html"},
        {"<noscript><title>", "html"},
        {"<noscript><noscript>", "html noscript - noscript"},
        {"<noscript></noscript><noscript><p>", "html p"},
        {"<base><menuitem><script><title><noscript><p>", "html p"},
        {"<basefont><bgsound><link><meta><noframes><style><noscript><p>", "html p"},
        {"<head><html><noscript><p>", "html p"},
        {"<img><noscript><p>", "html noscript p"},
        {"x<noscript><p>", "html noscript p"},
        {" <noscript><p>", "html p"},
        {"<body><noscript><p>", "html noscript p"},
        {"</head><noscript><p>", "html noscript p"},
        {"</body><noscript><p>", "html noscript p"},
        {"</br><noscript><p>", "html noscript p"},
        {"</p><noscript><p>", "html p"},
        {"<noscript></head><p>", "html p"},
        {"<noscript></br><p>", "html p"},
        {"<noscript></p><p>", "html p"},
        {"<div><noscript><p>", "html div noscript p"},
        {"<noscript><link></noscript>", "html"},
    };
    ARM((struct arena *)*state);
    CHECK_ALL(*state, CASES);
    struct nesting *nesting = &model_of(*state, STR("<noscript><p>"), 512, NESTING_QUIRKS)->nesting;
    assert_true(nesting_is_in_noscript(nesting)); /* its end tag has not come */
    nesting = &model_of(*state, STR("<noscript><p></noscript>"), 512, NESTING_QUIRKS)->nesting;
    assert_false(nesting_is_in_noscript(nesting));
    nesting = &model_of(*state, STR("<noscript><p></q>"), 512, NESTING_QUIRKS)->nesting;
    assert_true(nesting_is_in_noscript(nesting));
}

/* At the limit start tags are refused, and as many end tags of the same name. */
static void limits(void **state) {
    static const struct construction CASES[] = {
        {"<div><div>", "html div div"},
        {"<div><div><div>", "html div div - div"},
        {"<div><div><div></div>", "html div div - div / div"},
        {"<div><div><div></div></div>", "html div - div / div"},
        {"<div><div><div><div></div></div></div>", "html div - div div / div / div"},
        {"<div><div><q></div>", "html div - q"},
        {"<div><div><q></div></q>", "html div - q"},
        {"<div><div><img><script>", "html div div"},
        {"<div><div><svg>", "html div div - svg"},
        {"<svg><g><g></g></g>", "html svg:svg - g / g"},
        {"<svg><g><img>", "html svg:svg svg:g - img"},
        {"<p><q><p>", "html p q - p"},
        {"<b><i><a>", "html b i | b i - a"},
        {"<a><b><a>", "html a b | a b - a"},
        {"<table><td>", "html table tbody tr td | !"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++)
        check(*state, &CASES[i], 2, NESTING_QUIRKS);
}

/* Sixteen formatting elements after the last marker, whatever the depth; a link replaces one. */
static void too_many_formats(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    struct buffer page;
    buffer_init(&page, arena);
    for (size_t i = 0; i < 16; i++) {
        buffer_append(&page, STR("<b class="));
        buffer_append_number(&page, i);
        buffer_append(&page, STR(">"));
    }
    struct model *m = model_of(arena, buffer_str(&page), 512, NESTING_QUIRKS);
    assert_int_equal(m->nesting.open.n_formats, 16);
    read_all(m, STR("<i><q>"));
    assert_str(buffer_str(&m->refused), STR(" i"));
    read_all(m, STR("<a>"));
    assert_int_equal(m->nesting.open.n_formats, 17);
    read_all(m, STR("<object><i>"));
    assert_int_equal(m->nesting.open.n_formats, 19);
    assert_str(buffer_str(&m->refused), STR(" i"));
}

static void framesets_are_few(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    struct buffer page;
    buffer_init(&page, arena);
    for (size_t i = 0; i < 32; i++)
        buffer_append(&page, STR("<frameset>"));
    struct model *m = model_of(arena, buffer_str(&page), 512, NESTING_QUIRKS);
    assert_int_equal(m->refused.len, 0);
    read_all(m, STR("<frameset>"));
    assert_str(buffer_str(&m->refused), STR(" frameset"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(formatting_elements), ARENA_TEST(svg_and_math),
        ARENA_TEST(noscript_in_head),    ARENA_TEST(limits),
        ARENA_TEST(too_many_formats),    ARENA_TEST(framesets_are_few),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
