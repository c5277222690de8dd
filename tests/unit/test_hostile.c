/*
 * Hostile pages end soon, within their memory limit, with a result or a clear error. The limit of
 * 30 s per page (of processor time, since machines are busy) is there to catch anything that grows
 * with the square of a page: everything else takes a second or two.
 */
#define _DEFAULT_SOURCE /* setitimer */

#include "growing_page.h"

#include <math.h>

#include <sys/time.h>

#include "pith.h"

enum { MAX_SECONDS = 60 };

/* SIGPROF ends the test after this many seconds. */
static void set_alarm(int seconds) {
    struct itimerval timer = {.it_value = {.tv_sec = seconds}};
    assert_int_equal(setitimer(ITIMER_PROF, &timer, NULL), 0);
}

/* No limit of wall time, which passes on a busy machine too: the alarm counts processor time. */
static struct pith_options without_time_limit(void) {
    struct pith_options options = PITH_OPTIONS_INIT;
    options.max_seconds = (double)INFINITY;
    return options;
}

static enum pith_status extract(const struct page *page, const struct pith_options *options,
                                struct pith_article **article) {
    struct pith_context *context;
    assert_int_equal(pith_context_new(&context), PITH_OK);
    set_alarm(MAX_SECONDS);
    enum pith_status status =
        pith_extract(context, options, page->at ? page->at : "", page->len, article);
    set_alarm(0);
    pith_context_free(context);
    return status;
}

/* Whether the body of the page, which is freed, contains `text`. */
static void assert_body_has(struct page *page, const char *text) {
    struct pith_article *article;
    assert_int_equal(extract(page, NULL, &article), PITH_OK);
    assert_non_null(strstr(pith_article_body(article, PITH_TEXT, NULL), text));
    pith_article_free(article);
    free(page->at);
}

static void assert_ends(struct page *page) {
    struct pith_options options = without_time_limit();
    struct pith_article *article;
    enum pith_status status = extract(page, &options, &article);
    assert_true(status == PITH_OK || status == PITH_ELIMIT);
    assert_true((article != NULL) == (status == PITH_OK));
    pith_article_free(article);
    free(page->at);
}

static const char PARAGRAPH[] =
    "<p>The harbour plan was approved on Friday after a debate of nine hours, and the council "
    "said that the work on the new quay would begin before the end of the year.</p>";

static void nested_tags_end(void **state) {
    static const char *const tags[] = {
        "<div>",
        "<b>",
        "<a href=x>",
        "<svg>",
        "<span>",
        "<ul><li>",
        "<a><div>",
        "<nobr><div>",
        "<table>",
        "<table><tr><td>",
        "<svg><title>",
        "<math><mi>",
        "<svg><foreignObject>",
        "<template>",
        "<p><object>",
        "<b><p>",
        "<font color=x><div>",
        "<button><p>",
        "<select><option>",
        "<dl><dt>",
        "<ruby><rt>",
        "<frameset>",
        "<noscript>",
        "<x-y>",
        "<form><table>",
        "<h1><b><h2>",
    };
    (void)state;
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        struct page page = {0};
        add_times(&page, tags[i], strlen(tags[i]) > 9 ? 500000 : 1000000);
        add(&page, "x");
        assert_ends(&page);
    }
}

static void text_in_nested_tags_is_kept(void **state) {
    (void)state;
    struct page page = {0};
    add_times(&page, "<div>", 1000000);
    add(&page, PARAGRAPH);
    add_times(&page, "</div>", 1000000);
    assert_body_has(&page, "new quay would begin");
}

static void closed_nested_tags_end(void **state) {
    static const char *const pairs[][2] = {{"<div>", "</div>"}, {"<b>", "</b>"},
                                           {"<svg>", "</svg>"}, {"<a><div>", "</div></a>"},
                                           {"<i><p>", "</i>"},  {"<span>", "</b>"}};
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct page page = {0};
        add_times(&page, pairs[i][0], 700000);
        add_times(&page, pairs[i][1], 700000);
        add(&page, "x");
        assert_ends(&page);
    }
}

