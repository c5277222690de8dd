/*
 * Cutting a page into blocks: where it is cut, each block's text, and its counts.
 */
#include "cut_page.h"

/* The texts of a page's blocks, separated by '|'. */
static struct str joined(const struct block_page *page) {
    struct buffer out;
    buffer_init(&out, page->arena);
    for (size_t i = 0; i < page->n_blocks; i++) {
        if (i)
            buffer_append_byte(&out, '|');
        buffer_append(&out, page->blocks[i].text);
    }
    return buffer_str(&out);
}

static void assert_blocks(struct arena *arena, const char *html, const char *want) {
    struct block_page page = cut_html(arena, html);
    assert_str(joined(&page), str_of(want));
}

static void block_level_tags_cut(void **state) {
    ARM((struct arena *)*state);
    assert_blocks(*state, "<div>a<p>b<p>c</p>d</div>e", "a|b|c|d|e");
    assert_blocks(*state, "<ul><li>a<li>b</ul>", "a|b");
    assert_blocks(*state, "<table><tr><td>a<td>b</table>", "a|b");
    assert_blocks(*state, "a<hr>b", "a|b");
    assert_blocks(*state, "<dialog>a</dialog>b", "a|b");
}

static void inline_tags_do_not_cut(void **state) {
    ARM((struct arena *)*state);
    assert_blocks(*state, "<p>a<b>b</b>c <a href=x>d</a><x-y>e</x-y>", "abc de");
    assert_blocks(*state, "<p>a<img src=x>b<wbr>c", "abc");
}

static void breaks(void **state) {
    ARM((struct arena *)*state);
    assert_blocks(*state, "<p>a<br>b", "a\nb");
    assert_blocks(*state, "<p>a <br> b<br>", "a\nb");
    assert_blocks(*state, "<p>a<br> <br>b<br><br><br>c", "a|b|c");
    assert_blocks(*state, "<p>a<br><b>b</b><br>c", "a\nb\nc"); /* text between them: not two in a
                                                                  row */

    struct block_page page = cut_html(*state, "<p>a<br><br>b</p><p>c");
    assert_int_equal(page.blocks[0].flags, 0);
    assert_int_equal(page.blocks[1].flags, BLOCK_AFTER_BREAK);
    assert_int_equal(page.blocks[2].flags, 0);
}

static void hidden_elements_have_no_text(void **state) {
    ARM((struct arena *)*state);
    assert_blocks(*state, "<p>a<script>b</script><style>c</style><svg><text>d</text></svg>e", "ae");
    assert_blocks(*state, "<p>a<select><option>b</select><textarea>c</textarea>d", "ad");
    assert_blocks(*state, "<template><p>a</template><iframe>b</iframe>c", "c");
    assert_blocks(*state, "<title>a</title><p>b", "b");
    assert_blocks(*state, "<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby>", "a");
}

static void pages_without_text_have_no_blocks(void **state) {
    ARM((struct arena *)*state);
    assert_blocks(*state, "", "");
    assert_blocks(*state, "<p> &nbsp; <b>\n</b> &shy;&#x200B;</p><br><br><hr>", "");
}

static void white_space_is_collapsed(void **state) {
    ARM((struct arena *)*state);
    assert_blocks(*state, "<p> \t a \n\r b&nbsp;&nbsp;c&#x3000;d ", "a b c d");
    assert_blocks(*state, "<p>1&#x202F;000&#x2009;km&#x2028;&#x205F;b", "1 000 km b");
    assert_blocks(*state, "<p>a <span> b</span>c", "a bc"); /* also across tags */
    assert_blocks(*state, "<p>a <b> b</b> <a href=x> c</a> d", "a b c d");
    assert_blocks(*state, "<p>a<br> <b> b</b>", "a\nb");
}

/* Soft hyphens, zero-width spaces and the icons of a font are invisible. */
static void invisible_characters_are_dropped(void **state) {
    ARM((struct arena *)*state);
    assert_blocks(*state, "<p>un&shy;seen&#x200B;&#xFEFF; &#xE001;x", "unseen x");
    assert_blocks(*state, "<p>caf\xC3\xA9 \xE2\x80\x9Cq\xE2\x80\x9D \xEF\xBC\x81",
                  "caf\xC3\xA9 \xE2\x80\x9Cq\xE2\x80\x9D \xEF\xBC\x81"); /* these are kept */
}

