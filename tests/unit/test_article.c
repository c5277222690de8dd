/*
 * The content of an article, through pith.h: fields, blocks, comments, JSON; and its lifetime.
 */
#include "api_page.h"

#include <math.h>

static void comments_are_separate(void **state) {
    static const char comment[] =
        "<div class=comments><div class=comment id=comment-1><p class=author>Jo<p>Glad that she is "
        "back, the helicopter was loud and dear, and the post was late.</div></div>";
    char page[sizeof PAGE + sizeof comment];
    const char *end = strstr(PAGE, "</main>");
    int n = (int)(end - PAGE);
    snprintf(page, sizeof page, "%.*s%s%s", n, PAGE, comment, end);
    struct pith_options options = PITH_OPTIONS_INIT;
    struct pith_article *article = extract(*state, &options, page);
    assert_string_equal(pith_article_comments(article), "");
    assert_null(strstr(text_of(article), "loud and dear"));
    pith_article_free(article);
    options.flags = PITH_KEEP_COMMENTS;
    article = extract(*state, &options, page);
    assert_non_null(strstr(pith_article_comments(article), "loud and dear"));
    assert_null(strstr(text_of(article), "loud and dear"));
    pith_article_free(article);
}

static void fields_have_values_and_sources(void **state) {
    struct pith_article *article = extract(*state, NULL, PAGE);
    assert_string_equal(pith_article_field(article, PITH_HEADLINE), "Ferry runs again");
    assert_string_equal(pith_article_field(article, PITH_SITE), "The Ferry Post");
    assert_string_equal(pith_article_field(article, PITH_LANGUAGE), "en");
    assert_string_equal(pith_article_field(article, PITH_DESCRIPTION),
                        "News of a caf\xC3\xA9 at the harbour and of its ferry"); /* NFC */
    assert_string_equal(pith_article_source(article, PITH_SITE), "meta");
    assert_string_equal(pith_article_authors_source(article), "meta");
    assert_string_equal(pith_article_tags_source(article), "meta");
    assert_null(pith_article_field(article, PITH_MODIFIED));
    for (int f = -1; f <= N_FIELDS; f++) {
        enum pith_field field = (enum pith_field)f;
        const char *source = pith_article_source(article, field);
        assert_true((pith_article_field(article, field) != NULL) == (source != NULL));
    }
    assert_null(pith_article_field(article, (enum pith_field)N_FIELDS));
    pith_article_free(article);
}

static void input_other_than_pages_is_named(void **state) {
    static const char pdf[] = "%PDF-1.7 and so on";
    struct pith_context *context = *state;
    struct pith_article *article;
    struct pith_options options = PITH_OPTIONS_INIT;
    const char *name;
    assert_int_equal(pith_extract(context, NULL, pdf, sizeof pdf - 1, &article), PITH_ENOTPAGE);
    assert_null(article);
    assert_string_equal(pith_context_error(context), "a PDF document, not a web page");
    options.input = PITH_INPUT_DUMP; /* the caller is believed */
    assert_int_equal(pith_extract(context, &options, pdf, sizeof pdf - 1, &article), PITH_OK);
    pith_article_free(article);
    assert_string_equal(pith_sniff(pdf, sizeof pdf - 1, &name), "application/pdf");
    assert_string_equal(name, "a PDF document");
    assert_null(pith_sniff("<p>A page", 9, &name));
    assert_null(name);
    assert_null(pith_sniff("", 0, NULL));
    assert_null(pith_sniff(NULL, 0, NULL));
}

static void fields_have_names(void **state) {
    static const char *const names[N_FIELDS] = {"headline", "standfirst", "byline",      "dateline",
                                                "place",    "date",       "modified",    "language",
                                                "site",     "url",        "description", "image",
                                                "type",     "kind",       "direction"};
    (void)state;
    for (int f = 0; f < N_FIELDS; f++)
        assert_string_equal(pith_field_name((enum pith_field)f), names[f]);
    assert_null(pith_field_name((enum pith_field)N_FIELDS));
    assert_null(pith_field_name((enum pith_field) - 1));
}

static void lists_end_with_null(void **state) {
    struct pith_article *article = extract(*state, NULL, PAGE);
    assert_string_equal(pith_article_author(article, 0), "Ren\xC3\xA9 Holt"); /* NFC */
    assert_null(pith_article_author(article, 1));
    assert_string_equal(pith_article_tag(article, 0), "Harbour");
    assert_string_equal(pith_article_tag(article, 1), "Ships");
    assert_null(pith_article_tag(article, 2));
    assert_null(pith_article_tag(article, SIZE_MAX));
    assert_null(pith_article_block(article, 0)); /* no explanation was requested */
    pith_article_free(article);
}