/* Each of these once took the square of its length, in Gumbo or in a draft of the prescan. */
static void repeated_shapes_end(void **state) {
    static const char *const shapes[] = {
        "<b><div></b>",
        "<div><select></div></select>",
        "<div><table><td></div>",
        "<form><div></form>",
        "<a><table><a>",
        "<i><div></i></div>x",
        "<p><b><i><u><s>x",
        "<table>x<b>y",
        "<svg><p></svg>",
        "<math><font></math>",
        "<math><mi><div></math>",
        "<object><i></td>",
        "<table><td><object><b></table>",
        "<template><b></template>x",
        "<noscript><iframe>",
        "<svg><g><svg></p>",
        "<!--x--><!-->",
        "<title>x</title><textarea>y",
        "<select><input>",
        "<body class=x><html lang=y>",
        "&amp;&lt;&#65;",
        "<br/><p/>",
        "</p></br>",
        "<frameset><div></frameset>",
        "<h1><h2></h1>",
        "</b></i></a></nobr>",
        "<script></script><style>",
    };
    (void)state;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        struct page page = {0};
        add_times(&page, shapes[i], 200000);
        assert_ends(&page);
    }
}

static void distinct_formats_end(void **state) {
    (void)state;
    struct page page = {0};
    add_numbered(&page, "<b id=%zu>", 200000);
    add(&page, PARAGRAPH);
    assert_body_has(&page, "new quay would begin");
    page = (struct page){0};
    add_numbered(&page, "<p><font color=%zu>x", 200000);
    assert_ends(&page);
    page = (struct page){0};
    add_numbered(&page, "<div><b id=%zu></div>x", 200000);
    assert_ends(&page);
}

static void divs_then_paragraphs_end(void **state) {
    (void)state;
    struct page page = {0};
    add_times(&page, "<div>", 50000);
    add_times(&page, "<p>", 50000);
    add(&page, PARAGRAPH);
    assert_body_has(&page, "new quay would begin");
}

static void attributes_without_end(void **state) {
    static const char *const formats[] = {"a%zu ", "data-a%zu ", "class=a%zu ", "a%zu='x' "};
    (void)state;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        struct page page = {0};
        add(&page, "<div ");
        add_numbered(&page, formats[i], 1000000);
        add(&page, ">");
        add(&page, PARAGRAPH);
        assert_body_has(&page, "new quay would begin");
    }
}

static void roots_with_attributes_end(void **state) {
    (void)state;
    struct page page = {0};
    add_numbered(&page, "<html data-a%zu><body data-b x=1 class=c>", 200000);
    add(&page, PARAGRAPH);
    assert_body_has(&page, "new quay would begin");
}

static void one_piece_without_end(void **state) {
    static const char *const pieces[] = {"<",    "a",  "&",   " ",  "\n", "\xE2\x82\xAC",
                                         "\xFF", "</", "<a ", "<!", "&#", "]",
                                         "a ",   ".",  "\t.", "-",  "<p/"};
    (void)state;
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        for (int k = 0; k < 2; k++) {
            struct page page = {0};
            add(&page, k ? "<pre>" : "<p>");
            add_times(&page, pieces[i], (i < 2 ? 10000000 : 2000000) / strlen(pieces[i]));
            assert_ends(&page);
        }
    }
}

static void entities_and_isindex_end(void **state) {
    static const char *const parts[] = {"<isindex>", "<isindex prompt=x>",
                                        "&amp;",     "&notit;",
                                        "&#x41;",    "&CounterClockwiseContourIntegral;",
                                        "&#9;",      "&a"};
    (void)state;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct page page = {0};
        add(&page, "<p>");
        add_times(&page, parts[i], strlen(parts[i]) > 15 ? 400000 : 1000000);
        assert_ends(&page);
    }
}

static void blocks_without_end(void **state) {
    static const char *const parts[] = {"<p>x",  "<li>x",        "x<br><br>",
                                        "<td>x", "<p>x y</p>\n", "<a href=x>y</a> ",
                                        "<h1>x", "<tr><td>x",    "<hr>"};
    (void)state;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct page page = {0};
        add(&page, "<table>");
        if (i % 2)
            page.len = 0;
        add_times(&page, parts[i], 1000000 / strlen(parts[i]) * 4);
        assert_ends(&page);
    }
}

static void assert_ends_in_all_forms(struct page *page) {
    struct pith_options options = without_time_limit();
    struct pith_article *article;
    options.formats = PITH_MARKDOWN | PITH_HTML;
    options.flags = PITH_KEEP_LINKS | PITH_KEEP_IMAGES | PITH_KEEP_COMMENTS | PITH_EXPLAIN;
    enum pith_status status = extract(page, &options, &article);
    assert_true(status == PITH_OK || status == PITH_ELIMIT);
    pith_article_free(article);
    free(page->at);
}

