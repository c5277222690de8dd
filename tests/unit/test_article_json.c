/*
 * An article as JSON: each member, and where a link, an image or a table is in the text.
 */
#include "api_page.h"

#define SENTENCE                                                                                   \
    "The ferry between the two islands will run again from Monday, after a winter in which the "   \
    "old boat lay in the yard and the post came by helicopter. "

static const char LISTED[] =
    "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Ferry runs again</title>"
    "<link rel=canonical href=https://ferry.example/c><meta name=author content='Ann Holt'>"
    "<meta property=article:published_time content=2024-05-01>"
    "</head><body><article><h1>Ferry runs again</h1>"
    "<p>" SENTENCE SENTENCE "See <a href=/plan>the plan</a> and <a href=/map>the map</a>.</p>"
    "<figure><img src=/boat.jpg alt='The boat'><figcaption>At the pier</figcaption></figure>"
    "<p>" SENTENCE SENTENCE "</p><figure><img src=/crew.jpg></figure>"
    "<p>" SENTENCE SENTENCE "</p>"
    "<table><tr><td>Day<td>Out<td>Back<td>Fare<tr><td><td>8 am<td><td>5"
    "<tr><td><td><td><td>6<tr><td>Sunday</table>"
    "<p>" SENTENCE SENTENCE
    "</p><table><caption>Fares</caption><tr><td>One<td>Two<tr><td>Three<td>Four</table>"
    "<p>" SENTENCE SENTENCE "</p></article></body></html>";

static struct pith_article *list(struct pith_context *context, unsigned flags) {
    struct pith_options options = PITH_OPTIONS_INIT;
    options.flags = flags;
    options.url = "https://ferry.example/news/1";
    return extract(context, &options, LISTED);
}

/* The members of these names. */
static const char *json_of(const struct pith_article *article, const char *fields) {
    static char json[8000];
    assert_in_range(pith_article_json(article, fields, json, sizeof json), 2, sizeof json - 1);
    return json;
}

static void shares_have_three_digits(void **state) {
    struct pith_article *article = list(*state, 0);
    char expected[200];
    int n = snprintf(expected, sizeof expected, "{\"confidence\":%.3f,\"certainty\":{",
                     pith_article_confidence(article));
    n += snprintf(expected + n, sizeof expected - (size_t)n,
                  "\"headline\":%.3f,\"date\":%.3f,\"authors\":%.3f}}",
                  pith_article_certainty(article, PITH_HEADLINE),
                  pith_article_certainty(article, PITH_DATE),
                  pith_article_authors_certainty(article));
    assert_string_equal(json_of(article, "confidence,certainty"), expected);
    pith_article_free(article);
    article = extract(*state, NULL, "<p>x");
    assert_string_equal(json_of(article, "certainty"), "{\"certainty\":{}}");
    pith_article_free(article);
}

static void counts_and_excerpts_are_those_of_the_text(void **state) {
    struct pith_options options = PITH_OPTIONS_INIT;
    options.precision_bias = -1;
    struct pith_article *article = extract(*state, &options, "<p>One two. Three, <b>four</b></p>");
    assert_string_equal(json_of(article, "word_count,excerpt,text"),
                        "{\"word_count\":4,\"excerpt\":\"One two. Three, four\","
                        "\"text\":\"One two. Three, four\"}");
    pith_article_free(article);
    article = extract(*state, NULL, "<html>");
    assert_string_equal(json_of(article, "word_count,excerpt,text,comments"),
                        "{\"word_count\":0,\"text\":\"\"}");
    pith_article_free(article);
}

