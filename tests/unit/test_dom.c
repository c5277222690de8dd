/*
 * Gumbo's tree as one flat array: order, ends, depths, texts, attributes, tags.
 */
#include "cut_page.h"

static struct dom parse_plain(struct arena *arena, const char *html) {
    struct dom dom;
    dom_parse_plain(arena, str_of(html), &dom);
    return dom;
}

static struct dom parse(struct arena *arena, const char *html) {
    return cut_html(arena, html).dom;
}

struct want_node {
    uint32_t parent, end;
    uint16_t depth;
    uint8_t tag; /* 0 for text */
    const char *text;
};

/* html(head, body(p("a", b("c")), p("d"))) */
static const struct want_node SMALL_TREE[] = {
    {0, 9, 0, DOM_HTML, NULL}, {0, 2, 1, DOM_HEAD, NULL}, {0, 9, 1, DOM_BODY, NULL},
    {2, 7, 2, DOM_P, NULL},    {3, 5, 3, 0, "a"},         {3, 7, 3, DOM_B, NULL},
    {5, 7, 4, 0, "c"},         {2, 9, 2, DOM_P, NULL},    {7, 9, 3, 0, "d"},
};

static void assert_small_tree(const struct dom *dom) {
    const size_t n = sizeof SMALL_TREE / sizeof *SMALL_TREE;
    assert_int_equal(dom->n_nodes, n);
    for (size_t i = 0; i < n; i++) {
        const struct dom_node *got = &dom->nodes[i];
        const struct want_node *want = &SMALL_TREE[i];
        assert_int_equal(got->parent, want->parent);
        assert_int_equal(got->end, want->end);
        assert_int_equal(got->depth, want->depth);
        assert_int_equal(got->kind, want->text ? DOM_TEXT : DOM_ELEMENT);
        if (want->text)
            assert_str(got->text, str_of(want->text));
        else
            assert_int_equal(got->tag, want->tag);
    }
}

static void nodes_come_in_page_order(void **state) {
    ARM((struct arena *)*state);
    struct dom plain = parse_plain(*state, "<p>a<!-- x --><b>c</b></p><p>d");
    assert_small_tree(&plain);
    struct dom scanned = parse(*state, "<p>a<!-- x --><b>c</b></p><p>d");
    assert_small_tree(&scanned);
}

static void every_page_has_a_tree(void **state) {
    ARM((struct arena *)*state);
    struct dom dom = parse(*state, "");
    assert_int_equal(dom.n_nodes, 3); /* html, head, body */
    assert_int_equal(dom.nodes[0].end, 3);
    assert_int_equal(dom.nodes[2].tag, DOM_BODY);
    dom = parse_plain(*state, "");
    assert_int_equal(dom.n_nodes, 3);
}

/* Runs that Gumbo puts into one text node become separate nodes; so does the white space between
 * them. */
static void runs_are_nodes_of_their_own(void **state) {
    ARM((struct arena *)*state);
    struct dom dom = parse(*state, "<p>a &amp; b<!-- cut -->c<b>d</b> <i>e</i>");
    const struct dom_node *p = &dom.nodes[find_element(&dom, DOM_P)];
    assert_str(p[1].text, STR("a &amp; b"));
    assert_true(p[1].has_references);
    assert_str(p[2].text, STR("c"));
    assert_false(p[2].has_references);
    assert_int_equal(p[3].tag, DOM_B);
    assert_str(p[5].text, STR(" "));
    assert_int_equal(p[6].tag, DOM_I);
}

static void plain_texts_are_decoded(void **state) {
    ARM((struct arena *)*state);
    struct dom dom = parse_plain(*state, "<p title='&lt;x'>a &amp; b");
    const struct dom_node *p = &dom.nodes[find_element(&dom, DOM_P)];
    assert_str(p[1].text, STR("a & b"));
    assert_false(p[1].has_references);
    assert_str(dom_attribute(p, DOM_ATTR_TITLE), STR("<x"));
}

/* In text "&copy=" is a reference, in an attribute it belongs to an address. */
static void references_in_text_end_anywhere(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    struct dom dom = parse(arena, "<p title='?a=1&copy=2'>a&copy=b &ampc");
    const struct dom_node *p = &dom.nodes[find_element(&dom, DOM_P)];
    struct buffer text;
    buffer_init(&text, arena);
    dom_append_text(&text, &p[1]);
    assert_str(buffer_str(&text), STR("a\xC2\xA9=b &c"));
    assert_str(dom_attribute(p, DOM_ATTR_TITLE), STR("?a=1&copy=2"));
}

