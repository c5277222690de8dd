/* text.c, and the rules of the body tree as text shows them: which elements are kept and which are
 * layout. */
#include "render_page.h"

static void paragraphs_are_separated_by_an_empty_line(void **state) {
    static const struct render_case CASES[] = {
        {"<p>One<p>Two", "One\n\nTwo"},
        {"<p>One<p>DROP<p>Two", "One\n\nTwo"},
        {"<p>One<br>and a half<br><br>Two", "One\nand a half\n\nTwo"},
        {"<p>End<br><b> </b>", "End"},
        {"<p>DROP", ""},
        {"", ""},
    };
    CHECK_RENDER(state, CASES, render_text, 0);
}

static void items_of_a_tight_list_are_lines(void **state) {
    static const struct render_case CASES[] = {
        {"<p>Head<ul><li>One<li><p>Two</p></ul><p>Tail", "Head\n\nOne\nTwo\n\nTail"},
        {"<ul><li>One<ul><li>Two<li>Three</ul><li>Four</ul>", "One\nTwo\nThree\nFour"},
        {"<ul><li>One<ul><li>Two</ul></ul><ol><li>Three</ol>", "One\nTwo\n\n1. Three"},
        {"<ol start=4><li>One<li value=9>Two</ol>", "4. One\n9. Two"},
        {"<ol reversed><li>One<li>DROP<li>Two</ol>", "3. One\n1. Two"},
        {"<ul><li><input type=checkbox checked>One<li><input type=checkbox>Two</ul>",
         "\u2611 One\n\u2610 Two"},
        {"<ul><li>One<li><p>Two<p>Three</ul>", "One\n\nTwo\n\nThree"},
        {"<ul><li>One<ul><li>Two</ul>Three<li>Four</ul>", "One\n\nTwo\n\nThree\n\nFour"},
        {"<ul><ul><li>One</ul><li>Two</ul>", "One\nTwo"},
        {"<dl><dt>One<dd>Two<dt>Three<dd>Four</dl>", "One\nTwo\nThree\nFour"},
    };
    CHECK_RENDER(state, CASES, render_text, 0);
}

static void lists_of_cards_are_layout(void **state) {
    static const struct render_case CASES[] = {
        {"<ul><li><h3>One</h3>Text<li><h3>Two</h3>Text</ul>", "One\n\nText\n\nTwo\n\nText"},
        {"<ul><li><p>1<p>2<p>3<p>4<li><p>5<p>6<p>7<p>8</ul>",
         "1\n\n2\n\n3\n\n4\n\n5\n\n6\n\n7\n\n8"},
        {"<ul>One<li>Two<li>Three</ul>", "One\n\nTwo\n\nThree"},
        {"<div><li>One<li>Two</div>", "One\n\nTwo"},
        {"<dl><dd>One<dd>Two</dl>", "One\n\nTwo"},
    };
    CHECK_RENDER(state, CASES, render_text, 0);
}

static void rows_are_lines_and_cells_are_tabbed(void **state) {
    static const struct render_case CASES[] = {
        {"<table><tr><th>A<th>B<tr><td>1<td>2</table>", "A\tB\n1\t2"},
        {"<table><caption>C</caption><tr><th>A<th>B<tr><td>1<td>2</table>", "C\n\nA\tB\n1\t2"},
        {"<table><tr><th>A<th>B<th>C<tr><td>1<td><td>3<tr><td>4<td>DROP<td>6</table>",
         "A\tB\tC\n1\t\t3\n4\t\t6"},
        {"<table><tr><th colspan=2>A<th>C<tr><td>1<td>2<td>3</table>", "A\t\tC\n1\t2\t3"},
        {"<table><tr><td>A<br>a<td><p>B<p>b<tr><td>1<td><ul><li>2<li>3</ul></table>",
         "A a\tB b\n1\t2 3"},
    };
    CHECK_RENDER(state, CASES, render_text, 0);
}

static void tables_of_layout_are_paragraphs(void **state) {
    static const struct render_case CASES[] = {
        {"<table><tr><td>One<td>Two</table>", "One\n\nTwo"},
        {"<table><tr><td>One<tr><td>Two</table>", "One\n\nTwo"},
        {"<table><tr><td><h2>A</h2><td>B<tr><td>1<td>2</table>", "A\n\nB\n\n1\n\n2"},
        {"<table><tr><td>Out<td>side<tr><td>A<td><table><tr><td>1<td>2<tr><td>3<td>4</table></"
         "table>",
         "Out\n\nside\n\nA\n\n1\t2\n3\t4"},
        {"<table><tr><td colspan=500>A<td>B<tr><td>1<td>2</table>", "A\n\nB\n\n1\n\n2"},
    };
    CHECK_RENDER(state, CASES, render_text, 0);
}

