/*
 * The features of a block, each computed by hand.
 */
#include "measured_page.h"

#include "score/feature_parts.h"

static void block_itself(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(*state, "<h2>One two: <b>three</b></h2>"
                                        "<p>4 cats, 2 dogs...</p><pre>x\ny</pre>");
    ASSERT_FEATURE(m, 0, words, 3);
    ASSERT_FEATURE(m, 0, chars, 12);
    ASSERT_FEATURE(m, 0, text_density, 3);
    ASSERT_FEATURE(m, 0, punct_share, 1 / 12.0);
    ASSERT_FEATURE(m, 0, capital_share, 1 / 3.0);
    ASSERT_FEATURE(m, 0, word_length, 4);
    ASSERT_FEATURE(m, 0, bold_share, 5 / 14.0);
    ASSERT_FEATURE(m, 0, lines, 1);
    ASSERT_FEATURE(m, 0, tag, 47); /* a code that never changes */
    ASSERT_FEATURE(m, 0, heading_level, 2);
    ASSERT_FEATURE(m, 0, is_pre, 0);
    ASSERT_FEATURE(m, 1, stops, 3);
    ASSERT_FEATURE(m, 1, comma_share, 1 / 4.0);
    ASSERT_FEATURE(m, 1, digit_share, 2 / 14.0);
    ASSERT_FEATURE(m, 1, bold_share, 0);
    ASSERT_FEATURE(m, 1, heading_level, 0);
    ASSERT_FEATURE(m, 2, lines, 2);
    ASSERT_FEATURE(m, 2, is_pre, 1);
}

/* The models know elements by these codes; 0 is any other element. */
static void elements_have_codes_of_their_own(void **state) {
    unsigned n_of_code[49] = {0};
    (void)state;
    for (int tag = 0; tag < DOM_N_TAGS; tag++) {
        float code = feature_tag_code((uint8_t)tag);
        assert_true(code >= 0 && code <= 48);
        n_of_code[(int)code]++;
    }
    for (int code = 1; code <= 48; code++)
        assert_int_equal(n_of_code[code], 1);
    assert_int_equal((int)feature_tag_code(DOM_NAV), 1);
    assert_int_equal((int)feature_tag_code(DOM_TABLE), 22);
    assert_int_equal((int)feature_tag_code(DOM_P), 34);
    assert_int_equal((int)feature_tag_code(DOM_H1), 48);
    assert_int_equal((int)feature_tag_code(DOM_SPAN), 0);
}

static void links_and_flags(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(*state, "<p>abc: <a href=x>de</a>, <a href=y>f</a>"
                                        "<p hidden>a<br><br>b<noscript>c</noscript>");
    ASSERT_FEATURE(m, 0, links, 2);
    ASSERT_FEATURE(m, 0, link_density, 3 / 8.0);
    ASSERT_FEATURE(m, 0, is_hidden, 0);
    ASSERT_FEATURE(m, 1, is_hidden, 1);
    ASSERT_FEATURE(m, 1, after_break, 0);
    ASSERT_FEATURE(m, 2, after_break, 1);
    ASSERT_FEATURE(m, 2, is_noscript, 0);
    ASSERT_FEATURE(m, 3, is_noscript, 1);
}

struct text_case {
    const char *text;
    int first_char, last_char, signs;
};

static void first_and_last_characters(void **state) {
    static const struct text_case cases[] = {
        {"Abc def", 3, 0, 0},
        {"abc.", 1, 4, 0},
        {"7 things!", 2, 4, 0},
        {"(why?", 0, 4, 0},
        {"he said:", 1, 2, 0},
        {"and so on...", 1, 3, 0},
        {"and so on\xE2\x80\xA6", 1, 3, 0},
        {"a @b | c/d (e)", 1, 1, 3},
        {"\xC3\x89t\xC3\xA9", 3, 0, 0},
        {"\xE2\x80\x9CYes.\xE2\x80\x9D", 3, 4, 0},
        {"\xE6\x98\xAF\xE3\x80\x82", 3, 4, 0},
        {"\xC2\xA9 a \xE2\x80\xBA b \xC2\xBB c \xE2\x80\xA2 d, 12", 0, 0, 4},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct measured m = measure_page(cut_dump(*state, cases[i].text), NULL);
        ASSERT_FEATURE(m, 0, first_char, cases[i].first_char);
        ASSERT_FEATURE(m, 0, last_char, cases[i].last_char);
        ASSERT_FEATURE(m, 0, signs, cases[i].signs);
    }
}

