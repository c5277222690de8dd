/*
 * Where blocks are cut, at the edges: empty elements, breaks in a row, signs in cells, elements
 * that are hidden within a line or that the caller chose, and text whose white space is kept.
 */
#include "cut_page.h"

#include "page/choice.h"
#include "page/preformatted.h"
#include "page/text_count.h"

/* The texts of the blocks, separated by '|', each followed by its flags unless they are 0; line
 * breaks are written as '/'. */
static struct str described(const struct block_page *page) {
    struct buffer out;
    buffer_init(&out, page->arena);
    for (size_t i = 0; i < page->n_blocks; i++) {
        if (i)
            buffer_append_byte(&out, '|');
        struct str text = page->blocks[i].text;
        for (size_t k = 0; k < text.len; k++)
            buffer_append_byte(&out, text.at[k] == '\n' ? '/' : text.at[k]);
        if (page->blocks[i].flags) {
            buffer_append_byte(&out, '=');
            buffer_append_number(&out, page->blocks[i].flags);
        }
    }
    return buffer_str(&out);
}

static void check(void **state, const char *const (*cases)[2], size_t n) {
    volatile size_t n_wrong = 0;
    ARM((struct arena *)*state);
    for (size_t i = 0; i < n; i++) {
        struct block_page page = cut_html(*state, cases[i][0]);
        struct str got = described(&page);
        if (str_equals(got, str_of(cases[i][1])))
            continue;
        print_message("%s: \"%.*s\", not \"%s\"\n", cases[i][0], (int)got.len, got.at, cases[i][1]);
        n_wrong++;
    }
    assert_int_equal(n_wrong, 0);
}

#define CHECK(cases) check(state, cases, N_OF(cases))

static void breaks(void **state) {
    static const char *const CASES[][2] = {
        {"<p><br><br>a", "a"}, /* nothing is before them */
        {"<p>a<br><br>", "a"},
        {"<p>a<br><br>b", "a|b=8"},
        {"<p>a<br>b<br>c", "a/b/c"},
        {"<p>a<br><br><br><br>b", "a|b=8"},
        {"<p>a<br><br><b></b><br>b<br>c", "a|b/c=8"},
        {"<p>a<br><img src=x><br>b", "a|b=8"},
        {"<p>a<br><br>b<p>c", "a|b=8|c"},
        {"<p>a<br><br><p>b<p>c", "a|b=8|c"},
        {"<p>a<hr>b<br><br>c", "a|b|c=8"},
        {"<pre>a<br><br>b</pre>", "a//b=4"},
        {"<div>a<hr><hr>b</div>", "a|b"},
    };
    CHECK(CASES);
}

static void flags_end_with_their_element(void **state) {
    static const char *const CASES[][2] = {
        {"<div hidden>a<p>b</p></div>c", "a=65|b=65|c"},
        {"<body>a<noscript><p>b</p></noscript><p>c", "a|b=2|c"},
        {"<details><summary>a</summary><p>b</details>c", "a|b=32|c"},
        {"<details><p>b<summary>a</summary>d</details>c", "b=32|a|d=32|c"},
        {"<details open><summary>a</summary>b</details>", "a|b"},
        {"<pre>a</pre>b", "a=4|b"},
        {"<p>a<span hidden>b</span>c", "ac"},
        {"<p>a<span style='display:none'>b</span>c", "ac"},
        {"<p>a<span aria-hidden=true>b</span>c", "abc"},
        {"<p>a<x-y hidden>b</x-y>c", "abc"},
        {"<p>a<div hidden>b</div>c", "a|b=65|c"},
    };
    CHECK(CASES);
}

#define SIGN "<i class=fa-check></i>"
#define YES "\xE2\x9C\x93"

