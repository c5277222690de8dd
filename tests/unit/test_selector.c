/*
 * Selectors: what they match, what is not a selector, and how dropping and keeping change a page.
 */
#include "cut_page.h"

#include "html/selector.h"
#include "page/choice.h"

/* The page with `drop` dropped and `keep` chosen, either of which may be NULL. */
static struct block_page cut_chosen(struct arena *arena, const char *html, const char *drop,
                                    const char *keep) {
    struct choice choice;
    struct selector_fault fault;
    struct block_page page = {.arena = arena};
    struct prescan scan;
    assert_null(choice_read(drop, keep, &choice, &fault));
    struct prescan_limits limits = {512, 256, choice_attributes(&choice)};
    prescan_page(arena, str_of(html), limits, &scan);
    dom_parse(arena, &scan, &page.dom);
    choice_apply(&choice, &page);
    block_cut(&page);
    return page;
}

static void assert_left(struct arena *arena, const char *html, const char *drop, const char *want) {
    struct block_page page = cut_chosen(arena, html, drop, NULL);
    struct buffer out;
    buffer_init(&out, arena);
    for (size_t i = 0; i < page.n_blocks; i++) {
        buffer_append(&out, i ? STR("|") : STR(""));
        buffer_append(&out, page.blocks[i].text);
    }
    assert_str(buffer_str(&out), str_of(want));
}

static void simple_selectors(void **state) {
    ARM((struct arena *)*state);
    const char *page = "<nav>n</nav><p class='a  b' id=one>x</p><P CLASS=B>y</P><p role=note>z</p>";
    assert_left(*state, page, "nav", "x|y|z");
    assert_left(*state, page, "NAV", "x|y|z");
    assert_left(*state, page, "*", "");
    assert_left(*state, page, ".b", "n|y|z");
    assert_left(*state, page, ".B", "n|x|z");
    assert_left(*state, page, "#one", "n|y|z");
    assert_left(*state, page, "#ONE", "n|x|y|z");
    assert_left(*state, page, "[role]", "n|x|y");
    assert_left(*state, page, "[ROLE=note]", "n|x|y");
    assert_left(*state, page, "[role=Note]", "n|x|y|z");
    assert_left(*state, page, "p.a.b#one[id]", "n|y|z");
    assert_left(*state, page, "nav.a", "n|x|y|z");
    assert_left(*state, page, " nav , #one,.B ", "z");
}

static void parts_of_values(void **state) {
    ARM((struct arena *)*state);
    const char *page = "<p class=ad-top>x</p><p class='top ad'>y</p><p class=''>z</p>";
    assert_left(*state, page, "[class^=ad]", "y|z");
    assert_left(*state, page, "[class$='ad']", "x|z");
    assert_left(*state, page, "[ class *= \"op a\" ]", "x|z");
    assert_left(*state, page, "[class=\"\"]", "x|y");
    assert_left(*state, page, "[class^=''],[class$=''],[class*='']", "x|y|z");
}

static void combinators(void **state) {
    ARM((struct arena *)*state);
    const char *page = "<main><p>a</p><div><p>b</p></div></main><p>c</p>";
    assert_left(*state, page, "main p", "c");
    assert_left(*state, page, "main>p", "b|c");
    assert_left(*state, page, "main > div > p", "a|c");
    assert_left(*state, page, "body main div p", "a|c");
    assert_left(*state, page, "div main p", "a|b|c");
    assert_left(*state, page, "p p, div > main, main", "c");
    /* Only ">" requires the element around to be the parent. */
    assert_left(*state, "<div class=a><div><section><p>x</section></div></div>y", ".a section p",
                "y");
}