static void position(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(*state, POSTS);
    ASSERT_FEATURE(m, 0, depth, 4); /* html, body, main, div */
    ASSERT_FEATURE(m, 2, position, 2 / 5.0);
    ASSERT_FEATURE(m, 2, words_before, 20);
    ASSERT_FEATURE(m, 2, words_before_share, 20 / 24.0);
    ASSERT_FEATURE(m, 2, blocks_after, 2);
    ASSERT_FEATURE(m, 4, blocks_after, 0);
}

static void page_as_a_whole(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(*state, POSTS "<h1></h1><h4></h4><h5></h5><ul><li><li></ul>"
                                              "<form><input><input><button></button></form><img>"
                                              "<article><pre></pre></article><table><tr></table>");
    for (size_t i = 0; i < 5; i += 4) { /* the same in all rows */
        ASSERT_FEATURE(m, i, page_blocks, 5);
        ASSERT_FEATURE(m, i, page_words, 24);
        ASSERT_FEATURE(m, i, page_link_density, 1 / 84.0);
        ASSERT_FEATURE(m, i, page_prose_share, 20 / 24.0);
        ASSERT_FEATURE(m, i, page_p, 5);
        ASSERT_FEATURE(m, i, page_li, 2);
        ASSERT_FEATURE(m, i, page_a, 1);
        ASSERT_FEATURE(m, i, page_input, 2);
        ASSERT_FEATURE(m, i, page_button, 1);
        ASSERT_FEATURE(m, i, page_img, 1);
        ASSERT_FEATURE(m, i, page_article, 1);
        ASSERT_FEATURE(m, i, page_tr, 1);
        ASSERT_FEATURE(m, i, page_heading, 2); /* h1 to h4 */
        ASSERT_FEATURE(m, i, page_pre, 1);
        ASSERT_FEATURE(m, i, page_form, 1);
    }
}

/* 10 words, a heading of 2, 20 words, a link of 2, 1 word. */
#define SECTIONS                                                                                   \
    "<p>" TEN "</p><h2>two words</h2><p>" TEN " " TEN "</p><li><a href=x>go on</a></li><p>end</p>"

static void neighbours(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(*state, SECTIONS "<p>more</p>");
    ASSERT_FEATURE(m, 0, words_prev, -1);
    ASSERT_FEATURE(m, 0, words_next, 2);
    ASSERT_FEATURE(m, 0, words_next2, 20);
    ASSERT_FEATURE(m, 0, link_density_prev, -1);
    ASSERT_FEATURE(m, 0, tag_prev, -1);
    ASSERT_FEATURE(m, 0, nodes_prev, -1);
    ASSERT_FEATURE(m, 0, tag_next, 47);
    ASSERT_FEATURE(m, 0, nodes_next, 2);
    ASSERT_FEATURE(m, 2, words_prev2, 10);
    ASSERT_FEATURE(m, 2, link_density_next, 1);
    ASSERT_FEATURE(m, 2, nodes_next, 3); /* <a> is one more */
    ASSERT_FEATURE(m, 3, nodes_prev, 3);
    ASSERT_FEATURE(m, 4, same_path_prev, 0);
    ASSERT_FEATURE(m, 4, same_path_next, 1);
    ASSERT_FEATURE(m, 5, same_path_prev, 1);
    ASSERT_FEATURE(m, 5, same_path_next, 0);
    ASSERT_FEATURE(m, 5, words_next, -1);
}

static void prose_around(void **state) {
    static const double before[] = {255, 1, 2, 1, 2}, after[] = {2, 1, 255, 255, 255};
    ARM((struct arena *)*state);
    struct measured m = measure(*state, SECTIONS);
    for (size_t i = 0; i < 5; i++) {
        ASSERT_FEATURE(m, i, to_prose_before, before[i]);
        ASSERT_FEATURE(m, i, to_prose_after, after[i]);
    }
    ASSERT_FEATURE(m, 0, prose_before, 0);
    ASSERT_FEATURE(m, 0, prose_after, 20);
    ASSERT_FEATURE(m, 3, prose_before, 30);
    ASSERT_FEATURE(m, 2, prose_before_all, 10 / 30.0);
    m = measure(*state, "<p>" TEN "<p>1<p>2<p>3<p>4<p>5<p>6"); /* five blocks, no more */
    ASSERT_FEATURE(m, 5, prose_before, 10);
    ASSERT_FEATURE(m, 6, prose_before, 0);
    m = measure(*state, "<p>1<p>2<p>3<p>4<p>5<p>6<p>" TEN);
    ASSERT_FEATURE(m, 0, prose_after, 0);
    ASSERT_FEATURE(m, 1, prose_after, 10);
}