static void white_space_of_code_is_kept(void **state) {
    static const struct render_case CASES[] = {
        {"<p>A<pre>\n  if x:\n\n    y\n</pre><p>B", "A\n\n  if x:\n\n    y\n\nB"},
        {"<pre><div>a</div><div> b</div></pre>", "a\n b"},
    };
    CHECK_RENDER(state, CASES, render_text, 0);
}

static void superscripts_are_endings_exponents_or_signs(void **state) {
    static const struct render_case CASES[] = {
        {"<p>The 1<sup>st</sup> of May.", "The 1st of May."},
        {"<p>Le 1<sup>e</sup> mai.", "Le 1e mai."},
        {"<p>M<sup>a</sup> Luz, N<sup>o</sup> 5 and n<sup>o</sup> 6.", "Ma Luz, No 5 and no 6."},
        {"<p>It is x<sup>e</sup> here.", "It is x\xE1\xB5\x89 here."},
        {"<p>It is 10<sup>9</sup>.", "It is 10\xE2\x81\xB9."},
    };
    CHECK_RENDER(state, CASES, render_text, 0);
}

static void links_are_footnotes(void **state) {
    static const struct render_case CASES[] = {
        {"<p>See <a href=b>the b</a>, <a href='javascript:x'>x</a> or <a href=//c.example>c</a>.",
         "See the b [1], x or c [2].\n\n[1] https://example.org/a/b\n[2] https://c.example"},
        {"<p>No <a>link</a>.", "No link."},
        {"<base href=/z/><p><a href=b>b</a>", "b [1]\n\n[1] https://example.org/z/b"},
    };
    CHECK_RENDER(state, CASES, render_text, PITH_KEEP_LINKS);
}

static void links_are_text_without_the_flag(void **state) {
    static const struct render_case CASES[] = {{"<p>See <a href=b>the b</a>.", "See the b."}};
    CHECK_RENDER(state, CASES, render_text, 0);
}

static void images_of_the_body_are_kept(void **state) {
    static const struct render_case CASES[] = {
        {"<img src=0.png><p>A<img src=1.png alt=' An\n x '><p>B</p><img src=2.png>",
         "A\n\n[Image: An x]\n\nB"},
        {"<p>A<div><img src=1.png></div><p>B", "A\n\n[Image]\n\nB"},
        {"<p>A<figure><a href=x><img src=1.png alt=x></a><figcaption>DROP cap</figcaption></figure>"
         "<p>B",
         "A\n\n[Image: x]\nDROP cap\n\nB"},
        {"<p>A<figure><img src=1.png><figcaption>Kept</figcaption></figure><p>B",
         "A\n\n[Image]\nKept\n\nB"},
        {"<p>A<div class=wp-caption><img src=1.png><p class=wp-caption-text>DROP 1</p></div><p>B",
         "A\n\n[Image]\nDROP 1\n\nB"},
        {"<ul><li>A<img src=1.png><li>B</ul>", "A\n\n[Image]\n\nB"},
        {"<p>A<img src=1.png><noscript><img src=1.png></noscript><p>B", "A\n\n[Image]\n\nB"},
    };
    CHECK_RENDER(state, CASES, render_text, PITH_KEEP_IMAGES);
}

#define NINE " a b c d e f g h i"
#define CAPTION_79 "DROP" NINE NINE NINE NINE NINE NINE NINE NINE " a b c d e f"
#define FIGURE(caption)                                                                            \
    "<p>A<figure><img src=1.png><figcaption>" caption "</figcaption></figure><p>B"

/* Anything longer than 80 words is a separate text. */
static void captions_have_a_length(void **state) {
    static const struct render_case CASES[] = {
        {FIGURE(CAPTION_79 " g"), "A\n\n[Image]\n" CAPTION_79 " g\n\nB"},
        {FIGURE(CAPTION_79 " g h"), "A\n\nB"},
    };
    CHECK_RENDER(state, CASES, render_text, PITH_KEEP_IMAGES);
}