/* An element's class is read once, not by each of its children. */
static void children_of_a_long_class_end(void **state) {
    static const char *const children[] = {"<p>x y", "<pre>a = b</pre>", "<img src=x>z<br><br>"};
    (void)state;
    for (size_t i = 0; i < sizeof children / sizeof *children; i++) {
        struct page page = {0};
        add(&page, "<article>");
        add_times(&page, PARAGRAPH, 10);
        add(&page, "<div class='");
        add_times(&page, "x ", 1000000);
        add(&page, "'>");
        add_times(&page, children[i], 30000);
        assert_ends_in_all_forms(&page);
    }
}

/* At each word of the title, all of the headline but its last letter matches. */
static void long_titles_end(void **state) {
    struct page page = {0};
    (void)state;
    add(&page, "<title>");
    add_times(&page, "ab ", 200000);
    add(&page, "</title><script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"");
    add_times(&page, "ab ", 100000);
    add(&page, "a\"}</script><p>x");
    assert_ends(&page);
}

/* Texts whose hashes (block.h, feature_text.c) all fall into a small part of the table. */
static void crowded_hashes_end(void **state) {
    enum { N_TEXTS = 300000, SLOTS = 1 << 20, CROWD = SLOTS / 32 };
    struct page page = {0};
    size_t n = 0;
    (void)state;
    for (uint32_t i = 0; i < 26 * 26 * 26 * 26 * 26 && n < N_TEXTS; i++) {
        char text[] = "<p>.....";
        uint32_t hash = 2166136261u, rest = i;
        for (size_t k = 3; k < 8; k++, rest /= 26) {
            text[k] = (char)('a' + rest % 26);
            hash = (hash ^ (unsigned char)text[k]) * 16777619u;
        }
        if ((hash * 2654435761u >> 7 & (SLOTS - 1)) >= CROWD)
            continue;
        add(&page, text);
        n++;
    }
    assert_int_equal(n, N_TEXTS);
    assert_ends(&page);
}

static void unclosed_pieces_end(void **state) {
    static const char *const pieces[] = {
        "<!-- ",         "<script>",   "<p class=\"",          "<p class='", "<p ",
        "<style>",       "<title>",    "<textarea>",           "<svg>",      "<plaintext>",
        "<![CDATA[",     "<!doctype ", "<script><!--<script>", "</p ",       "<?",
        "<svg><![CDATA["};
    (void)state;
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        struct page page = {0};
        add(&page, PARAGRAPH);
        add(&page, pieces[i]);
        add_times(&page, "some text, <p>and more -- ", 100000);
        assert_ends(&page);
    }
}

static void odd_bytes_are_text(void **state) {
    (void)state;
    struct page page = {0};
    append(&page, "\0\0\0", 3);
    add(&page, PARAGRAPH);
    append(&page, "<p>\0a\0</p\0>\0", 12);
    assert_body_has(&page, "new quay would begin");
    page = (struct page){0};
    add(&page, "<p>\xED\xA0\x80\xED\xBF\xBF\xFF\xC0\x80 &#xD800; &#xDFFF; &#x110000; \x01\x7F");
    add(&page, PARAGRAPH);
    assert_body_has(&page, "new quay would begin");
}

static void add_utf16(struct page *page, const char *ascii, int is_big) {
    for (; *ascii; ascii++) {
        char unit[2] = {0, 0};
        unit[is_big] = *ascii;
        append(page, unit, 2);
    }
}

static void utf16_is_read(void **state) {
    (void)state;
    struct page page = {0};
    append(&page, "\xFF\xFE", 2);
    add_utf16(&page, PARAGRAPH, 0);
    assert_body_has(&page, "new quay would begin");
    page = (struct page){0};
    append(&page, "\xFE\xFF", 2);
    add_utf16(&page, PARAGRAPH, 1);
    append(&page, "\xD8", 1); /* truncated within a surrogate */
    assert_body_has(&page, "new quay would begin");
}

static void empty_page_has_no_content(void **state) {
    static const char *const pages[] = {"", " ", "<", "<p>", "<!doctype html>", "\xEF\xBB\xBF"};
    (void)state;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct page page = {0};
        struct pith_article *article;
        add(&page, pages[i]);
        assert_int_equal(extract(&page, NULL, &article), PITH_OK);
        size_t len;
        const char *body = pith_article_body(article, PITH_TEXT, &len);
        assert_true(strlen(body) == len);
        pith_article_free(article);
        free(page.at);
    }
}

static void long_page_is_refused(void **state) {
    (void)state;
    struct pith_options options = PITH_OPTIONS_INIT;
    struct pith_article *article;
    struct page page = {0};
    add_times(&page, "<p>text", (options.max_input_bytes + 7) / 7 + 1);
    assert_int_equal(extract(&page, NULL, &article), PITH_ELIMIT);
    assert_null(article);
    page.len = 1000;
    options.max_input_bytes = 999;
    assert_int_equal(extract(&page, &options, &article), PITH_ELIMIT);
    options.max_input_bytes = 1000;
    assert_int_equal(extract(&page, &options, &article), PITH_OK);
    pith_article_free(article);
    free(page.at);
}

