/*
 * Pages that show next to nothing: the articleBody of their JSON-LD is taken for the page if it is
 * long enough.
 */
#include "api_page.h"

#include <stdbool.h>

/* `n` words, from w1 on. */
static char *words(unsigned n, const char *separator) {
    char *text = malloc(n * 12 + 1), *at = text;
    *at = '\0';
    for (unsigned i = 1; i <= n; i++)
        at += sprintf(at, "w%u%s", i, i < n ? separator : "");
    return text;
}

/* A page that shows `n_shown` words and whose JSON-LD has `body`. */
static struct pith_article *extract_page(struct pith_context *context, unsigned n_shown,
                                         const char *body, unsigned flags) {
    struct pith_options options = PITH_OPTIONS_INIT;
    char *shown = words(n_shown, " "), *page = malloc(strlen(body) + strlen(shown) + 400);
    options.precision_bias = -1;
    options.flags = flags;
    sprintf(page,
            "<meta charset=utf-8><title>Ferry</title><script type=application/ld+json>"
            "{\"@type\":\"NewsArticle\",\"headline\":\"Ferry runs\",\"articleBody\":\"%s\"}"
            "</script><p>%s</p>",
            body, shown);
    struct pith_article *article = extract(context, &options, page);
    free(shown);
    free(page);
    return article;
}

static bool is_from_json_ld(const struct pith_article *article) {
    const char *source = pith_article_body_source(article);
    return source && strcmp(source, "json-ld") == 0;
}

/* At least 50 words, and five times as many as the page shows; which are at most 60. */
static void it_is_long_enough(void **state) {
    static const struct {
        unsigned n_shown, n_words;
        bool is_taken;
    } CASES[] = {
        {0, 50, true},  {0, 49, false},  {10, 50, true},   {11, 54, false},
        {11, 55, true}, {60, 300, true}, {60, 299, false}, {61, 400, false},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char *body = words(CASES[i].n_words, " ");
        struct pith_article *article = extract_page(*state, CASES[i].n_shown, body, 0);
        if (is_from_json_ld(article) != CASES[i].is_taken)
            fail_msg("%u %u: %s", CASES[i].n_shown, CASES[i].n_words, text_of(article));
        if (CASES[i].is_taken)
            assert_string_equal(text_of(article), body);
        free(body);
        pith_article_free(article);
    }
}

/* No reader sees it. */
static void it_is_not_visible(void **state) {
    char *body = words(300, " ");
    struct pith_article *article = extract_page(*state, 0, body, PITH_VISIBLE);
    assert_false(is_from_json_ld(article));
    assert_string_equal(text_of(article), "");
    pith_article_free(article);
    article = extract_page(*state, 3, body, PITH_VISIBLE);
    assert_false(is_from_json_ld(article));
    assert_null(strstr(text_of(article), "w4"));
    free(body);
    pith_article_free(article);
}

/* All of it is kept, as one block per paragraph; its places are not places in the page. */
static void it_is_treated_as_a_page(void **state) {
    static const char TAIL[] = "<p>Caf\xC3\xA9 &amp; <b>bar</b></p><ul><li>One</li></ul>";
    char *text = words(60, "</p><p>"), body[1000];
    snprintf(body, sizeof body, "<p>%s</p>%s", text, TAIL);
    free(text);
    struct pith_article *article = extract_page(*state, 1, body, PITH_ALL_BLOCKS | PITH_EXPLAIN);
    assert_true(is_from_json_ld(article));
    assert_string_equal(pith_article_charset(article), "utf-8");
    assert_string_equal(pith_article_field(article, PITH_HEADLINE), "Ferry runs");
    assert_non_null(strstr(text_of(article), "w60\n\nCaf\xC3\xA9 & bar"));
    assert_non_null(strstr(text_of(article), "One"));
    const struct pith_block *block;
    size_t n = 0;
    for (; (block = pith_article_block(article, n)) != NULL; n++) {
        assert_true(block->kept);
        assert_int_equal(block->source_start, 0);
        assert_int_equal(block->source_end, 0);
        assert_int_equal(block->role, PITH_ROLE_NONE);
        assert_true(block->body_end > block->body_start);
    }
    assert_int_equal(n, 62);
    pith_article_free(article);
    article = extract_page(*state, 61, body, 0);
    assert_null(pith_article_body_source(article));
    pith_article_free(article);
}

/* The charset is that of the page, which is decoded before. */
static void it_is_in_the_charset_of_the_page(void **state) {
    char page[2000], *body = words(60, " ");
    snprintf(page, sizeof page,
             "<meta charset=iso-8859-1><script type=application/ld+json>"
             "{\"articleBody\":\"caf\xE9 %s\"}</script>",
             body);
    struct pith_article *article = extract(*state, NULL, page);
    assert_true(is_from_json_ld(article));
    assert_string_equal(pith_article_charset(article), "windows-1252");
    assert_int_equal(strncmp(text_of(article), "caf\xC3\xA9 w1", 8), 0);
    free(body);
    pith_article_free(article);
}

/* As plain text it is cut into lines. */
static void it_may_be_plain_text(void **state) {
    char *body = words(60, "\\n\\n");
    struct pith_article *article = extract_page(*state, 0, body, PITH_BLOCKS);
    assert_true(is_from_json_ld(article));
    assert_int_equal(strncmp(text_of(article), "w1\n\nw2\n\nw3", 10), 0);
    assert_non_null(pith_article_block(article, 59));
    assert_null(pith_article_block(article, 60));
    free(body);
    pith_article_free(article);
}

/* If the caller chooses what is kept, the page is what it shows. */
static void it_is_not_taken_if_the_caller_chooses(void **state) {
    struct pith_options options = PITH_OPTIONS_INIT;
    char page[2000], *body = words(60, " ");
    options.keep = "p";
    snprintf(page, sizeof page,
             "<script type=application/ld+json>{\"articleBody\":\"%s\"}</script><p>Chosen.</p>",
             body);
    struct pith_article *article = extract(*state, &options, page);
    assert_string_equal(text_of(article), "Chosen.");
    assert_null(pith_article_body_source(article));
    free(body);
    pith_article_free(article);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CONTEXT_TEST(it_is_long_enough),       CONTEXT_TEST(it_is_not_visible),
        CONTEXT_TEST(it_is_treated_as_a_page), CONTEXT_TEST(it_is_in_the_charset_of_the_page),
        CONTEXT_TEST(it_may_be_plain_text),    CONTEXT_TEST(it_is_not_taken_if_the_caller_chooses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