/* "name +1.25, name -0.80": strongest first. */
static void assert_reasons(const char *reasons) {
    double last = 1e9;
    assert_true(strlen(reasons) > 0);
    for (const char *at = reasons; at;) {
        char name[64];
        double pull;
        assert_int_equal(sscanf(at, "%63[a-z0-9_] %lf", name, &pull), 2);
        assert_true(fabs(pull) <= last);
        last = fabs(pull);
        at = strstr(at, ", ");
        at = at ? at + 2 : NULL;
    }
}

static void assert_explained(const struct pith_block *block) {
    assert_int_equal(strlen(block->text), block->text_len);
    assert_true(block->score >= 0 && block->score <= 1);
    assert_true(block->score_block >= 0 && block->score_block <= 1);
    assert_true(block->text_density > 0);
    assert_true(block->link_density >= 0 && block->link_density <= 1);
    assert_reasons(block->reasons);
}

static void blocks_are_explained(void **state) {
    struct pith_options options = PITH_OPTIONS_INIT;
    options.flags = PITH_EXPLAIN;
    struct pith_article *article = extract(*state, &options, PAGE);
    size_t n = 0;
    for (const struct pith_block *b; (b = pith_article_block(article, n)) != NULL; n++)
        assert_explained(b);
    assert_int_equal(n, 8); /* three of the menu, headline, three paragraphs, footer */
    const struct pith_block *home = pith_article_block(article, 0);
    assert_string_equal(home->text, "Home");
    assert_string_equal(home->path, "body/nav/ul/li");
    assert_false(home->kept);
    assert_null(home->rule);
    assert_true(home->link_density > 0.99);
    assert_true(home->score < 0.5);
    const struct pith_block *first = pith_article_block(article, 4);
    assert_string_not_equal(first->reasons, home->reasons);
    assert_true(first->kept);
    assert_true(first->score > 0.5);
    assert_string_equal(first->path, "body/main/article/p");
    assert_null(pith_article_block(article, 8));
    pith_article_free(article);
}

static size_t n_blocks(const struct pith_article *article) {
    size_t n = 0;
    while (pith_article_block(article, n))
        n++;
    return n;
}

static void blocks_come_without_reasons_on_request(void **state) {
    struct pith_options options = PITH_OPTIONS_INIT;
    struct pith_article *article = extract(*state, &options, PAGE);
    assert_int_equal(n_blocks(article), 0);
    pith_article_free(article);
    options.flags = PITH_BLOCKS;
    article = extract(*state, &options, PAGE);
    assert_int_equal(n_blocks(article), 3);
    for (size_t i = 0; i < 3; i++) {
        assert_true(pith_article_block(article, i)->kept);
        assert_string_equal(pith_article_block(article, i)->reasons, "");
    }
    pith_article_free(article);
    options.flags = PITH_ALL_BLOCKS;
    article = extract(*state, &options, PAGE);
    assert_int_equal(n_blocks(article), 8);
    assert_false(pith_article_block(article, 0)->kept);
    assert_string_equal(pith_article_block(article, 0)->reasons, "");
    pith_article_free(article);
}

/* With this bias every score would keep its block. */
static void rules_are_named(void **state) {
    struct pith_options options = PITH_OPTIONS_INIT;
    options.flags = PITH_EXPLAIN;
    options.precision_bias = -1;
    struct pith_article *article = extract(*state, &options, PAGE);
    assert_true(pith_article_block(article, 0)->kept);
    assert_null(pith_article_block(article, 0)->rule);
    assert_false(pith_article_block(article, 3)->kept);
    assert_string_equal(pith_article_block(article, 3)->rule, "headline");
    pith_article_free(article);
}

/* A path has at most eight steps, each with its element's first class. */
static void paths_show_the_nearest_steps(void **state) {
    struct pith_options options = PITH_OPTIONS_INIT;
    options.flags = PITH_EXPLAIN;
    struct pith_article *article = extract(
        *state, &options,
        "<div><div><div><div><div><div class=' main  wide'><section><p id=x>The ferry</p></section>"
        "</div></div></div></div></div></div>");
    assert_string_equal(pith_article_block(article, 0)->path,
                        "div/div/div/div/div/div.main/section/p");
    pith_article_free(article);
    article = extract(*state, &options, "A plain line");
    assert_string_equal(pith_article_block(article, 0)->path, "");
    assert_null(pith_article_block(article, 1));
    pith_article_free(article);
}