static void little_memory_is_a_limit(void **state) {
    (void)state;
    struct pith_options options = PITH_OPTIONS_INIT;
    struct page page = {0};
    add_times(&page, PARAGRAPH, 1000);
    int n_limited = 0;
    for (size_t cap = 0; cap < (size_t)8 << 20; cap += 40009) {
        struct pith_article *article;
        options.max_memory_bytes = cap;
        enum pith_status status = extract(&page, &options, &article);
        assert_true(status == PITH_OK || status == PITH_ELIMIT);
        n_limited += status == PITH_ELIMIT;
        pith_article_free(article);
    }
    assert_true(n_limited > 5);
    free(page.at);
}

/* The default is enough for 100,000 blocks of minimum size. */
static void tiny_blocks_fit_in_the_default_memory(void **state) {
    struct page page = {0};
    struct pith_article *article;
    struct pith_options options = PITH_OPTIONS_INIT;
    (void)state;
    add_times(&page, "<p>x", 100000);
    options.formats = PITH_TEXT | PITH_MARKDOWN | PITH_HTML;
    options.max_seconds = INFINITY;
    assert_int_equal(extract(&page, &options, &article), PITH_OK);
    pith_article_free(article);
    free(page.at);
}

/* A page that needs a second does not exceed its time limit by much, and the context works
 * afterwards. */
static void little_time_is_a_limit(void **state) {
    struct page page = {0};
    struct pith_article *article;
    struct pith_options options = PITH_OPTIONS_INIT;
    (void)state;
    add(&page, "<h1>Harbour plan</h1>");
    add_times(&page, "<p>The council approved the plan on Friday, it said.", 20000);
    options.max_seconds = 1e-9;
    assert_int_equal(extract(&page, &options, &article), PITH_ETIMEOUT);
    assert_null(article);
    options.max_seconds = -1;
    assert_int_equal(extract(&page, &options, &article), PITH_EINVAL);
    options.max_seconds = 0; /* the default */
    assert_int_equal(extract(&page, &options, &article), PITH_OK);
    pith_article_free(article);
    free(page.at);
}

static void every_prefix_of_a_page_is_a_page(void **state) {
    static const char text[] =
        "<!DOCTYPE html><html lang=\"en\"><head><title>T &amp; t</title><script type='application/"
        "ld+json'>{\"@type\":\"Article\"}</script><style>p{}</style></head><body class=a "
        "data-b=c><!-- c --><svg><path d='x'/></svg><pre>\n a</pre><table><tr><td>x</table>"
        "<select><option>o</select><p>&#8217;&nbsp;\xE2\x82\xAC text <a href=\"x?y&z=1\">l</a>"
        "<textarea>\nt</textarea><math><mi>x</mi></math><plaintext>end";
    (void)state;
    for (size_t len = 0; len < sizeof text; len++) {
        struct pith_article *article;
        struct page page = {0};
        append(&page, text, len);
        assert_int_equal(extract(&page, NULL, &article), PITH_OK);
        pith_article_free(article);
        free(page.at);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nested_tags_end),
        cmocka_unit_test(text_in_nested_tags_is_kept),
        cmocka_unit_test(closed_nested_tags_end),
        cmocka_unit_test(repeated_shapes_end),
        cmocka_unit_test(distinct_formats_end),
        cmocka_unit_test(divs_then_paragraphs_end),
        cmocka_unit_test(attributes_without_end),
        cmocka_unit_test(roots_with_attributes_end),
        cmocka_unit_test(one_piece_without_end),
        cmocka_unit_test(entities_and_isindex_end),
        cmocka_unit_test(blocks_without_end),
        cmocka_unit_test(children_of_a_long_class_end),
        cmocka_unit_test(long_titles_end),
        cmocka_unit_test(crowded_hashes_end),
        cmocka_unit_test(unclosed_pieces_end),
        cmocka_unit_test(odd_bytes_are_text),
        cmocka_unit_test(utf16_is_read),
        cmocka_unit_test(empty_page_has_no_content),
        cmocka_unit_test(long_page_is_refused),
        cmocka_unit_test(little_memory_is_a_limit),
        cmocka_unit_test(tiny_blocks_fit_in_the_default_memory),
        cmocka_unit_test(little_time_is_a_limit),
        cmocka_unit_test(every_prefix_of_a_page_is_a_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