static void sections(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(*state, SECTIONS);
    ASSERT_FEATURE(m, 0, to_heading, 0);
    ASSERT_FEATURE(m, 0, section_level, 0);
    ASSERT_FEATURE(m, 0, section_words, 10);
    ASSERT_FEATURE(m, 0, section_blocks, 1);
    for (size_t i = 1; i < 5; i++) {
        ASSERT_FEATURE(m, i, to_heading, (double)i - 1);
        ASSERT_FEATURE(m, i, section_level, 2);
        ASSERT_FEATURE(m, i, section_words, 25);
        ASSERT_FEATURE(m, i, section_blocks, 4);
        ASSERT_FEATURE(m, i, section_link_density, 4 / (8 + 78 + 4 + 3.0));
    }
}

static void headline(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(*state, "<title>Ferry runs again</title><p>Ferry again</p>"
                                        "<h1>The ferry runs</h1><p>" TEN "</p><p>end</p>");
    static const double distance[] = {-1, 0, 1, 2}, words[] = {0, 0, 0, 10};
    for (size_t i = 0; i < 4; i++) {
        ASSERT_FEATURE(m, i, has_headline, 1);
        ASSERT_FEATURE(m, i, to_headline, distance[i]);
        ASSERT_FEATURE(m, i, headline_words, words[i]);
    }
    /* a line like the title is accepted; a link that repeats it is not */
    m = measure(*state, "<title>Ferry runs again</title><p><a href=x>Ferry runs again</a>"
                        "<p>Ferry runs again<p>" TEN);
    ASSERT_FEATURE(m, 0, to_headline, -1);
    /* nor is a paragraph that contains the title or two words of it */
    m = measure(*state, "<title>" TEN "</title><p>" TEN TEN TEN TEN " " TEN "<p>one two");
    ASSERT_FEATURE(m, 0, has_headline, 0);
    m = measure(*state, "<title>Ferry runs again</title><p>" TEN);
    ASSERT_FEATURE(m, 0, has_headline, 0);
    ASSERT_FEATURE(m, 0, to_headline, 0);
}

static void words_of_title_and_description(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(*state, "<title>Red green</title>"
                                        "<meta name=Description content='Blue, black'>"
                                        "<p>RED: blue white BLACK</p><p>green red</p>");
    ASSERT_FEATURE(m, 0, title_share, 1 / 4.0);
    ASSERT_FEATURE(m, 0, description_share, 2 / 4.0);
    ASSERT_FEATURE(m, 1, title_share, 1);
    ASSERT_FEATURE(m, 1, description_share, 0);
    m = measure(*state, "<meta property=og:description content=blue><p>blue<p>.");
    ASSERT_FEATURE(m, 0, description_share, 1);
    ASSERT_FEATURE(m, 1, description_share, 0); /* without words */
    m = measure(*state, "<p><a name=description content=blue>a</a><p>blue");
    ASSERT_FEATURE(m, 1, description_share, 0); /* another element's */
}

static void repetition(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(*state, "<p>Read more<p>a b c d<p>read MORE!<p>x a b c d<p>a b");
    ASSERT_FEATURE(m, 0, repeats, 0);
    ASSERT_FEATURE(m, 0, repeats_all, 2);
    ASSERT_FEATURE(m, 2, repeats, 1);
    ASSERT_FEATURE(m, 2, repeats_all, 2);
    ASSERT_FEATURE(m, 1, repeats_all, 1);
    ASSERT_FEATURE(m, 1, seen_share, 0);
    ASSERT_FEATURE(m, 3, seen_share, 1 / 2.0); /* "a b c d" of it and "x a b c" */
    ASSERT_FEATURE(m, 4, seen_share, -1);      /* too short for a run */
}