/* All text of an element in page order, without what readers do not see. */
static void texts_of_elements_are_joined(void **state) {
    static const struct {
        const char *page, *text;
    } CASES[] = {
        {"<div>a<b>b</b>c</div>d", "abc"},
        {"<div></div>d", ""},
        {"<div>a<template>b<i>c</i></template>d</div>", "ad"},
        {"<div><button><i>x</i>y</button>z&amp;</div>w", "xyz&"},
    };
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct dom dom = parse(arena, CASES[i].page);
        struct buffer text;
        buffer_init(&text, arena);
        dom_append_element_text(&text, &dom, find_element(&dom, DOM_DIV));
        assert_str(buffer_str(&text), str_of(CASES[i].text));
    }
}

static void assert_attributes(const struct dom *dom) {
    const struct dom_node *p = &dom->nodes[find_element(dom, DOM_P)];
    assert_int_equal(p->n_attrs, 4); /* onclick is not used */
    assert_str(dom_attribute(p, DOM_ATTR_CLASS), STR("one two"));
    assert_str(dom_attribute(p, DOM_ATTR_ID), STR("i&d"));
    assert_str(dom_attribute(p, DOM_ATTR_DATA), STR("component-name"));
    struct str hidden = dom_attribute(p, DOM_ATTR_HIDDEN);
    assert_non_null(hidden.at); /* present, without a value */
    assert_int_equal(hidden.len, 0);
    assert_null(dom_attribute(p, DOM_ATTR_HREF).at);
}

static void used_attributes_are_kept(void **state) {
    static const char page[] = "<p CLASS='one two' onclick=x id=i&amp;d class=second "
                               "data-component-name=q hidden>a";
    ARM((struct arena *)*state);
    struct dom plain = parse_plain(*state, page);
    assert_attributes(&plain);
    struct dom scanned = parse(*state, page);
    assert_attributes(&scanned);
}

static void data_attributes_that_are_read_keep_their_values(void **state) {
    static const char page[] = "<p data-src='/a&amp;b.jpg' data-x=q>a";
    ARM((struct arena *)*state);
    struct dom doms[] = {parse_plain(*state, page), parse(*state, page)};
    for (size_t i = 0; i < N_OF(doms); i++) {
        const struct dom_node *p = &doms[i].nodes[find_element(&doms[i], DOM_P)];
        assert_int_equal(p->n_attrs, 3);
        assert_str(dom_attribute(p, DOM_ATTR_DATA), STR("src"));
        assert_str(dom_attribute(p, DOM_ATTR_DATA_SRC), STR("/a&b.jpg"));
    }
}

static void attributes_of_merged_tags_are_joined(void **state) {
    ARM((struct arena *)*state);
    struct dom dom = parse(*state, "<html lang=en><body class=a><html dir=rtl><body id=b>x");
    assert_str(dom_attribute(&dom.nodes[0], DOM_ATTR_LANG), STR("en"));
    assert_str(dom_attribute(&dom.nodes[0], DOM_ATTR_DIR), STR("rtl"));
    const struct dom_node *body = &dom.nodes[find_element(&dom, DOM_BODY)];
    assert_str(dom_attribute(body, DOM_ATTR_CLASS), STR("a"));
    assert_str(dom_attribute(body, DOM_ATTR_ID), STR("b"));
}

static void describing_nodes_are_listed(void **state) {
    ARM((struct arena *)*state);
    struct dom dom =
        parse(*state, "<html><head><meta name=a><link href=x></head><body><p>a<h1>b</h1>"
                      "<time>c</time><a rel=author>d</a><i itemprop=e>e</i>"
                      "<b property=f>f</b><a href=g>g</a><h6>h</h6>");
    static const enum dom_tag want[] = {DOM_HTML, DOM_META, DOM_LINK, DOM_H1, DOM_TIME,
                                        DOM_A,    DOM_I,    DOM_B,    DOM_H6};
    assert_int_equal(dom.n_descriptive, sizeof want / sizeof *want);
    for (size_t i = 0; i < dom.n_descriptive; i++)
        assert_int_equal(dom.nodes[dom.descriptive[i]].tag, want[i]);
    const struct dom_node *link = &dom.nodes[dom.descriptive[5]];
    assert_true(dom_has_attribute(link, DOM_ATTR_REL));
    assert_false(dom_has_attribute(link, DOM_ATTR_HREF));
}