static void references_are_decoded(void **state) {
    ARM((struct arena *)*state);
    assert_blocks(*state, "<p>a &amp;amp; &lt;b&gt; &eacute; &#8364;",
                  "a &amp; <b> \xC3\xA9 \xE2\x82\xAC");
}

static void preformatted_white_space_is_kept(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, "<pre>\n\n  a\tb \r\n\r\n   c<br>d \n\n</pre>e");
    assert_str(joined(&page), STR("  a\tb \n\n   c\nd|e"));
    assert_int_equal(page.blocks[0].flags, BLOCK_PRE);
    assert_int_equal(page.blocks[0].tag, DOM_PRE);
    assert_int_equal(page.blocks[1].flags, 0);
    assert_int_equal(page.blocks[1].tag, DOM_BODY);
}

static uint8_t flags_of(struct arena *arena, const char *html) {
    struct block_page page = cut_html(arena, html);
    assert_int_equal(page.n_blocks, 1);
    return page.blocks[0].flags;
}

static void hidden_blocks_are_marked(void **state) {
    ARM((struct arena *)*state);
    assert_int_equal(flags_of(*state, "<div hidden><p>a</p></div>"), BLOCK_HIDDEN | BLOCK_UNSEEN);
    assert_int_equal(flags_of(*state, "<p aria-hidden=true>a"), BLOCK_HIDDEN);
    assert_int_equal(flags_of(*state, "<p style='color:red;display : none'>a"),
                     BLOCK_HIDDEN | BLOCK_UNSEEN);
    assert_int_equal(flags_of(*state, "<p style='text-indent:-9999px'>a"), BLOCK_UNSEEN);
    assert_int_equal(flags_of(*state, "<p style='left:-100%'>a"), 0);
    assert_int_equal(flags_of(*state, "<p style='height:0;overflow:hidden'>a"), BLOCK_UNSEEN);
    assert_int_equal(flags_of(*state, "<p style='opacity:0;transform:scale(1)'>a"), 0);
    assert_int_equal(flags_of(*state, "<dialog>a</dialog>"), BLOCK_UNSEEN);
    assert_int_equal(flags_of(*state, "<dialog open>a</dialog>"), 0);
    assert_int_equal(flags_of(*state, "<details>a</details>"), BLOCK_FOLDED);
    assert_int_equal(flags_of(*state, "<details><summary>a</summary></details>"), 0);
    assert_int_equal(flags_of(*state, "<div class=tab-pane hidden>a</div>"),
                     BLOCK_HIDDEN | BLOCK_FOLDED);
    assert_int_equal(flags_of(*state, "<p aria-hidden=false style='display:block'>a"), 0);
    assert_int_equal(flags_of(*state, "<p style='color:none'>a"), 0);
    assert_int_equal(flags_of(*state, "<div hidden></div><p>a"), 0); /* it ends with its element */
    assert_int_equal(flags_of(*state, "<body><noscript><p>a</noscript>"), BLOCK_NOSCRIPT);
}

static void assert_counts(const struct block_counts *got, const struct block_counts *want) {
    assert_int_equal(got->n_chars, want->n_chars);
    assert_int_equal(got->n_words, want->n_words);
    assert_int_equal(got->n_link_chars, want->n_link_chars);
    assert_int_equal(got->n_link_words, want->n_link_words);
    assert_int_equal(got->n_links, want->n_links);
    assert_int_equal(got->n_puncts, want->n_puncts);
    assert_int_equal(got->n_stops, want->n_stops);
    assert_int_equal(got->n_commas, want->n_commas);
    assert_int_equal(got->n_digits, want->n_digits);
    assert_int_equal(got->n_capitals, want->n_capitals);
}

/* One block, whose counts are these. */
static void check_counts(struct arena *arena, const char *html, struct block_counts want) {
    struct block_page page = cut_html(arena, html);
    assert_int_equal(page.n_blocks, 1);
    assert_counts(&page.blocks[0].counts, &want);
}