static void signs_in_cells(void **state) {
    static const char *const CASES[][2] = {
        {"<table><tr><td>a<td>" SIGN "</table>", "a|" YES},
        {"<table><tr><th>a<td>" SIGN "<td>" SIGN "</table>", "a|" YES "|" YES},
        {"<table><tr><td>a<td>b" SIGN "</table>", "a|b"},
        {"<table><tr><td>" SIGN "<td>a</table>", "a"}, /* it may be layout */
        {"<table><tr><td>a<tr><td>" SIGN "</table>", "a"},
        {"<p>a<table><tr><td>" SIGN "</table>", "a"},
        {"<table><tr><td>" SIGN "</table>", ""},
        {"<table><tr><td>a<th>" SIGN "</table>", "a"},
        {"<table><tr><td>a<td><p>" SIGN "</table>", "a|" YES},
        {"<table><tr><td>a<td><i></i></table>", "a"},
        {"<pre><table><tr><td>a<td>" SIGN "</table></pre>", "a=4"},
    };
    CHECK(CASES);
}

static void signs_have_counts_and_nodes(void **state) {
    ARM((struct arena *)*state);
    struct block_page page =
        cut_html(*state, "<table><tr><td>a<td><i title='Not in it'></i><td>b</table>");
    assert_int_equal(page.n_blocks, 3);
    const struct block *sign = &page.blocks[1];
    assert_str(sign->text, STR("Not in it"));
    assert_int_equal(sign->counts.n_words, 3);
    assert_int_equal(sign->counts.n_link_words, 0);
    assert_int_equal(sign->tag, DOM_TD);
    assert_int_equal(sign->first_node, find_element(&page.dom, DOM_I));
    assert_int_equal(sign->end_node, page.dom.nodes[sign->node].end);
}

/* The blocks of a page with the caller's choice of elements. */
static struct str cut_with(struct arena *arena, const char *html, const char *drop,
                           const char *keep) {
    struct choice choice;
    struct selector_fault fault;
    assert_null(choice_read(drop, keep, &choice, &fault));
    struct prescan_limits limits = {512, 256, choice_attributes(&choice)};
    struct prescan scan;
    struct block_page page = {.arena = arena};
    prescan_page(arena, str_of(html), limits, &scan);
    dom_parse(arena, &scan, &page.dom);
    choice_apply(&choice, &page);
    block_cut(&page);
    return described(&page);
}

static void chosen_elements(void **state) {
    ARM((struct arena *)*state);
    static const char html[] = "<p>a<span class=x hidden>b</span>c<div id=cookie-bar class=y>d"
                               "</div><div class=z>e</div>";
    assert_str(cut_with(*state, html, NULL, NULL), STR("ac|e"));
    assert_str(cut_with(*state, html, NULL, ".x"), STR("abc|e"));
    assert_str(cut_with(*state, html, NULL, ".y"), STR("ac|d|e"));
    assert_str(cut_with(*state, html, ".z", NULL), STR("ac"));
    assert_str(cut_with(*state, html, ".z", ".x, .y"), STR("abc|d"));
    assert_str(cut_with(*state, html, "p", NULL), STR("e"));
}

static void choices_are_read(void **state) {
    (void)state;
    struct choice choice;
    struct selector_fault fault;
    assert_null(choice_read(NULL, NULL, &choice, &fault));
    assert_false(choice.is_made);
    assert_null(choice_attributes(&choice));
    assert_null(choice_attributes(NULL));
    assert_string_equal(choice_read("p[", ".a", &choice, &fault), "drop");
    assert_string_equal(choice_read(".a", "p[", &choice, &fault), "keep");
    assert_null(choice_read("p", NULL, &choice, &fault));
    assert_true(choice.is_made);
    assert_int_equal(choice.keep.n_compounds, 0);
    assert_null(choice_attributes(&choice)); /* it reads no other attributes */
    assert_null(choice_read(NULL, "[data-x]", &choice, &fault));
    assert_true(choice.is_made);
    assert_int_equal(choice.drop.n_compounds, 0);
    assert_ptr_equal(choice_attributes(&choice), &choice.names);
}

