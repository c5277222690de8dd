/*
 * pith_extract_gumbo: a page that the caller has parsed gives the same result as its bytes.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <gumbo.h>

#include "pith.h"

static int open_context(void **state) {
    return pith_context_new((struct pith_context **)state) != PITH_OK;
}

static int close_context(void **state) {
    pith_context_free(*state);
    return 0;
}

static struct pith_article *extract_tree(struct pith_context *context,
                                         const struct pith_options *options, const char *page,
                                         size_t len) {
    GumboOptions parsing = kGumboDefaultOptions;
    parsing.max_errors = 0;
    GumboOutput *tree = gumbo_parse_with_options(&parsing, page, len);
    struct pith_article *article = NULL;
    enum pith_status status = pith_extract_gumbo(context, options, tree, &article);
    gumbo_destroy_output(&parsing, tree); /* the article no longer needs it */
    assert_int_equal(status, PITH_OK);
    return article;
}

static struct pith_article *extract_bytes(struct pith_context *context,
                                          const struct pith_options *options, const char *page,
                                          size_t len) {
    struct pith_article *article = NULL;
    assert_int_equal(pith_extract(context, options, page, len, &article), PITH_OK);
    return article;
}

static const char *text_of(const struct pith_article *article) {
    return pith_article_body(article, PITH_TEXT, NULL);
}

/* Asserts that the blocks are the same, and their scores up to some hundredths. Returns whether the
 * same blocks are kept, which may differ for a score near the threshold. */
static bool keep_the_same(const struct pith_article *a, const struct pith_article *b) {
    bool is_same = true;
    const struct pith_block *x, *y;
    for (size_t i = 0; x = pith_article_block(a, i), y = pith_article_block(b, i), x && y; i++) {
        assert_string_equal(x->text, y->text);
        assert_true(x->score - y->score < 0.1 && y->score - x->score < 0.1);
        is_same = is_same && x->kept == y->kept;
    }
    assert_true(x == NULL && y == NULL);
    return is_same;
}

static void assert_same(const struct pith_article *a, const struct pith_article *b) {
    if (keep_the_same(a, b)) {
        assert_string_equal(text_of(a), text_of(b));
        assert_string_equal(pith_article_body(a, PITH_MARKDOWN, NULL),
                            pith_article_body(b, PITH_MARKDOWN, NULL));
    }
    for (int i = 0; i <= PITH_DIRECTION; i++) {
        const char *x = pith_article_field(a, (enum pith_field)i);
        const char *y = pith_article_field(b, (enum pith_field)i);
        assert_true((x == NULL) == (y == NULL));
        if (x)
            assert_string_equal(x, y);
    }
}

static void pages_come_out_the_same(void **state) {
    static const char *const names[] = {"article-01",       "article-03", "collection-01",
                                        "documentation-01", "forum-02",   "listing-01",
                                        "product-01",       "service-01"};
    struct pith_options options = PITH_OPTIONS_INIT;
    options.formats = PITH_MARKDOWN;
    options.flags = PITH_KEEP_LINKS | PITH_KEEP_IMAGES | PITH_EXPLAIN;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        static char page[1 << 20];
        char path[64];
        snprintf(path, sizeof path, "corpus/%s.html", names[i]);
        FILE *file = fopen(path, "rb");
        assert_non_null(file);
        size_t len = fread(page, 1, sizeof page, file);
        fclose(file);
        struct pith_article *tree = extract_tree(*state, &options, page, len);
        struct pith_article *bytes = extract_bytes(*state, &options, page, len);
        assert_same(tree, bytes);
        pith_article_free(tree);
        pith_article_free(bytes);
    }
}

/* Their content is in nodes of the tree; from bytes, the prescan removes it. */
static void scripts_are_set_aside(void **state) {
    static const char page[] =
        "<title>x</title><script type='application/ld+json; charset=utf-8'>"
        "{\"@type\":\"NewsArticle\",\"headline\":\"Ferry runs again\",\"author\":\"Mira Holt\"}"
        "</script><style>p{}</style><h1>Ferry <script>var "
        "a</script><script></script>runs<style>b{}</style> again"
        "</h1><script></script><p>The ferry between the two islands will run "
        "<script></script>again "
        "from Monday, after a winter in which the old boat lay in the yard.";
    struct pith_article *article = extract_tree(*state, NULL, page, sizeof page - 1);
    assert_non_null(strstr(text_of(article), "will run again from Monday"));
    assert_string_equal(pith_article_field(article, PITH_HEADLINE), "Ferry runs again");
    assert_string_equal(pith_article_author(article, 0), "Mira Holt");
    assert_null(strstr(text_of(article), "var a"));
    pith_article_free(article);
}