static void names_with_signs(void **state) {
    ARM((struct arena *)*state);
    const char *page = "<p class='md:flex'>x</p><p id='a.b'>y</p><p class=\xC3\xA9t\xC3\xA9>z</p>";
    assert_left(*state, page, ".md\\:flex", "y|z");
    assert_left(*state, page, "#a\\.b", "x|z");
    assert_left(*state, page, "#a.b", "x|y|z");
    assert_left(*state, page, ".\xC3\xA9t\xC3\xA9", "x|y");
    assert_left(*state, "<p class='a\xE2\x80\x99'>x</p><p class=a>y</p>", ".a\xE2\x80\x99", "y");
    assert_left(*state, page, "[class='md:flex']", "y|z");
    assert_left(*state, page, "[class=md\\:flex]", "y|z");
}

/* The prescan drops unused attributes, except those that a selector names. */
static void attributes_that_only_selectors_read(void **state) {
    ARM((struct arena *)*state);
    const char *page =
        "<p data-qa=one>x</p><p DATA-QA='two &amp; a'>y</p><p @click=f>z</p><p v-if>w</p>"
        "<p data-qa=other data-qa=one>v</p>";
    assert_left(*state, page, "[data-qa]", "z|w");
    assert_left(*state, page, "[data-qa=one]", "y|z|w|v");
    assert_left(*state, page, "[data-qa='two & a']", "x|z|w|v");
    assert_left(*state, page, "[data-qa=one],[DATA-QA=other]", "y|z|w");
    assert_left(*state, page, "[@click=f],[v-if]", "x|y|v");
    assert_left(*state, page, "[data-none],[other=x]", "x|y|z|w|v");
    assert_left(*state, "<b data-a=1>x</b><b data-a=2>y</b><b data-a=1>z</b>", "[data-a='1']", "y");
}

static void inline_elements_go_out_of_their_block(void **state) {
    ARM((struct arena *)*state);
    assert_left(*state, "<p>a<sup>1</sup> b<span class=ad> c</span></p>", "sup, .ad", "a b");
    assert_left(*state, "<p>a<div class=x>b</div>c", ".x", "a|c");
}

static void what_is_left_is_a_tree(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_chosen(
        *state,
        "<html lang=en><title>t</title><body><nav>n<time>1</time></nav><h1>h</h1><p>x<b>y</b>",
        "title, nav, b", NULL);
    for (size_t i = 0; i < page.dom.n_nodes; i++) {
        const struct dom_node *node = &page.dom.nodes[i];
        assert_true(node->end > i && node->end <= page.dom.n_nodes && node->parent <= i);
        assert_true(i == 0 || node->end <= page.dom.nodes[node->parent].end);
    }
    assert_null(page.title.at);
    assert_int_equal(page.dom.n_descriptive, 2); /* <html>, <h1> */
    assert_int_equal(page.dom.nodes[page.dom.descriptive[1]].tag, DOM_H1);
    page = cut_chosen(*state, "<p>x", "html", NULL);
    assert_int_equal(page.dom.n_nodes, 1);
}

static void drop_beats_keep(void **state) {
    ARM((struct arena *)*state);
    struct block_page page =
        cut_chosen(*state, "<div class=a><p>x</p><p class=b>y</p></div><p>z</p>", ".b", ".a");
    assert_int_equal(page.n_blocks, 2);
    assert_true(page.chosen[page.blocks[0].first_node]);
    assert_false(page.chosen[page.blocks[1].first_node]);
}

/* Content that is normally left out of the page is there if it is chosen. */
static void chosen_elements_are_cut_into_blocks(void **state) {
    ARM((struct arena *)*state);
    const char *page = "<p>x<span hidden>y</span></p><div id=onetrust-consent-sdk><p>z</p></div>";
    assert_int_equal(cut_chosen(*state, page, NULL, "main").n_blocks, 1);
    struct block_page chosen = cut_chosen(*state, page, NULL, "[hidden], #onetrust-consent-sdk");
    assert_int_equal(chosen.n_blocks, 2);
    assert_str(chosen.blocks[0].text, STR("xy"));
    assert_str(chosen.blocks[1].text, STR("z"));
}