static void words_are_counted(void **state) {
    ARM((struct arena *)*state);
    /* "Hello," 6 + "big" 3 + "World!" 6 + "42" 2 + "cats." 5 */
    check_counts(*state, "<p>Hello, big World! 42 cats.",
                 (struct block_counts){.n_chars = 22,
                                       .n_words = 5,
                                       .n_puncts = 3,
                                       .n_stops = 2,
                                       .n_commas = 1,
                                       .n_digits = 2,
                                       .n_capitals = 2});
    /* a hyphen separates words, a tag within a word does not */
    check_counts(*state, "<p>well-known w<b>or</b>d snake_case",
                 (struct block_counts){.n_chars = 24, .n_words = 4, .n_puncts = 1});
    check_counts(*state, "<p>a <b>b</b> <i>c</i>",
                 (struct block_counts){.n_chars = 3, .n_words = 3});
    check_counts(*state, "<p>a<br>b", (struct block_counts){.n_chars = 2, .n_words = 2});
    check_counts(*state, "<pre>a b\nc</pre>", (struct block_counts){.n_chars = 3, .n_words = 3});
}

static void links_are_counted(void **state) {
    ARM((struct arena *)*state);
    /* "See:" + "our news" + "now"; an anchor without href is not a link */
    static const char page[] = "<p>See: <a href=x>our ne<b>ws</b></a> now<a name=y></a>";
    check_counts(*state, page,
                 (struct block_counts){.n_chars = 14,
                                       .n_words = 4,
                                       .n_link_chars = 7,
                                       .n_link_words = 2,
                                       .n_links = 1,
                                       .n_puncts = 1,
                                       .n_capitals = 1});
    check_counts(
        *state, "<p>by <a href=x>us</a>",
        (struct block_counts){
            .n_chars = 4, .n_words = 2, .n_link_chars = 2, .n_link_words = 1, .n_links = 1});
    struct block_page cut = cut_html(*state, page);
    assert_near(block_link_density(&cut.blocks[0]), 0.5);
}

static void a_link_may_span_blocks(void **state) {
    ARM((struct arena *)*state);
    struct block_page page =
        cut_html(*state, "<a href=x><div>one two</div><div>three</div></a>four");
    assert_str(joined(&page), STR("one two|three|four"));
    assert_int_equal(page.blocks[0].counts.n_link_words, 2);
    assert_int_equal(page.blocks[1].counts.n_link_words, 1);
    assert_int_equal(page.blocks[2].counts.n_link_words, 0);
}

static void other_scripts_are_counted(void **state) {
    ARM((struct arena *)*state);
    /* six ideographs and kana are three words; the full stop ends a sentence */
    check_counts(
        *state,
        "<p>\xE6\x9D\xB1\xE4\xBA\xAC\xE3\x81\xAF\xE5\xA4\xA7\xE3\x81\x8D\xE3\x81\x84\xE3\x80\x82",
        (struct block_counts){.n_chars = 7, .n_words = 3, .n_puncts = 1, .n_stops = 1});
    /* an odd one forms a word with the next, also across an ideographic comma */
    check_counts(*state, "<p>\xE6\x9D\xB1\xE3\x80\x81\xE4\xBA\xAC\xE5\xA4\xA7",
                 (struct block_counts){.n_chars = 4, .n_words = 1, .n_puncts = 1, .n_commas = 1});
    /* Cyrillic, Greek and Latin-1 capitals */
    check_counts(*state,
                 "<p>\xD0\x9C\xD0\xB8\xD1\x80 \xCE\x91\xCE\xB2 \xC3\x89t\xC3\xA9 \xC3\xA9t\xC3\xA9",
                 (struct block_counts){.n_chars = 11, .n_words = 4, .n_capitals = 3});
    check_counts(*state, "<p>\xC3\xA9t\xC3\xA9 \xC3\x97 \xD0\xB8 \xCE\xB2",
                 (struct block_counts){.n_chars = 6, .n_words = 3}); /* no capitals */
    check_counts(*state, "<p>\xC3\x89t\xC3\xA9 \xC3\x80",
                 (struct block_counts){.n_chars = 4, .n_words = 2, .n_capitals = 2});
    check_counts(*state,
                 "<p>\xC5\x81\xC3\xB3"
                 "d\xC5\xBA", /* a Polish one */
                 (struct block_counts){.n_chars = 4, .n_words = 1, .n_capitals = 1});
    check_counts(*state, "<p>\xCE\x91 \xCE\xA9",
                 (struct block_counts){.n_chars = 2, .n_words = 2, .n_capitals = 2});
    /* curly quotes are punctuation, an emoji is just a character */
    check_counts(*state,
                 "<p>\xE2\x80\x9C"
                 "a\xE2\x80\x9D \xF0\x9F\x98\x80",
                 (struct block_counts){.n_chars = 4, .n_words = 1, .n_puncts = 2});
}

