/*
 * The model of open elements never considers an element closed that Gumbo holds open: shapes found
 * by tests/fuzz/shapes.c, each of which once nested with every repetition.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>

#include "../fuzz/random_tags.h"
#include "ground.h"
#include "html/dom.h"
#include "html/prescan.h"

enum { MAX_DEPTH = 64, N_REPEATS = 2000 };

/* %u becomes the number of the repetition. */
static struct str repeat(struct arena *arena, const char *shape, unsigned n) {
    struct buffer page;
    buffer_init(&page, arena);
    for (unsigned i = 0; i < n; i++) {
        char turn[256];
        const char *number = strstr(shape, "%u");
        int before = number ? (int)(number - shape) : (int)strlen(shape);
        int len = snprintf(turn, sizeof turn, "%.*s", before, shape);
        if (number)
            len += snprintf(turn + len, sizeof turn - (size_t)len, "%u%s", i, number + 2);
        buffer_append(&page, (struct str){turn, (size_t)len});
    }
    return buffer_str(&page);
}

static unsigned depth_of(struct arena *arena, struct str page) {
    struct prescan scan;
    struct dom dom;
    unsigned depth = 0;
    prescan_page(arena, page, (struct prescan_limits){MAX_DEPTH, 256, NULL}, &scan);
    dom_parse(arena, &scan, &dom);
    for (size_t i = 0; i < dom.n_nodes; i++)
        if (dom.nodes[i].depth > depth)
            depth = dom.nodes[i].depth;
    return depth;
}

static void shapes_do_not_nest(void **state) {
    static const char *const shapes[] = {
        "<div>",
        "<var></menuitem><ul><menuitem></select/><param>",
        "<a>x<em class=%u><tbody></li><td>x</head>",
        "<a><rb class=%u><b></noscript>",
        "<em class=%u><a>x",
        "x</map></annotation-xml><source><math><title></ul>",
        "<math><mi><mglyph><source>",
        "<math><font></font>",
        "<math><annotation-xml><source>",
        "<rt></font>",
        "x<rp class=%u>x<form>x",
        "<rp/>x</figcaption><rp></form>",
        "<head><frameset><table></ruby>",
        "<frameset><div></frameset>",
        "</header></option><button><s>",
        "<span/></tr><button></rt></frame><em/>",
        "<x-y class=%u></caption><code>x</aside><nobr>",
        "<a></tbody></math><em></progress/>",
        "</listing></h6/><ruby><li></h3></big><frameset class=%u><rp></output>",
        "</form><fieldset><link><caption/><form><ul><tbody></button>",
        "<b><div></b>",
        "<b><b><b><b><i></b></b></b></b>",
        "<p><b class=%u></p><pre><!---->\n<rt></b>",
        "<div><select></div></select>",
        "<div><table><td></div>",
        "<template><div><td><span></td>",
        "<form><table><td></form><form></td></table></form>",
        "<foo></bar><bar></foo>",
        "<svg><g></svg><svg><p>",
        "<table><td><b class=%u><object></table>",
        "<bdo></ruby>",
        "<i><b class=%u><u><s><tt><p>z</b>x</i>y",
        "<noscript><math></noscript><input>",
        "<table><svg><tr><desc><select></select></table>",
    };
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        arena_reset(arena, (size_t)1 << 30);
        ARM(arena);
        unsigned depth = depth_of(arena, repeat(arena, shapes[i], N_REPEATS));
        /* The tree may be deeper than the stack, from which misnested end tags remove elements. */
        if (depth > 2 * MAX_DEPTH + 40)
            fail_msg("depth %u: %s", depth, shapes[i]);
    }
}

/* For Gumbo a vertical tab ends a name, but only in start tags of svg and math. */
static void names_with_tabs_do_not_nest(void **state) {
    struct arena *arena = *state;
    struct buffer page;
    arena_reset(arena, (size_t)1 << 30);
    ARM(arena);
    buffer_init(&page, arena);
    buffer_append(&page, STR("<math>"));
    buffer_append(&page, repeat(arena, "<g\vx></g\vx>", N_REPEATS));
    assert_in_range(depth_of(arena, buffer_str(&page)), 1, 8);
}

/* Gumbo aborts if it finds its tree in a state that it considers impossible. These pages caused
 * that: in svg and math it treats a <select>, a cell or a <frameset> like one in HTML. */
static void no_page_fails_an_assertion(void **state) {
    static const char *const pages[] = {
        "<table><svg><td><title><select></table>",
        "<table><td><svg><select><title><select></select><td>",
        "<table><tr><td><math><th><mi><select></select></table>",
        "<svg><frameset><desc><select></select></frameset></body>",
        "<svg><html><desc><select></select><frameset></body>",
        "<math><caption><mi><table><select></table></caption><td>",
    };
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        arena_reset(arena, (size_t)1 << 30);
        ARM(arena);
        depth_of(arena, str_of(pages[i]));
    }
}