static void members_have_other_names(void **state) {
    struct pith_article *article = list(*state, 0);
    assert_string_equal(json_of(article, "url,canonical,charset"),
                        "{\"url\":\"https://ferry.example/c\","
                        "\"canonical\":\"https://ferry.example/c\",\"charset\":\"utf-8\"}");
    assert_string_equal(json_of(article, "sources,modified"),
                        "{\"sources\":{\"headline\":\"heading\",\"date\":\"meta\","
                        "\"language\":\"html element\",\"url\":\"link\","
                        "\"type\":\"visible text\",\"kind\":\"visible text\","
                        "\"direction\":\"text\",\"authors\":\"meta\"}}");
    pith_article_free(article);
}

/* The block and the range of the text after "BLOCK" in the members: those of the row with that
 * index. */
static void assert_place(const struct pith_article *article, const char *member, size_t row,
                         const char *text) {
    char expected[200], all[4000];
    const struct pith_block *block = pith_article_block(article, row);
    assert_non_null(block);
    assert_non_null(strstr(block->text, text));
    snprintf(expected, sizeof expected, "\"block\":%zu,\"text_range\":[%zu,%zu]}", row,
             block->body_start, block->body_end);
    snprintf(all, sizeof all, "%s", member);
    if (strncmp(all, expected, strlen(expected)) != 0)
        fail_msg("%.100s, not %s", all, expected);
    assert_memory_equal(text_of(article) + block->body_start, block->text, 5);
}

static size_t row_with(const struct pith_article *article, const char *text) {
    const struct pith_block *block;
    size_t i = 0;
    while ((block = pith_article_block(article, i)) != NULL && !strstr(block->text, text))
        i++;
    assert_non_null(block);
    return i;
}

static void items_tell_their_block(void **state) {
    struct pith_article *article = list(*state, PITH_LISTS | PITH_BLOCKS);
    size_t plan = row_with(article, "See the plan");
    const char *json = json_of(article, "links");
    const char *first = strstr(json, "/plan\","), *second = strstr(json, "/map\",");
    assert_non_null(first);
    assert_non_null(second);
    assert_place(article, first + strlen("/plan\","), plan, "the map");
    assert_place(article, second + strlen("/map\","), plan, "the map");
    assert_string_equal(json + strlen(json) - 3, "}]}");
    pith_article_free(article);
}

static void images_and_tables_tell_it_too(void **state) {
    struct pith_article *article = list(*state, PITH_LISTS | PITH_BLOCKS);
    size_t row = pith_article_image(article, 0)->block;
    const char *json = json_of(article, "images");
    const char *boat = strstr(json, "\"caption\":\"At the pier\",");
    assert_non_null(boat);
    assert_place(article, boat + strlen("\"caption\":\"At the pier\","), row, "the map");
    row = pith_article_table(article, 0)->block;
    char expected[100];
    int len = snprintf(expected, sizeof expected, "{\"tables\":[{\"block\":%zu,", row);
    assert_int_equal(strncmp(json_of(article, "tables"), expected, (size_t)len), 0);
    pith_article_free(article);
    article = list(*state, PITH_LISTS);
    assert_null(strstr(json_of(article, "links,images,tables"), "block"));
    pith_article_free(article);
}

/* Empty cells are written up to the last that has text. */
static void tables_are_rows_of_cells(void **state) {
    struct pith_article *article = list(*state, PITH_LISTS);
    assert_string_equal(
        json_of(article, "tables"),
        "{\"tables\":[{\"rows\":[[\"Day\",\"Out\",\"Back\",\"Fare\"],[\"\",\"8 am\",\"\",\"5\"],"
        "[\"\",\"\",\"\",\"6\"],[\"Sunday\"]]},"
        "{\"caption\":\"Fares\",\"rows\":[[\"One\",\"Two\"],[\"Three\",\"Four\"]]}]}");
    pith_article_free(article);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CONTEXT_TEST(shares_have_three_digits),
        CONTEXT_TEST(counts_and_excerpts_are_those_of_the_text),
        CONTEXT_TEST(members_have_other_names),
        CONTEXT_TEST(items_tell_their_block),
        CONTEXT_TEST(images_and_tables_tell_it_too),
        CONTEXT_TEST(tables_are_rows_of_cells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