static void densities(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, "<p>five words in one line");
    assert_near(block_text_density(&page.blocks[0]), 5);
    assert_near(block_link_density(&page.blocks[0]), 0);

    /* 40 words of 3 letters: 40 * 3 + 39 bytes; 80 bytes hold 80 / 159 of them */
    struct buffer text;
    buffer_init(&text, *state);
    for (int i = 0; i < 40; i++)
        buffer_append(&text, STR("abc "));
    buffer_append_byte(&text, '\0');
    page = cut_html(*state, text.data);
    assert_near(block_text_density(&page.blocks[0]), 40 * 80 / 159.0);
    assert_near(block_link_density(&(struct block){0}), 0);
}

static void assert_mark(const struct block_page *page, size_t i, uint32_t start, uint32_t end,
                        enum dom_tag tag) {
    const struct block_mark *mark = &page->marks[i];
    assert_int_equal(mark->start, start);
    assert_int_equal(mark->end, end);
    assert_int_equal(page->dom.nodes[mark->node].tag, tag);
}

static void marks_are_ranges_of_text(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_html(
        *state, "<p>ab <b>cd <i>ef</i> </b><a href=x>gh</a><span>ij</span><a>k</a><em></em>");
    assert_str(joined(&page), STR("ab cd ef ghijk"));
    assert_int_equal(page.n_marks, 3);
    assert_int_equal(page.blocks[0].first_mark, 0);
    assert_int_equal(page.blocks[0].n_marks, 3);
    assert_mark(&page, 0, 6, 8, DOM_I); /* in the order in which they end */
    assert_mark(&page, 1, 3, 8, DOM_B);
    assert_mark(&page, 2, 9, 11, DOM_A); /* the space before it is not included */
}

/* An element that continues after a cut formats a range of each block. */
static void marks_are_cut_with_their_blocks(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, "<p>ab<b>cd<br><br>ef</b>gh</p><p>ij<b>k</b>");
    assert_str(joined(&page), STR("abcd|efgh|ijk"));
    assert_int_equal(page.n_marks, 3);
    assert_mark(&page, 0, 2, 4, DOM_B);
    assert_mark(&page, 1, 0, 2, DOM_B);
    assert_mark(&page, 2, 2, 3, DOM_B);
    assert_int_equal(page.blocks[1].first_mark, 1);
    assert_int_equal(page.blocks[1].n_marks, 1);
    assert_int_equal(page.blocks[2].first_mark, 2);
}

/* Where a block ends within elements, those that add nothing to the elements around them have no
 * marks: there may be hundreds of them, in each of thousands of blocks. */
static void marks_within_marks_of_their_kind(void **state) {
    static const struct {
        const char *html;
        size_t n_marks;
    } CASES[] = {
        {"<p>a<sup>b<sup>c<sup>d<br><br>e<br><br>f", 1 + 1 + 3},
        {"<p><b>a<strong>b<i>c<em>d<br><br>e", 2 + 4},
        {"<p><b>a<span>b<strong>c<br><br>d", 1 + 2},
        {"<div><b>a<div><strong>b<br><br>c", 3},    /* not of one block */
        {"<p><b>a<strong>b</strong>c<br><br>d", 3}, /* closed in the block */
        {"<p><b>a<span style='font-weight:bold'>b<br><br>c", 1 + 2},
        {"<p><b>a<span style='font-weight:bold;font-style:italic'>b<br><br>c", 3 + 3},
        {"<p><a href=x>a<span><b>b<br><br>c", 2 + 2},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page = cut_html(*state, CASES[i].html);
        if (page.n_marks != CASES[i].n_marks)
            fail_msg("%s: %zu", CASES[i].html, page.n_marks);
    }
}

/* What is trimmed off preformatted text is also trimmed off its marks. */
static void marks_of_trimmed_text(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, "<pre>\n\n<b>\nab\n</b>c <i>\n</i></pre>");
    assert_str(joined(&page), STR("ab\nc"));
    assert_mark(&page, 0, 0, 3, DOM_B);
}