static void elements_around(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(*state, "<main><article><figure><blockquote>a</blockquote></figure>"
                                        "<table><td>b</table></article></main>"
                                        "<nav><ul><li>c</ul></nav><header>d</header>"
                                        "<footer><form><p>e</form></footer><aside>f</aside>"
                                        "<dialog>g</dialog>");
    ASSERT_FEATURE(m, 0, in_main, 1);
    ASSERT_FEATURE(m, 0, in_article, 1);
    ASSERT_FEATURE(m, 0, in_figure, 1);
    ASSERT_FEATURE(m, 0, in_quote, 1);
    ASSERT_FEATURE(m, 0, in_table, 0);
    ASSERT_FEATURE(m, 1, in_table, 1);
    ASSERT_FEATURE(m, 1, in_figure, 0);
    ASSERT_FEATURE(m, 2, in_nav, 1);
    ASSERT_FEATURE(m, 2, in_list, 1);
    ASSERT_FEATURE(m, 2, in_main, 0);
    ASSERT_FEATURE(m, 3, in_header, 1);
    ASSERT_FEATURE(m, 4, in_footer, 1);
    ASSERT_FEATURE(m, 4, in_form, 1);
    ASSERT_FEATURE(m, 5, in_aside, 1);
    ASSERT_FEATURE(m, 6, in_dialog, 1);
    static const int firsts[] = {FEATURE_in_list,   FEATURE_in_nav,   FEATURE_in_footer,
                                 FEATURE_in_header, FEATURE_in_aside, FEATURE_in_form,
                                 FEATURE_in_dialog};
    for (size_t k = 0; k < sizeof firsts / sizeof *firsts; k++) /* the first is in none of them */
        assert_near((double)m.rows[firsts[k]], 0);
}

static void containers_outwards(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(*state, POSTS);
    ASSERT_FEATURE(m, 0, box0_words, 10);
    ASSERT_FEATURE(m, 0, box1_words, 20);
    ASSERT_FEATURE(m, 0, box1_share, 20 / 24.0);
    ASSERT_FEATURE(m, 0, box1_blocks, 2);
    ASSERT_FEATURE(m, 0, box1_prose_share, 1);
    ASSERT_FEATURE(m, 0, box1_node_chars, 78 / 5.0); /* div, two p, two texts */
    ASSERT_FEATURE(m, 0, box2_words, 23);
    ASSERT_FEATURE(m, 0, box2_prose_share, 20 / 23.0);
    ASSERT_FEATURE(m, 0, box2_link_density, 1 / 81.0);
    ASSERT_FEATURE(m, 0, box3_words, 24);
    ASSERT_FEATURE(m, 0, box5_words, 24); /* the outermost is used for all further out */
    ASSERT_FEATURE(m, 3, box0_link_density, 1);
    ASSERT_FEATURE(m, 4, box1_words, 24); /* wrappers of one block are its own container */
}

static void groups_of_paths(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(*state, POSTS);
    for (size_t i = 0; i < 4; i++) {
        ASSERT_FEATURE(m, i, path_count, 4);
        ASSERT_FEATURE(m, i, path_words, 23);
        ASSERT_FEATURE(m, i, path_word_share, 23 / 24.0);
        ASSERT_FEATURE(m, i, path_link_density, 1 / 81.0);
        ASSERT_FEATURE(m, i, path_prose_share, 20 / 23.0);
        ASSERT_FEATURE(m, i, path_mean_words, 23 / 4.0);
    }
    ASSERT_FEATURE(m, 4, path_count, 1);
    ASSERT_FEATURE(m, 4, path_words, 1);
    for (size_t i = 0; i < 5; i++) { /* a p in a div.post, all of them */
        ASSERT_FEATURE(m, i, kind_count, 5);
        ASSERT_FEATURE(m, i, kind_words, 24);
        ASSERT_FEATURE(m, i, kind_word_share, 1);
        ASSERT_FEATURE(m, i, kind_link_density, 1 / 84.0);
        ASSERT_FEATURE(m, i, kind_prose_share, 20 / 24.0);
        ASSERT_FEATURE(m, i, kind_mean_words, 24 / 5.0);
    }
}

/* Only the first two blocks have the 25 characters that give points, most of them to their div. */
static void best_box(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(*state, POSTS);
    for (size_t i = 0; i < 5; i++) {
        ASSERT_FEATURE(m, i, best_inside, i < 2);
        ASSERT_FEATURE(m, i, best_climb, i < 2 ? 1 : -1);
        ASSERT_FEATURE(m, i, best_share, 20 / 24.0);
        ASSERT_FEATURE(m, i, best_link_density, 0);
    }
}