static void images_that_lead_away_or_say_nothing_are_not(void **state) {
    static const struct render_case CASES[] = {
        {"<p>A<div><a href=x><img src=1.png></a><h3><a href=x>DROP Read</a></h3></div><p>B",
         "A\n\nB"},
        {"<p>A <img class=emoji src=1.png alt=x> a<p>B", "A a\n\nB"},
        {"<p>A<img src=/img/spacer.gif><img src='data:image/gif;base64,x'><img><p>B", "A\n\nB"},
        {"<p>A<div><div><div><div><div><div><div><div><div><div><div><div><img "
         "src=1.png></div></div></div></div></div></div></div></div></div></div></div></div><p>B",
         "A\n\nB"},
    };
    CHECK_RENDER(state, CASES, render_text, PITH_KEEP_IMAGES);
}

static void images_in_cells_are_not_on_lines_of_their_own(void **state) {
    static const struct render_case CASES[] = {
        {"<table><tr><td>A<img src=1.png><td>B<tr><td>C<td>D</table>", "A [Image]\tB\nC\tD"},
        {"<table><tr><td>A<td>B<tr><td><img src=1.png><td>D</table>", "A\tB\n[Image]\tD"},
        {"<table><tr><td>A<img src=1.png width=20 height=20><td>B<tr><td>C<td>D</table>",
         "A\tB\nC\tD"},
    };
    CHECK_RENDER(state, CASES, render_text, PITH_KEEP_IMAGES);
}

static void images_are_left_out_without_the_flag(void **state) {
    static const struct render_case CASES[] = {{"<p>A<img src=1.png alt=x><p>B", "A\n\nB"}};
    CHECK_RENDER(state, CASES, render_text, 0);
}

static struct block line(const char *text, uint8_t flags) {
    return (struct block){.text = {text, strlen(text)}, .tag = DOM_P, .flags = flags};
}

static void lines_of_a_dump_stay_together(void **state) {
    struct block blocks[] = {line("One", 0), line("two", BLOCK_LINE_BREAK), line("DROP", 0),
                             line("three", BLOCK_LINE_BREAK)};
    struct block_page page = {.arena = *state, .blocks = blocks, .n_blocks = 4};
    ARM((struct arena *)*state);
    assert_str(rendered(&page, render_text, PITH_KEEP_IMAGES), STR("One\ntwo\n\nthree"));
    assert_str(rendered(&page, render_markdown, 0), STR("One\\\ntwo\n\nthree"));
    assert_str(rendered(&page, render_html, 0), STR("<p>One<br>\ntwo</p>\n<p>three</p>\n"));
    assert_str(rendered(&page, render_comments, 0), STR(""));
}

/* Rules cut off what is not body at a block's ends. */
static void text_cut_from_a_block_is_left_out(void **state) {
    struct block_page page = {.arena = *state};
    struct metadata metadata = {.lead_block = SIZE_MAX};
    struct selection selection;
    ARM((struct arena *)*state);
    dom_parse_plain(page.arena, STR("<p>LONDON - <b>The</b> <b>text</b>. More"), &page.dom);
    block_cut(&page);
    keep_blocks(&page, &selection);
    selection.text[0] = str_between(selection.text[0], STR("LONDON - T").len,
                                    selection.text[0].len - STR("xt. More").len);
    struct render_source source = {&page, &metadata, &selection, STR_NONE, 0, NULL, NULL};
    struct body_tree body;
    body_tree_build(&source, &body);
    struct buffer text, markdown;
    buffer_init(&text, page.arena);
    buffer_init(&markdown, page.arena);
    render_text(&body, &text);
    render_markdown(&body, &markdown);
    assert_str(buffer_str(&text), STR("he te"));
    assert_str(buffer_str(&markdown), STR("**he** **te**"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(paragraphs_are_separated_by_an_empty_line),
        ARENA_TEST(items_of_a_tight_list_are_lines),
        ARENA_TEST(lists_of_cards_are_layout),
        ARENA_TEST(rows_are_lines_and_cells_are_tabbed),
        ARENA_TEST(tables_of_layout_are_paragraphs),
        ARENA_TEST(white_space_of_code_is_kept),
        ARENA_TEST(superscripts_are_endings_exponents_or_signs),
        ARENA_TEST(links_are_footnotes),
        ARENA_TEST(links_are_text_without_the_flag),
        ARENA_TEST(images_of_the_body_are_kept),
        ARENA_TEST(captions_have_a_length),
        ARENA_TEST(images_that_lead_away_or_say_nothing_are_not),
        ARENA_TEST(images_in_cells_are_not_on_lines_of_their_own),
        ARENA_TEST(images_are_left_out_without_the_flag),
        ARENA_TEST(lines_of_a_dump_stay_together),
        ARENA_TEST(text_cut_from_a_block_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
