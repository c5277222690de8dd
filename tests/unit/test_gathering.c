/*
 * gathering.c: how values are cleaned and stored, and the text of an element that holds one.
 */
#include "metadata_page.h"

#include "growing_page.h"
#include "lexicon/words.h"
#include "metadata/gathering.h"

static void lines_have_single_spaces(void **state) {
    static const char *const CASES[][2] = {
        {"", ""},
        {"a", "a"},
        {" ", ""},
        {"a b", "a b"},
        {" a b", "a b"},
        {"a b ", "a b"},
        {"a  b", "a b"},
        {"a\nb", "a b"},
        {"a\x01"
         "b",
         "a b"},
        {"a\x1F"
         "b",
         "a b"},
        {"a\x7F"
         "b",
         "a\x7F"
         "b"},
        {"a~b", "a~b"},
        {"\xC3\xA4 \xC3\xB6", "\xC3\xA4 \xC3\xB6"},
        {" \xC3\xA4\xC2\xA0\xE3\x80\x80\xC3\xB6 ", "\xC3\xA4 \xC3\xB6"},
        {"a\xEF\xBB\xBF"
         "b",
         "a b"},
        /* invisible characters join what is around them */
        {"a\xC2\xAD"
         "b",
         "ab"},
        {"a\xE2\x80\x8B"
         "b",
         "ab"},
        {"a\xE2\x81\xA0"
         "b",
         "ab"},
        {"a \xC2\xAD b", "a b"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++)
        assert_str(gathering_line(*state, str_of(CASES[i][0])), str_of(CASES[i][1]));
}

static void markup_is_removed(void **state) {
    static const char *const CASES[][2] = {
        {"a<b>b</b>c", "a b c"},
        {"a<!b>c", "a c"},
        {"a < b", "a < b"},
        {"a <3 b", "a <3 b"},
        {"a<", "a<"},
        {"a</b", "a"},
        {"<b>", ""},
        {"a<b><i>c", "a c"},
        {"a&amp;b", "a&b"},
        {"&lt;b&gt;c", "c"},
        {"&lt;3 c", "<3 c"},
        {"a > b", "a > b"},
        {"a<b>c > d", "a c > d"},
        {"a &amp;amp; b", "a &amp; b"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++)
        assert_str(gathering_clean(*state, str_of(CASES[i][0])), str_of(CASES[i][1]));
}

static void templates_that_were_not_filled_in(void **state) {
    static const struct {
        const char *text;
        bool is_unfilled;
    } CASES[] = {
        {"%a%", true},
        {"a%", false},
        {"%a b", false},
        {"{{", true},
        {"}}", true},
        {"{ }", false},
        {"<%", true},
        {"% <", false},
        {"[object]", false},
        {"[Object Object]", true},
        {"\tnull\n", true},
        {"              null", true},    /* 18 bytes */
        {"               null", true},   /* 19 */
        {"                null", false}, /* 20: no such word, but a text */
        {"LOREM IPSUM", true},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (gathering_is_unfilled(str_of(CASES[i].text)) != CASES[i].is_unfilled)
            fail_msg("%s", CASES[i].text);
}

static void candidates_are_added(void **state) {
    struct gathering *g = arena_alloc_zero(*state, 1, sizeof *g);
    ARM((struct arena *)*state);
    g->arena = *state;
    struct candidate *added = gathering_add(g, CANDIDATE_TITLE, STR(" a  b "), SOURCE_META, 7);
    assert_non_null(added);
    assert_str(added->text, STR("a b"));
    assert_int_equal(added->source, SOURCE_META);
    assert_int_equal(added->rank, 7);
    assert_int_equal(added->node, NOWHERE);
    assert_int_equal(added->block, NOWHERE);
    assert_int_equal(g->of[CANDIDATE_TITLE].n, 1);
    /* no text, no text after cleaning, a template */
    assert_null(gathering_add(g, CANDIDATE_TITLE, STR(""), SOURCE_META, 7));
    assert_null(gathering_add(g, CANDIDATE_TITLE, STR(" "), SOURCE_META, 7));
    assert_null(gathering_add(g, CANDIDATE_TITLE, STR("{{title}}"), SOURCE_META, 7));
    assert_int_equal(g->of[CANDIDATE_TITLE].n, 1);
    /* a description is cleaned when it is used */
    added = gathering_add(g, CANDIDATE_DESCRIPTION, STR(" a  b "), SOURCE_META, 7);
    assert_str(added->text, STR(" a  b "));
    /* the list fills up */
    for (size_t i = 1; i < MAX_CANDIDATES; i++)
        assert_non_null(gathering_add(g, CANDIDATE_TITLE, STR("a"), SOURCE_META, 7));
    assert_null(gathering_add(g, CANDIDATE_TITLE, STR("a"), SOURCE_META, 7));
    assert_int_equal(g->of[CANDIDATE_TITLE].n, MAX_CANDIDATES);
    assert_non_null(gathering_add(g, CANDIDATE_AUTHOR, STR("a"), SOURCE_META, 7));
}

static void lists_of_tags_are_split(void **state) {
    static const struct {
        const char *list;
        size_t n;
        const char *last;
    } CASES[] = {
        {"sea", 1, "sea"},           {"sea,walls", 2, "walls"},     {" sea , walls ,", 2, "walls"},
        {",sea,,walls", 2, "walls"}, {"sea;walls", 1, "sea;walls"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct gathering *g = arena_alloc_zero(*state, 1, sizeof *g);
        g->arena = *state;
        gathering_add_tags(g, str_of(CASES[i].list), SOURCE_META, 7);
        const struct candidates *tags = &g->of[CANDIDATE_TAG];
        assert_int_equal(tags->n, CASES[i].n);
        assert_str(tags->items[0].text, str_of(CASES[i].n > 1 ? "sea" : CASES[i].last));
        assert_str(tags->items[tags->n - 1].text, str_of(CASES[i].last));
    }
}

static void fields_keep_their_value(void **state) {
    struct metadata m = {.lead_block = SIZE_MAX};
    (void)state;
    gathering_set_field(&m, PITH_SITE, STR("a"), SOURCE_META);
    gathering_set_field(&m, PITH_SITE, STR(""), SOURCE_URL);
    assert_str(m.fields[PITH_SITE].text, STR("a"));
    assert_string_equal(m.fields[PITH_SITE].source, "meta");
    assert_null(gathering_value(STR(""), SOURCE_META).source);
    for (int i = 0; i < N_SOURCES; i++)
        assert_non_null(gathering_source_name((enum metadata_source)i));
}

static void languages_include_english(void **state) {
    struct gathering g = {.hints.languages = words_languages(STR("de"))};
    (void)state;
    assert_int_equal(gathering_languages(&g),
                     words_languages(STR("de")) | words_languages(STR("en")));
}

/* ---- the text of an element ---- */

static struct str text_of_x(struct arena *arena, struct str html, size_t max) {
    struct block_page page;
    struct metadata metadata;
    struct gathering g = {.arena = arena, .page = &page};
    read_html(arena, html, &page, &metadata);
    for (uint32_t i = 0; i < page.dom.n_nodes; i++)
        if (page.dom.nodes[i].kind == DOM_ELEMENT &&
            str_equals(dom_attribute(&page.dom.nodes[i], DOM_ATTR_ID), STR("x")))
            return gathering_element_text(&g, i, max, STR(" ; "));
    fail_msg("no element");
    return STR_NONE;
}

static void parts_of_an_element_are_set_apart(void **state) {
    static const struct {
        const char *html, *text;
    } CASES[] = {
        {"<p id=x>Jane Doe", "Jane Doe"},
        {"<p id=x> Jane\n Doe ", "Jane Doe"},
        {"<p id=x>Jane &amp; Ann", "Jane & Ann"},
        {"<p id=x>", ""},
        {"<p id=x>Jane</p>Ann", "Jane"},
        /* children, blocks, links, breaks */
        {"<p id=x>Jane <b>Ann</b>", "Jane ; Ann"},
        {"<p id=x><i>Jane <u>Ann</u></i>", "; Jane Ann"},
        {"<p id=x><i>Jane <a href=/>Ann</a></i>", "; Jane ; Ann"},
        {"<p id=x><i>Jane<br>Ann</i>", "; Jane ; Ann"},
        {"<div id=x><b>Jane <div>Ann</div></b></div>", "; Jane ; Ann"},
        /* elements of one kind side by side */
        {"<p id=x><i><u>Jane</u> <u>Ann</u></i>", "; Jane ; Ann"},
        {"<p id=x><i><u>Jane</u> <s>Ann</s></i>", "; Jane Ann"},
        {"<p id=x><i><u>Jane</u> <s>and</s> <u>Ann</u></i>", "; Jane and Ann"},
        {"<p id=x><i><u>Jane</u></i><b><u>Ann</u></b>", "; Jane ; Ann"},
        /* what is not shown, and links to sections */
        {"<p id=x><i>Jane <script>x</script>Ann</i>", "; Jane Ann"},
        {"<p id=x>Jane <a href=/tag/sea>Sea</a>", "Jane"},
        {"<p id=x>Jane <a rel=tag href=/sea>Sea</a>.", "Jane ."},
        {"<p id=x>Jane <a href=/tag/sea>Sea</a><i>Ann</i>", "Jane ; Ann"},
        /* texts that touch */
        {"<p id=x><i>Jane<u>archive</u></i>", "; Jane ; archive"},
        {"<p id=x><i>Jane <u>archive</u></i>", "; Jane archive"},
        {"<p id=x><i>Jane<u> archive</u></i>", "; Jane archive"},
        {"<p id=x><i>Jane<u>(archive)</u></i>", "; Jane(archive)"},
        {"<p id=x><i>Jane:<u>archive</u></i>", "; Jane:archive"},
        {"<p id=x><i>B J<u>ane</u></i>", "; B Jane"}, /* a drop cap */
        {"<p id=x><i>Jan\xC3\xA9<u>archive</u></i>", "; Jan\xC3\xA9 ; archive"},
        {"<p id=x><i>Jane<u>\xC3\xA9lan</u></i>", "; Jane ; \xC3\xA9lan"},
        {"<p id=x><i>Jane<!-- x -->archive</i>", "; Janearchive"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str text = text_of_x(*state, str_of(CASES[i].html), 200);
        if (!str_equals(text, str_of(CASES[i].text)))
            fail_msg("%s: \"%.*s\"", CASES[i].html, (int)text.len, text.at);
    }
}

/* A long text is not a value. */
static void long_elements_have_no_text(void **state) {
    static const struct {
        const char *repeated;
        size_t n, max, len;
    } CASES[] = {
        {"x", 20, 20, 20},      {"x", 21, 20, 0},
        {" ", 318, 20, 3}, /* white space does not count, up to sixteen times the text */
        {" ", 319, 20, 0},      {"<i> </i>", 60, 20, 0},
        {"&#65;", 20, 20, 20}, /* a reference is one character */
        {"&#65;", 21, 20, 0},   {"<i>x</i>", 4, 20, 15},
        {"<i>x</i>", 6, 20, 0},
    };
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct page html = {0};
        ARM((struct arena *)*state);
        add(&html, CASES[i].repeated[0] == ' ' ? "<pre id=x>y" : "<p id=x>");
        add_times(&html, CASES[i].repeated, CASES[i].n);
        add(&html, CASES[i].repeated[0] == ' ' ? "y" : "");
        struct str text = text_of_x(*state, (struct str){html.at, html.len}, CASES[i].max);
        size_t len = text.len;
        free(html.at);
        if (len != CASES[i].len)
            fail_msg("%s %zu: %zu", CASES[i].repeated, CASES[i].n, len);
    }
}

/* Deep down, elements of one kind are no longer told apart. */
static void levels_have_a_limit(void **state) {
    static const struct {
        size_t depth;
        const char *text;
    } CASES[] = {{14, "; Jane ; Ann"}, {15, "; Jane Ann"}};
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct page html = {0};
        ARM((struct arena *)*state);
        add(&html, "<p id=x>");
        add_times(&html, "<i>", CASES[i].depth);
        add(&html, "<u>Jane</u> <u>Ann</u>");
        struct str text = text_of_x(*state, (struct str){html.at, html.len}, 200);
        bool is_equal = str_equals(text, str_of(CASES[i].text));
        free(html.at);
        if (!is_equal)
            fail_msg("%zu", CASES[i].depth);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(lines_have_single_spaces),
        ARENA_TEST(markup_is_removed),
        cmocka_unit_test(templates_that_were_not_filled_in),
        ARENA_TEST(candidates_are_added),
        ARENA_TEST(lists_of_tags_are_split),
        cmocka_unit_test(fields_keep_their_value),
        cmocka_unit_test(languages_include_english),
        ARENA_TEST(parts_of_an_element_are_set_apart),
        ARENA_TEST(long_elements_have_no_text),
        ARENA_TEST(levels_have_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