/* Gumbo 0.10 is older than <dialog> and <search>, Gumbo 0.13 has numbers for them. */
static void newer_tags_are_known_by_name(void **state) {
    ARM((struct arena *)*state);
    struct dom dom = parse(*state, "<Dialog>a</Dialog><search>b</search><x-card>c</x-card>");
    const struct dom_node *body = &dom.nodes[find_element(&dom, DOM_BODY)];
    assert_int_equal(body[1].tag, DOM_DIALOG);
    assert_int_equal(body[3].tag, DOM_SEARCH);
    assert_int_equal(body[5].tag, DOM_UNKNOWN);
    assert_int_equal(body[5].kind, DOM_ELEMENT);
}

static void tags_have_names_and_traits(void **state) {
    (void)state;
    assert_string_equal(dom_tag_name(DOM_BLOCKQUOTE), "blockquote");
    assert_string_equal(dom_tag_name(DOM_SEARCH), "search");
    assert_string_equal(dom_tag_name(DOM_UNKNOWN), "unknown");
    assert_int_equal(dom_tag_traits(DOM_P), DOM_IS_BLOCK);
    assert_int_equal(dom_tag_traits(DOM_HR), DOM_IS_BLOCK | DOM_IS_VOID);
    assert_int_equal(dom_tag_traits(DOM_SCRIPT), DOM_IS_HIDDEN);
    assert_int_equal(dom_tag_traits(DOM_EM), DOM_IS_MARK);
    assert_int_equal(dom_tag_traits(DOM_SPAN), 0);
    assert_int_equal(dom_tag_traits(DOM_UNKNOWN), 0);
    assert_int_equal(dom_heading_level(DOM_H1), 1);
    assert_int_equal(dom_heading_level(DOM_H6), 6);
    assert_int_equal(dom_heading_level(DOM_HEAD), 0);
    assert_int_equal(dom_heading_level(DOM_HEADER), 0);
}

/* The walk keeps its own stack: each node knows its depth, however deep the page is. */
static void deep_trees_are_walked(void **state) {
    enum { DEPTH = 3000 };
    static const char tag[] = "<div>";
    ARM((struct arena *)*state);
    char *html = arena_alloc(*state, DEPTH * (sizeof tag - 1) + 1);
    for (size_t i = 0; i < DEPTH; i++)
        memcpy(html + i * (sizeof tag - 1), tag, sizeof tag);
    struct dom dom = parse_plain(*state, html);
    assert_int_equal(dom.n_nodes, 3 + DEPTH);
    assert_int_equal(dom.nodes[2 + DEPTH].depth, 1 + DEPTH);
    assert_int_equal(dom.nodes[2 + DEPTH].parent, 1 + DEPTH);
    assert_int_equal(dom.nodes[3].end, dom.n_nodes);
}

static void names_of_a_class(void **state) {
    (void)state;
    struct str names = STR("\t one\ntwo-2 \f three ");
    size_t at = 0;
    assert_str(dom_next_name(names, &at), STR("one"));
    assert_str(dom_next_name(names, &at), STR("two-2"));
    assert_str(dom_next_name(names, &at), STR("three"));
    assert_null(dom_next_name(names, &at).at);
    assert_int_equal(at, names.len);
    at = 0;
    assert_null(dom_next_name(STR_NONE, &at).at);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_a_class),
        ARENA_TEST(nodes_come_in_page_order),
        ARENA_TEST(every_page_has_a_tree),
        ARENA_TEST(runs_are_nodes_of_their_own),
        ARENA_TEST(plain_texts_are_decoded),
        ARENA_TEST(references_in_text_end_anywhere),
        ARENA_TEST(texts_of_elements_are_joined),
        ARENA_TEST(used_attributes_are_kept),
        ARENA_TEST(data_attributes_that_are_read_keep_their_values),
        ARENA_TEST(attributes_of_merged_tags_are_joined),
        ARENA_TEST(describing_nodes_are_listed),
        ARENA_TEST(newer_tags_are_known_by_name),
        ARENA_TEST(tags_have_names_and_traits),
        ARENA_TEST(deep_trees_are_walked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