static void items(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(*state, POSTS);
    for (size_t i = 0; i < 4; i++) {
        ASSERT_FEATURE(m, i, item_count, 2);
        ASSERT_FEATURE(m, i, item_place, i < 2 ? 0 : 1);
        ASSERT_FEATURE(m, i, item_words, i < 2 ? 20 : 3);
        ASSERT_FEATURE(m, i, item_mean_words, 23 / 2.0);
        ASSERT_FEATURE(m, i, item_link_density, 1 / 81.0);
        ASSERT_FEATURE(m, i, item_share, 23 / 24.0);
        ASSERT_FEATURE(m, i, item_climb, 1);
        ASSERT_FEATURE(m, i, item_prose_share, 20 / 23.0);
    }
    ASSERT_FEATURE(m, 4, item_count, 0); /* in none: the page is used instead */
    ASSERT_FEATURE(m, 4, item_words, 24);
    ASSERT_FEATURE(m, 4, item_mean_words, 0);
}

static void articles_in_sequence(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(*state, "<h1>a</h1><article><h1>b</h1><p>" TEN "</article>"
                                        "<article><p>" TEN "<article><p>" TEN "</article></article>"
                                        "<article>c</article>"); /* without prose */
    static const double place[] = {-1, 0, 0, 1, 1, -1}, before[] = {0, 0, 0, 1 / 3.0, 1 / 3.0, 0};
    static const double words[] = {0, 11, 11, 20, 20, 0}, h1_before[] = {0, 1, 2, 2, 2, 2};
    for (size_t i = 0; i < 6; i++) {
        ASSERT_FEATURE(m, i, article_place, place[i]);
        ASSERT_FEATURE(m, i, article_count, 2);
        ASSERT_FEATURE(m, i, article_words, words[i]);
        ASSERT_FEATURE(m, i, article_prose_before, before[i]);
        ASSERT_FEATURE(m, i, h1_before, h1_before[i]);
        ASSERT_FEATURE(m, i, h1_count, 2);
    }
}

static void container_of_most_prose(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(*state, "<p>a<div><div><p>" TEN "<p>" TEN "</div><p>" TEN "</div>");
    static const double inside[] = {0, 1, 1, 0}, climb[] = {-1, 1, 1, -1};
    for (size_t i = 0; i < 4; i++) {
        ASSERT_FEATURE(m, i, dominant_inside, inside[i]);
        ASSERT_FEATURE(m, i, dominant_climb, climb[i]);
        ASSERT_FEATURE(m, i, dominant_share, 20 / 31.0);
    }
}

static void features_have_names(void **state) {
    (void)state;
    assert_string_equal(feature_name(FEATURE_words), "words");
    assert_string_equal(feature_name(FEATURE_box5_node_chars), "box5_node_chars");
    assert_string_equal(feature_name(FEATURE_token_lead), "token_lead");
    for (int f = 0; f < FEATURE_N; f++)
        assert_non_null(feature_name((enum feature)f));
}

static void dumps_and_empty_pages_are_measured(void **state) {
    ARM((struct arena *)*state);
    assert_non_null(measure(*state, "").rows);
    assert_non_null(measure_page(cut_dump(*state, ""), &MODEL_DUMP).rows);
    struct measured m = measure_page(cut_dump(*state, "one two\nthree\n\nfour"), &MODEL_DUMP);
    ASSERT_FEATURE(m, 0, depth, 0);
    ASSERT_FEATURE(m, 0, after_break, 0);
    ASSERT_FEATURE(m, 1, after_break, 1);
    ASSERT_FEATURE(m, 2, after_break, 0);
    ASSERT_FEATURE(m, 1, box0_words, 4);
    ASSERT_FEATURE(m, 1, path_count, 3);
    ASSERT_FEATURE(m, 1, item_count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(elements_have_codes_of_their_own),
        ARENA_TEST(block_itself),
        ARENA_TEST(links_and_flags),
        ARENA_TEST(first_and_last_characters),
        ARENA_TEST(position),
        ARENA_TEST(page_as_a_whole),
        ARENA_TEST(neighbours),
        ARENA_TEST(prose_around),
        ARENA_TEST(sections),
        ARENA_TEST(headline),
        ARENA_TEST(words_of_title_and_description),
        ARENA_TEST(repetition),
        ARENA_TEST(elements_around),
        ARENA_TEST(containers_outwards),
        ARENA_TEST(groups_of_paths),
        ARENA_TEST(best_box),
        ARENA_TEST(items),
        ARENA_TEST(articles_in_sequence),
        ARENA_TEST(container_of_most_prose),
        cmocka_unit_test(features_have_names),
        ARENA_TEST(dumps_and_empty_pages_are_measured),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