static void white_space_that_is_kept(void **state) {
    static const char *const CASES[][2] = {
        {"a\r\nb", "a\nb"},
        {"a\rb\n\rc", "a\nb\n\nc"},
        {"a\xE2\x80\xA8"
         "b\xE2\x80\xA9"
         "c",
         "a\nb\nc"}, /* line and paragraph separators */
        {"a\xE2\x80\xA7"
         "b",
         "a\xE2\x80\xA7"
         "b"},
        {"a\xC2\xA0 b", "a  b"},
        {"a\tb\vc", "a\tb c"},
        {"a\xE2\x80\xAE"
         "b",
         "a b"}, /* an override of direction */
        {"a\xF3\xA0\x81\xA1"
         "b",
         "ab"}, /* a tag without a flag */
        {"\xE4\xB8\xAD\xF0\x9F\x98\x80", "\xE4\xB8\xAD\xF0\x9F\x98\x80"},
        {"", ""},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct buffer out;
        buffer_init(&out, *state);
        buffer_append(&out, STR("x"));
        preformatted_append(&out, str_of(CASES[i][0]));
        assert_str(str_between(buffer_str(&out), 1, out.len), str_of(CASES[i][1]));
    }
}

static void empty_lines_are_trimmed(void **state) {
    static const char *const CASES[][2] = {
        {"a", "a"},        {"  a  ", "  a"},       {"\n\n  a\n b \n\n", "  a\n b"},
        {" \n\t\na", "a"}, {"\n  \n\ta\n", "\ta"}, {" \n ", ""},
        {"", ""},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        assert_str(preformatted_trim(str_of(CASES[i][0])), str_of(CASES[i][1]));
}

/* A mark ends where the text does, and begins no earlier. */
static void marks_of_trimmed_text(void **state) {
    static const struct {
        const char *html;
        uint32_t start, end;
    } CASES[] = {
        {"<pre>a<b>b\n\n</b></pre>", 1, 2},
        {"<pre>\n\n<b>\nab</b>c</pre>", 0, 2},
        {"<pre>\n\n\n<b>ab</b>\n</pre>", 0, 2},
        {"<pre>ab<b>\n\n</b></pre>", 2, 2},
        {"<p>a <b>b </b>", 2, 3},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page = cut_html(*state, CASES[i].html);
        assert_int_equal(page.n_marks, 1);
        if (page.marks[0].start != CASES[i].start || page.marks[0].end != CASES[i].end)
            fail_msg("%s: %u, %u", CASES[i].html, page.marks[0].start, page.marks[0].end);
    }
}

/* Signs that end a sentence or separate its parts, in other scripts. */
static void signs_of_other_scripts(void **state) {
    static const struct {
        const char *sign;
        uint32_t n_stops, n_commas;
    } CASES[] = {
        {"\xE3\x80\x82", 1, 0}, {"\xEF\xBC\x81", 1, 0}, {"\xEF\xBC\x9F", 1, 0},
        {"\xE0\xA5\xA4", 1, 0}, {"\xD8\x9F", 1, 0},     {"\xDB\x94", 1, 0},
        {"\xE2\x80\xA6", 1, 0}, {"\xD8\x8C", 0, 1},     {"\xE3\x80\x81", 0, 1},
        {"\xEF\xBC\x8C", 0, 1}, {"\xE2\x80\x94", 0, 0}, {"\xC2\xAB", 0, 0},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        for (int in_link = 0; in_link < 2; in_link++) {
            struct text_counter counter;
            text_count_init(&counter, *state);
            text_count(&counter, STR("a"), false);
            text_count(&counter, str_of(CASES[i].sign), in_link);
            text_count(&counter, STR("b"), false);
            assert_int_equal(counter.counts.n_chars, 3);
            assert_int_equal(counter.counts.n_link_chars, in_link);
            assert_int_equal(counter.counts.n_words, 2);
            assert_int_equal(counter.counts.n_link_words, 0);
            assert_int_equal(counter.counts.n_puncts, 1);
            assert_int_equal(counter.counts.n_stops, CASES[i].n_stops);
            assert_int_equal(counter.counts.n_commas, CASES[i].n_commas);
        }
    }
}

/* Letters continue a word, ideographs and other signs do not. */
static void words_of_other_scripts(void **state) {
    static const struct {
        const char *text;
        uint32_t n_chars, n_words, n_capitals;
    } CASES[] = {
        {"a\xC3\xA9", 2, 1, 0},
        {"\xC3\xA9"
         "a",
         2, 1, 0},
        {"\xC3\x89"
         "A",
         2, 1, 1},
        {"a\xC3\x89", 2, 1, 0}, /* a capital within a word */
        {"a\xC2\xA0"
         "b",
         2, 2, 0},
        {"a\xE3\x80\x80"
         "b",
         2, 2, 0},
        {"\xC3\xA9\xC2\xA0\xC3\xA9", 2, 2, 0},
        {"a\xF0\x9F\x98\x80"
         "b",
         3, 2, 0},
        {"\xC3\xA9\xF0\x9F\x98\x80\xC3\xA9", 3, 2, 0},
        {"a\xE3\x81\x82\xE3\x81\x82"
         "b",
         4, 3, 0}, /* two kana are a word */
        {"a\xE3\x81\x82"
         "b\xE3\x81\x82"
         "c",
         5, 4, 0},
        {"\xC3\xA9\xE4\xB8\xAD\xC3\xA9", 3, 2, 0}, /* a Han character alone */
        {"\xE4\xB8\xAD\xE3\x81\x82", 2, 1, 0},
        {"\xE3\x81\x82\xE4\xB8\xAD", 2, 1, 0},
        {"\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\xE3\x81\x82", 4, 2, 0},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        for (int in_link = 0; in_link < 2; in_link++) {
            struct text_counter counter;
            text_count_init(&counter, *state);
            text_count(&counter, str_of(CASES[i].text), in_link);
            const struct block_counts *n = &counter.counts;
            if (n->n_chars != CASES[i].n_chars || n->n_words != CASES[i].n_words ||
                n->n_capitals != CASES[i].n_capitals ||
                n->n_link_chars != (in_link ? n->n_chars : 0) ||
                n->n_link_words != (in_link ? n->n_words : 0))
                fail_msg("%s: %u, %u, %u", CASES[i].text, n->n_chars, n->n_words, n->n_capitals);
        }
    }
}

/* The first block at or after each node, found one by one. */
static void blocks_are_found_from_nodes(void **state) {
    static const char *const PAGES[] = {"", "<p>a", "<p>a<p>b", "<ul><li>a<li>b<li></ul><p>c<p>d",
                                        "<p>a<b>b</b><p>c<p>d<p>e<p>f<p>g<p>h"};
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(PAGES); i++) {
        struct block_page page = cut_html(*state, PAGES[i]);
        for (uint32_t node = 0; node <= page.dom.n_nodes; node++) {
            uint32_t want = 0;
            while (want < page.n_blocks && page.blocks[want].first_node < node)
                want++;
            assert_int_equal(block_find_from(&page, node), want);
        }
    }
}

static void text_density_of_a_line(void **state) {
    (void)state;
    struct block block = {.text = {NULL, 80}, .counts = {.n_words = 20}};
    assert_near(block_text_density(&block), 20);
    block.text.len = 81;
    assert_near(block_text_density(&block), 20 * 80 / 81.0);
    block.text.len = 160;
    assert_near(block_text_density(&block), 10);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(breaks),
        ARENA_TEST(flags_end_with_their_element),
        ARENA_TEST(signs_in_cells),
        ARENA_TEST(signs_have_counts_and_nodes),
        ARENA_TEST(chosen_elements),
        cmocka_unit_test(choices_are_read),
        ARENA_TEST(white_space_that_is_kept),
        cmocka_unit_test(empty_lines_are_trimmed),
        ARENA_TEST(marks_of_trimmed_text),
        ARENA_TEST(signs_of_other_scripts),
        ARENA_TEST(words_of_other_scripts),
        ARENA_TEST(blocks_are_found_from_nodes),
        cmocka_unit_test(text_density_of_a_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