/* Nothing in an article points to the page, the options or the context. */
static void an_article_outlives_context_and_page(void **state) {
    (void)state;
    struct pith_context *context;
    assert_int_equal(pith_context_new(&context), PITH_OK);
    struct pith_options options = PITH_OPTIONS_INIT;
    char *page = malloc(PAGE_LEN), *url = malloc(32);
    memcpy(page, PAGE, PAGE_LEN);
    strcpy(url, "https://example.org/news/1");
    options.url = url;
    options.flags = PITH_EXPLAIN | PITH_KEEP_LINKS;
    struct pith_article *article, *other;
    assert_int_equal(pith_extract(context, &options, page, PAGE_LEN, &article), PITH_OK);
    assert_int_equal(memcmp(page, PAGE, PAGE_LEN), 0); /* the page is unchanged */
    char reasons[500], text[500];
    snprintf(reasons, sizeof reasons, "%s", pith_article_block(article, 5)->reasons);
    snprintf(text, sizeof text, "%s", pith_article_block(article, 5)->text);
    memset(page, 'x', PAGE_LEN);
    memset(url, 'x', 31);
    free(page);
    free(url);
    options.url = NULL;
    other = extract(context, &options, "<p>Quite another page, of one line alone.");
    pith_article_free(other);
    other = extract(context, &options, PAGE + 1); /* elsewhere in the same memory */
    pith_article_free(other);
    pith_context_free(context);

    assert_non_null(strstr(text_of(article), "https://example.org/heli"));
    assert_string_equal(pith_article_field(article, PITH_HEADLINE), "Ferry runs again");
    assert_string_equal(pith_article_tag(article, 1), "Ships");
    assert_string_equal(pith_article_block(article, 0)->path, "body/nav/ul/li");
    assert_string_equal(pith_article_block(article, 5)->reasons, reasons);
    assert_string_equal(pith_article_block(article, 5)->text, text);
    pith_article_free(article);
}

static void articles_are_written_as_json(void **state) {
    struct pith_article *article = extract(*state, NULL, PAGE);
    char json[400];
    size_t len = pith_article_json(article, "headline,authors,modified,tags", json, sizeof json);
    assert_int_equal(len, strlen(json));
    assert_string_equal(json,
                        "{\"headline\":\"Ferry runs again\",\"authors\":[\"Ren\xC3\xA9 Holt\"],"
                        "\"tags\":[\"Harbour\",\"Ships\"]}");
    pith_article_json(article, "sources", json, sizeof json);
    assert_non_null(strstr(json, "\"authors\":\"meta\",\"tags\":\"meta\"}}"));
    assert_int_equal(pith_article_json(article, "modified", json, sizeof json), 2);
    assert_string_equal(json, "{}");
    assert_int_equal(pith_article_json(article, "", json, sizeof json), 2);
    assert_int_equal(pith_article_json(article, "headline,headlines", json, sizeof json), 0);
    assert_string_equal(json, "");
    assert_int_equal(pith_article_json(article, "headline,date,headline", json, sizeof json), 0);
    assert_string_equal(json, "");
    assert_int_equal(pith_article_json(article, "headline,", json, sizeof json),
                     pith_article_json(article, "headline", json, sizeof json));
    assert_int_equal(pith_article_json(article, "markdown", json, sizeof json),
                     2); /* not requested */
    pith_article_free(article);
}

static void json_is_cut_as_by_snprintf(void **state) {
    struct pith_article *article = extract(*state, NULL, PAGE);
    size_t len = pith_article_json(article, NULL, NULL, 0);
    char *all = malloc(len + 1), *part = malloc(len + 1);
    assert_true(len > 500);
    assert_int_equal(pith_article_json(article, NULL, all, len + 1), len);
    assert_int_equal(strlen(all), len);
    assert_int_equal(strncmp(all, "{\"headline\":", 12), 0);
    assert_int_equal(all[len - 1], '}');
    assert_non_null(strstr(all, ",\"direction\":\"ltr\","));
    assert_non_null(strstr(all, ",\"kind\":\"content\","));
    for (size_t size = 1; size <= len; size++) {
        memset(part, 'x', len + 1);
        assert_int_equal(pith_article_json(article, NULL, part, size), len);
        assert_int_equal(strlen(part), size - 1);
        assert_memory_equal(part, all, size - 1);
        assert_int_equal(part[size], 'x');
    }
    free(all);
    free(part);
    pith_article_free(article);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CONTEXT_TEST(articles_are_written_as_json),
        CONTEXT_TEST(json_is_cut_as_by_snprintf),
        CONTEXT_TEST(comments_are_separate),
        CONTEXT_TEST(fields_have_values_and_sources),
        CONTEXT_TEST(input_other_than_pages_is_named),
        cmocka_unit_test(fields_have_names),
        CONTEXT_TEST(lists_end_with_null),
        CONTEXT_TEST(blocks_are_explained),
        CONTEXT_TEST(blocks_come_without_reasons_on_request),
        CONTEXT_TEST(rules_are_named),
        CONTEXT_TEST(paths_show_the_nearest_steps),
        cmocka_unit_test(an_article_outlives_context_and_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