static void assert_fault(const char *selector, const char *what, const char *at) {
    struct attr_selected names = {.n = 0};
    struct selector out;
    struct selector_fault fault = {NULL, STR_NONE};
    if (selector_compile(str_of(selector), &names, &out, &fault))
        fail_msg("%s is taken for a selector", selector);
    assert_string_equal(fault.what, what);
    assert_str(fault.at, str_of(at));
}

static void invalid_selectors(void **state) {
    (void)state;
    const char *any = "expected a tag, .class, #id or [attribute]";
    assert_fault("", any, "");
    assert_fault("  ", any, "");
    assert_fault("p,", any, "");
    assert_fault(",p", any, ",p");
    assert_fault("p >", any, "");
    assert_fault("> p", any, "> p");
    assert_fault("p > > a", any, "> a");
    assert_fault("p$", any, "$");
    assert_fault("p(", any, "(");
    assert_fault(".", "expected a name", "");
    assert_fault("#.a", "expected a name", ".a");
    assert_fault("articel", "not an element of HTML", "articel");
    assert_fault("p[", "expected the name of an attribute", "");
    assert_fault("[a", "expected ], =, ^=, $= or *=", "");
    assert_fault("[a~=b]", "expected ], =, ^=, $= or *=", "~=b]");
    assert_fault("[a=b", "expected ]", "");
    assert_fault("[a=]", "expected a name", "]");
    assert_fault("[a='b]", "a quote without an end", "'b]");
    assert_fault("[a='b\\']", "a quote without an end", "'b\\']");
    assert_fault("p:first-child", "pseudo-classes are not supported", ":first-child");
    assert_fault("p + p", "siblings are not supported", "+ p");
    assert_fault("p+p", "siblings are not supported", "+p");
    assert_fault(".a\\", any, "\\");
}

static void long_selectors(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    struct buffer text;
    buffer_init(&text, arena);
    for (int i = 0; i < 63; i++)
        buffer_append(&text, STR("div "));
    buffer_append(&text, STR("p"));
    struct attr_selected names = {.n = 0};
    struct selector out;
    struct selector_fault fault;
    assert_true(selector_compile(buffer_str(&text), &names, &out, &fault));
    buffer_append(&text, STR(" p"));
    assert_false(selector_compile(buffer_str(&text), &names, &out, &fault));
    assert_string_equal(fault.what, "more than 64 parts");

    text.len = 0;
    for (int i = 0; i < 17; i++) {
        buffer_append(&text, STR("[x-"));
        buffer_append_number(&text, (size_t)i);
        buffer_append_byte(&text, ']');
    }
    assert_false(selector_compile(buffer_str(&text), &names, &out, &fault));
    assert_string_equal(fault.what, "more than 16 kinds of attributes");
    text.len = 0;
    for (int i = 0; i < 129; i++)
        buffer_append(&text, STR(".a"));
    assert_false(selector_compile(buffer_str(&text), &names, &out, &fault));
    assert_string_equal(fault.what, "more than 128 conditions");
}

/* The work per element does not depend on its depth. */
static void deep_pages(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    struct buffer html;
    buffer_init(&html, arena);
    for (int i = 0; i < 500; i++)
        buffer_append(&html, STR("<div class=a>"));
    buffer_append(&html, STR("x<p class=b>y"));
    buffer_append_byte(&html, '\0');
    assert_left(arena, html.data, ".a .a .a > .a div .b", "x");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(simple_selectors),
        ARENA_TEST(parts_of_values),
        ARENA_TEST(combinators),
        ARENA_TEST(names_with_signs),
        ARENA_TEST(attributes_that_only_selectors_read),
        ARENA_TEST(inline_elements_go_out_of_their_block),
        ARENA_TEST(what_is_left_is_a_tree),
        ARENA_TEST(drop_beats_keep),
        ARENA_TEST(chosen_elements_are_cut_into_blocks),
        ARENA_TEST(invalid_selectors),
        ARENA_TEST(long_selectors),
        ARENA_TEST(deep_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