static void blocks_know_their_nodes(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, "<div>a<b>b</b><p>c</p></div>");
    const struct block *first = &page.blocks[0], *second = &page.blocks[1];
    uint32_t div = find_element(&page.dom, DOM_DIV), p = find_element(&page.dom, DOM_P);
    assert_int_equal(first->node, div);
    assert_int_equal(first->tag, DOM_DIV);
    assert_int_equal(first->first_node, div + 1);
    assert_int_equal(first->end_node, p);
    assert_int_equal(second->node, p);
    assert_int_equal(second->first_node, p + 1);
    assert_int_equal(second->end_node, p + 2);
}

static uint32_t hash_of(struct arena *arena, const char *html) {
    struct block_page page = cut_html(arena, html);
    assert_int_equal(page.n_blocks, 1);
    return page.blocks[0].hash;
}

static void hashes_fold_case_and_punctuation(void **state) {
    ARM((struct arena *)*state);
    uint32_t hash = hash_of(*state, "<p>Read more 7");
    assert_int_equal(hash_of(*state, "<li>READ <b>MORE:</b> 7!"), hash);
    assert_int_not_equal(hash_of(*state, "<p>read more 8"), hash);
    assert_int_not_equal(hash_of(*state, "<p>read"), hash);
}

static void the_first_title_is_read(void **state) {
    ARM((struct arena *)*state);
    struct block_page page =
        cut_html(*state, "<title>\n Cats &amp;  dogs </title><title>no</title>x");
    assert_str(page.title, STR("Cats & dogs"));
    page = cut_html(*state, "<p>x<svg><title>icon</title></svg>");
    assert_null(page.title.at);
    page = cut_html(*state, "<p>x");
    assert_null(page.title.at);
}

static void lines_become_blocks(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = {.arena = *state};
    struct block block;
    assert_true(block_from_line(&page, STR("  One\ttwo, three.\r"), &block));
    assert_str(block.text, STR("One two, three."));
    assert_int_equal(block.tag, DOM_P);
    assert_int_equal(block.counts.n_words, 3);
    assert_int_equal(block.counts.n_commas, 1);
    assert_int_equal(block.hash, hash_of(*state, "<p>one two three"));
    assert_false(block_from_line(&page, STR(" \t\xC2\xA0\r"), &block));
    assert_false(block_from_line(&page, STR(""), &block));
}

static void blocks_that_end_after_a_node(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, "<p>a<p>b<i>c</i><p>d");
    assert_int_equal(page.n_blocks, 3);
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(block_find_ending(&page, page.blocks[i].first_node), i);
        assert_int_equal(block_find_ending(&page, page.blocks[i].end_node - 1), i);
        assert_int_equal(block_find_ending(&page, page.blocks[i].end_node), i + 1);
    }
    assert_int_equal(block_find_ending(&page, 0), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(block_level_tags_cut),
        ARENA_TEST(inline_tags_do_not_cut),
        ARENA_TEST(breaks),
        ARENA_TEST(hidden_elements_have_no_text),
        ARENA_TEST(pages_without_text_have_no_blocks),
        ARENA_TEST(white_space_is_collapsed),
        ARENA_TEST(invisible_characters_are_dropped),
        ARENA_TEST(references_are_decoded),
        ARENA_TEST(preformatted_white_space_is_kept),
        ARENA_TEST(hidden_blocks_are_marked),
        ARENA_TEST(words_are_counted),
        ARENA_TEST(links_are_counted),
        ARENA_TEST(a_link_may_span_blocks),
        ARENA_TEST(other_scripts_are_counted),
        ARENA_TEST(densities),
        ARENA_TEST(marks_are_ranges_of_text),
        ARENA_TEST(marks_are_cut_with_their_blocks),
        ARENA_TEST(marks_within_marks_of_their_kind),
        ARENA_TEST(marks_of_trimmed_text),
        ARENA_TEST(blocks_know_their_nodes),
        ARENA_TEST(hashes_fold_case_and_punctuation),
        ARENA_TEST(the_first_title_is_read),
        ARENA_TEST(lines_become_blocks),
        ARENA_TEST(blocks_that_end_after_a_node),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