/* Gumbo has decoded the references in a tree's text already. */
static void names_and_headlines_are_decoded_once(void **state) {
    static const char page[] =
        "<article><h1>Ferry &amp;amp; post again <small>after a winter</small></h1><p>The ferry "
        "between the two islands will run again from Monday, with an engine that is new.<p>"
        "Islanders had waited for eleven weeks, and the post came by helicopter whenever the fog "
        "allowed it to land.</article><ol class=comment-list><li><div class=comment-author>"
        "Jo &amp;amp; Ann</div><p>I have been waiting for this boat since the autumn, and I am "
        "glad to see it again.</ol>";
    struct pith_options options = PITH_OPTIONS_INIT;
    options.flags = PITH_KEEP_COMMENTS;
    options.precision_bias = -0.5;
    struct pith_article *bytes = extract_bytes(*state, &options, page, sizeof page - 1);
    struct pith_article *tree = extract_tree(*state, &options, page, sizeof page - 1);
    assert_non_null(strstr(pith_article_comments(bytes), "Jo &amp; Ann\n"));
    assert_string_equal(pith_article_comments(tree), pith_article_comments(bytes));
    assert_string_equal(pith_article_field(bytes, PITH_HEADLINE), "Ferry &amp; post again");
    assert_string_equal(pith_article_field(tree, PITH_HEADLINE), "Ferry &amp; post again");
    pith_article_free(bytes);
    pith_article_free(tree);
}

/* A page of `depth` nested elements, with a word in each. */
static char *nest(const char *open, size_t depth) {
    size_t len = strlen(open);
    char *page = malloc(depth * len + 1);
    assert_non_null(page);
    for (size_t i = 0; i < depth; i++)
        memcpy(page + i * len, open, len + 1);
    return page;
}

static void deep_elements_are_dropped_and_their_text_kept(void **state) {
    struct pith_options options = PITH_OPTIONS_INIT;
    options.precision_bias = -1;
    options.flags = PITH_EXPLAIN;
    options.max_depth = 4; /* html, body, two div */
    static const char page[] = "<div>a<div>b<div>c<script>no</script><div>d</div></div>e</div>f";
    struct pith_article *article = extract_tree(*state, &options, page, sizeof page - 1);
    assert_string_equal(pith_article_block(article, 0)->text, "a");
    assert_string_equal(pith_article_block(article, 1)->text, "b");
    assert_string_equal(pith_article_block(article, 2)->path, "body/div/div/div");
    assert_string_equal(pith_article_block(article, 2)->text, "cd");
    assert_string_equal(pith_article_block(article, 3)->text, "e");
    assert_null(pith_article_block(article, 5));
    pith_article_free(article);

    char *deep = nest("<div>word ", 20000);
    options.max_depth = 512;
    article = extract_tree(*state, &options, deep, strlen(deep));
    size_t n = 0;
    while (pith_article_block(article, n))
        n++;
    assert_in_range(n, 500, 512);
    pith_article_free(article);
    free(deep);
}

static void arguments_and_limits_are_checked(void **state) {
    static const char page[] = "<p>a";
    struct pith_options options = PITH_OPTIONS_INIT;
    GumboOutput *tree = gumbo_parse(page);
    struct pith_article *article = (struct pith_article *)&article;
    assert_int_equal(pith_extract_gumbo(*state, NULL, NULL, &article), PITH_EINVAL);
    assert_null(article);
    article = (struct pith_article *)&article;
    assert_int_equal(pith_extract_gumbo(NULL, NULL, tree, &article), PITH_EINVAL);
    assert_null(article);
    assert_int_equal(pith_extract_gumbo(*state, NULL, tree, NULL), PITH_EINVAL);
    options.precision_bias = 2;
    assert_int_equal(pith_extract_gumbo(*state, &options, tree, &article), PITH_EINVAL);
    options.precision_bias = 0;
    options.max_memory_bytes = 1000;
    article = (struct pith_article *)&article;
    assert_int_equal(pith_extract_gumbo(*state, &options, tree, &article), PITH_ELIMIT);
    assert_null(article);
    options.max_memory_bytes = SIZE_MAX;
    assert_int_equal(pith_extract_gumbo(*state, &options, tree, &article), PITH_OK);
    pith_article_free(article);
    gumbo_destroy_output(&kGumboDefaultOptions, tree);
}

static void no_tree_is_too_small(void **state) {
    struct pith_article *article = extract_tree(*state, NULL, "", 0);
    assert_string_equal(text_of(article), "");
    pith_article_free(article);
}

#define CONTEXT_TEST(function)                                                                     \
    cmocka_unit_test_setup_teardown(function, open_context, close_context)

int main(void) {
    const struct CMUnitTest tests[] = {
        CONTEXT_TEST(pages_come_out_the_same),
        CONTEXT_TEST(scripts_are_set_aside),
        CONTEXT_TEST(names_and_headlines_are_decoded_once),
        CONTEXT_TEST(deep_elements_are_dropped_and_their_text_kept),
        CONTEXT_TEST(arguments_and_limits_are_checked),
        CONTEXT_TEST(no_tree_is_too_small),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