/* A random tag, usually one that affects the insertion mode, or that contains svg, math or the HTML
 * in them. */
static struct part random_mode_part(struct random *random) {
    static const unsigned char MODES[] = {
        ELEMENT_SVG,      ELEMENT_MATH,     ELEMENT_MI,       ELEMENT_TITLE,    ELEMENT_DESC,
        ELEMENT_TABLE,    ELEMENT_TD,       ELEMENT_TH,       ELEMENT_TR,       ELEMENT_TBODY,
        ELEMENT_SELECT,   ELEMENT_OPTION,   ELEMENT_CAPTION,  ELEMENT_COLGROUP, ELEMENT_FRAMESET,
        ELEMENT_HTML,     ELEMENT_HEAD,     ELEMENT_BODY,     ELEMENT_B,        ELEMENT_A,
        ELEMENT_DIV,      ELEMENT_P,        ELEMENT_FORM,     ELEMENT_OBJECT,   ELEMENT_INPUT,
        ELEMENT_NOSCRIPT, ELEMENT_TEXTAREA, ELEMENT_TEMPLATE, ELEMENT_BUTTON,
    };
    struct part part = random_part(random);
    if (below(random, 8)) {
        part.element = (enum element)MODES[below(random, sizeof MODES)];
        part.name = element_names[part.element];
    }
    return part;
}

static void no_tag_soup_fails_an_assertion(void **state) {
    struct arena *arena = *state;
    struct random random = {1};
    for (int i = 0; i < 50000; i++) {
        struct buffer page;
        arena_reset(arena, (size_t)1 << 30);
        ARM(arena);
        buffer_init(&page, arena);
        for (unsigned n = below(&random, 20); n > 0; n--) {
            struct part part = random_mode_part(&random);
            append_part(&page, &part, n);
        }
        depth_of(arena, buffer_str(&page));
    }
}

/* The limit is for real nesting: a page of many unclosed elements keeps all its tags. */
static void flat_pages_are_left_alone(void **state) {
    static const char *const shapes[] = {
        "<p>x",
        "<li>x",
        "<ul><li>x<li>y</ul>",
        "<dl><dt>x<dd>y</dl>",
        "<h2>x<h3>y</h3>",
        "<p><b>x</b><i>y</p>",
        "<p><font color=%u>x",
        "<table><tr><td><p>x<td><b>y</table>",
        "<table><tr><td><font color=%u>x</table>",
        "<select><option>x<option>y</select>",
        "<form><p>x</form>",
        "<a href=%u>x",
        "<div><span>x</div>",
        "<b><p>x</b></p>",
        "<ruby>x<rt>y</ruby>",
        "<noscript><img></noscript>",
        "<div></p></span></div>",
    };
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        struct prescan limited, free;
        arena_reset(arena, (size_t)1 << 30);
        ARM(arena);
        struct str page = repeat(arena, shapes[i], N_REPEATS);
        prescan_page(arena, page, (struct prescan_limits){MAX_DEPTH, 256, NULL}, &limited);
        prescan_page(arena, page, (struct prescan_limits){UINT32_MAX, 256, NULL}, &free);
        if (!str_equals(limited.html, free.html))
            fail_msg("tags were dropped: %s", shapes[i]);
    }
}

/* How deep a page is according to the model: the lowest limit at which nothing is dropped. */
static unsigned modelled_depth(struct arena *arena, struct str page) {
    struct prescan limited, free;
    unsigned depth = 0;
    prescan_page(arena, page, (struct prescan_limits){UINT32_MAX, 256, NULL}, &free);
    do
        prescan_page(arena, page, (struct prescan_limits){++depth, 256, NULL}, &limited);
    while (!str_equals(limited.html, free.html));
    return depth;
}

/* Implied ends, and formats that the adoption agency removes after the third. */
static void depth_is_modelled_as_gumbo_has_it(void **state) {
    static const struct {
        const char *shape;
        unsigned depth; /* of 12 in a row */
    } CASES[] = {
        {"<ruby><rtc><rp></rp>", 25},
        {"<b><i class=%u><u class=%u><s class=%u><tt class=%u><p>z</b><p>x", 24},
    };
    struct arena *arena = *state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        arena_reset(arena, (size_t)1 << 30);
        ARM(arena);
        assert_int_equal(modelled_depth(arena, repeat(arena, CASES[i].shape, 12)), CASES[i].depth);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(shapes_do_not_nest),         ARENA_TEST(names_with_tabs_do_not_nest),
        ARENA_TEST(no_page_fails_an_assertion), ARENA_TEST(no_tag_soup_fails_an_assertion),
        ARENA_TEST(flat_pages_are_left_alone),  ARENA_TEST(depth_is_modelled_as_gumbo_has_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
