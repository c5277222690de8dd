/*
 * The links, images and tables of an article as lists, and its charset.
 */
#include "api_page.h"

#define SENTENCE                                                                                   \
    "The ferry between the two islands will run again from Monday, after a winter in which the "   \
    "old boat lay in the yard and the post came by helicopter. "

static const char LISTED[] =
    "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Ferry</title></head><body>"
    "<nav><a href=/>Home</a></nav><article><h1>Ferry runs again</h1>"
    "<p>" SENTENCE SENTENCE "See <a href=/plan>the <b>plan</b> of 10<sup>9</sup></a> and "
    "<a href='javascript:x'>no link</a>.</p>"
    "<figure><img src=/boat.jpg alt='The  boat'><figcaption>The boat at the <a href=/pier>pier</a>"
    "</figcaption></figure>"
    "<p>" SENTENCE SENTENCE "</p>"
    "<figure><img src=/crew.jpg></figure>"
    "<p>" SENTENCE SENTENCE "<a href=/last>Rene\xCC\x81</a></p>"
    "<table><caption>Times of the ferry</caption><tr><th>Day<th>Out<th>Back"
    "<tr><td>Monday<td>8<br>am<td>4 pm<tr><td>Sunday<td><td><a href=/five>5 pm</a></table>"
    "<p>" SENTENCE SENTENCE "</p></article></body></html>";

static struct pith_article *list(struct pith_context *context, unsigned flags) {
    struct pith_options options = PITH_OPTIONS_INIT;
    options.flags = PITH_LISTS | flags;
    options.url = "https://ferry.example/news/1";
    return extract(context, &options, LISTED);
}

/* The text of the block that an item belongs to. */
static const char *block_text(const struct pith_article *article, size_t block) {
    assert_int_not_equal(block, PITH_NO_BLOCK);
    const struct pith_block *found = pith_article_block(article, block);
    assert_non_null(found);
    return found->text;
}

static void assert_link(const struct pith_article *article, size_t i, const char *text,
                        const char *url, const char *of_block) {
    const struct pith_link *link = pith_article_link(article, i);
    assert_non_null(link);
    assert_string_equal(link->text, text);
    assert_string_equal(link->url, url);
    assert_non_null(strstr(block_text(article, link->block), of_block));
}

static void check_links(struct pith_article *article) {
    assert_link(article, 0, "the plan of 10\xE2\x81\xB9", "https://ferry.example/plan",
                "See the plan");
    assert_link(article, 1, "pier", "https://ferry.example/pier", "The boat at the pier");
    assert_link(article, 2, "Ren\xC3\xA9", "https://ferry.example/last", "Ren\xC3\xA9");
    assert_link(article, 3, "5 pm", "https://ferry.example/five", "5 pm");
    assert_null(pith_article_link(article, 4));
    pith_article_free(article);
}

static void links_are_listed(void **state) {
    check_links(list(*state, PITH_BLOCKS));
    check_links(list(*state, PITH_ALL_BLOCKS));
    check_links(list(*state, PITH_BLOCKS | PITH_KEEP_LINKS | PITH_KEEP_IMAGES));
    check_links(list(*state, PITH_BLOCKS | PITH_NO_LINKS));
}

static void images_are_listed(void **state) {
    struct pith_article *article = list(*state, PITH_BLOCKS);
    const struct pith_image *image = pith_article_image(article, 0);
    assert_string_equal(image->url, "https://ferry.example/boat.jpg");
    assert_string_equal(image->alt, "The boat");
    assert_string_equal(image->caption, "The boat at the pier");
    assert_string_equal(block_text(article, image->block), image->caption);
    image = pith_article_image(article, 1);
    assert_string_equal(image->url, "https://ferry.example/crew.jpg");
    assert_string_equal(image->alt, "");
    assert_string_equal(image->caption, "");
    assert_true(image->block > pith_article_image(article, 0)->block);
    assert_true(image->block < pith_article_link(article, 2)->block);
    assert_null(pith_article_image(article, 2));
    pith_article_free(article);
}

static void assert_cell(const struct pith_article *article, size_t i, size_t row, size_t column,
                        const char *text) {
    const struct pith_cell *cell = pith_article_cell(article, i);
    assert_string_equal(cell->text, text);
    assert_int_equal(cell->row, row);
    assert_int_equal(cell->column, column);
    assert_int_equal(cell->is_header, row == 0);
    assert_non_null(strstr(block_text(article, cell->block), strrchr(text, ' ') ? " " : text));
}

static void tables_are_listed(void **state) {
    struct pith_article *article = list(*state, PITH_BLOCKS);
    const struct pith_table *table = pith_article_table(article, 0);
    assert_string_equal(table->caption, "Times of the ferry");
    assert_string_equal(block_text(article, table->block), "Day");
    assert_int_equal(table->n_rows, 3);
    assert_int_equal(table->n_columns, 3);
    assert_int_equal(table->first_cell, 0);
    assert_int_equal(table->n_cells, 8);
    assert_cell(article, 0, 0, 0, "Day");
    assert_cell(article, 2, 0, 2, "Back");
    assert_cell(article, 5, 1, 2, "4 pm");
    assert_cell(article, 7, 2, 2, "5 pm");
    assert_string_equal(pith_article_cell(article, 4)->text, "8 am");
    assert_null(pith_article_cell(article, 8));
    assert_null(pith_article_table(article, 1));
    pith_article_free(article);
}

#define ROWS(a) "<table><tr><th>Day<th>Out<tr><td>Monday<td>" a "</table>"
#define CAPTION(text) "<figcaption>" text "</figcaption>"

/* A caption is that of the table before or after it in its figure, and of no other. */
static void captions_belong_to_one_table(void **state) {
    static const char CAPTIONED[] =
        "<article><h1>Ferry runs again</h1><p>" SENTENCE SENTENCE
        "</p><figure>" CAPTION("Times of the ferry") ROWS("8 am")
            ROWS("9 am") "</figure><p>" SENTENCE SENTENCE "</p><figure>" ROWS("7 am")
                CAPTION("Times of the bus") "</figure>" ROWS("6 am") "<p>" SENTENCE SENTENCE
                                                                     "</p></article>";
    static const char *const CAPTIONS[] = {"Times of the ferry", "", "Times of the bus", ""};
    struct pith_options options = PITH_OPTIONS_INIT;
    options.flags = PITH_LISTS;
    struct pith_article *article = extract(*state, &options, CAPTIONED);
    for (size_t i = 0; i < sizeof CAPTIONS / sizeof *CAPTIONS; i++) {
        assert_non_null(pith_article_table(article, i));
        assert_string_equal(pith_article_table(article, i)->caption, CAPTIONS[i]);
    }
    pith_article_free(article);
}

/* Nothing in the lists points to the page or the context. */
static void lists_outlive_context_and_page(void **state) {
    enum { OTHER_BYTES = 300000, JSON_BYTES = 4000 };
    static const char ALL[] = "links,images,tables";
    (void)state;
    struct pith_context *context;
    assert_int_equal(pith_context_new(&context), PITH_OK);
    char *page = malloc(sizeof LISTED), before[JSON_BYTES], after[JSON_BYTES];
    struct pith_options options = PITH_OPTIONS_INIT;
    struct pith_article *article, *other;
    memcpy(page, LISTED, sizeof LISTED);
    options.flags = PITH_LISTS | PITH_BLOCKS;
    options.url = "https://ferry.example/news/1";
    assert_int_equal(pith_extract(context, &options, page, sizeof LISTED - 1, &article), PITH_OK);
    assert_in_range(pith_article_json(article, ALL, before, sizeof before), 500, JSON_BYTES - 1);
    memset(page, 'x', sizeof LISTED);
    free(page);
    char *large = malloc(OTHER_BYTES);
    for (size_t i = 0; i < OTHER_BYTES; i++)
        large[i] = "<p>zzzz&amp;zzz zz"[i % 17];
    assert_int_equal(pith_extract(context, NULL, large, OTHER_BYTES, &other), PITH_OK);
    pith_article_json(article, ALL, after, sizeof after);
    assert_string_equal(after, before);
    pith_article_free(other);
    pith_context_free(context);
    free(large);
    pith_article_json(article, ALL, after, sizeof after);
    assert_string_equal(after, before);
    pith_article_free(article);
}

/* A caption or a cell may consist of several blocks; videos are links. */
static void blocks_of_captions_and_cells_are_joined(void **state) {
    static const char page[] =
        "<article><h1>Ferry runs again</h1><p>" SENTENCE SENTENCE "</p>"
        "<figure><img src=/a.jpg><figcaption><p>One</p><p>Two <a href=/two>x</a></p></figcaption>"
        "</figure><p>" SENTENCE SENTENCE "</p><iframe src=https://www.youtube.com/embed/abc "
        "title='The harbour'></iframe><p>" SENTENCE SENTENCE "</p>"
        "<table><tr><th>Day<th>Out<tr><td><p>Three</p><p>Four</p><p>Five</p><td>6</table>"
        "<p>" SENTENCE SENTENCE "</p></article>";
    struct pith_options options = PITH_OPTIONS_INIT;
    options.flags = PITH_LISTS | PITH_BLOCKS;
    options.url = "https://ferry.example/news/1";
    struct pith_article *article = extract(*state, &options, page);
    assert_string_equal(pith_article_image(article, 0)->caption, "One Two x");
    assert_null(pith_article_image(article, 1));
    assert_string_equal(pith_article_link(article, 0)->url, "https://ferry.example/two");
    assert_string_equal(pith_article_link(article, 1)->text, "Video: The harbour");
    assert_non_null(
        strstr(block_text(article, pith_article_link(article, 1)->block), "old boat lay"));
    assert_null(pith_article_link(article, 2));
    assert_string_equal(pith_article_cell(article, 2)->text, "Three Four Five");
    assert_string_equal(block_text(article, pith_article_cell(article, 2)->block), "Three");
    assert_string_equal(pith_article_cell(article, 3)->text, "6");
    assert_null(pith_article_cell(article, 4));
    pith_article_free(article);
}

/* A cell with just a picture is an empty one, also where the body shows the picture. */
static void pictures_are_not_cells(void **state) {
    static const char page[] =
        "<article><h1>Ferry runs again</h1><p>" SENTENCE SENTENCE "</p>"
        "<table><tr><th>Day<th>Boat<th>Crew<tr><td>Monday<td><img src=/a.jpg><td>Ann"
        "<tr><td><img src=/b.jpg><td><img src=/c.jpg>Iris<td><img src=/d.jpg></table>"
        "<p>" SENTENCE SENTENCE "</p></article>";
    struct pith_options options = PITH_OPTIONS_INIT;
    options.flags = PITH_LISTS | PITH_BLOCKS | PITH_KEEP_IMAGES;
    struct pith_article *article = extract(*state, &options, page);
    assert_cell(article, 3, 1, 0, "Monday");
    assert_cell(article, 4, 1, 2, "Ann");
    assert_cell(article, 5, 2, 1, "Iris");
    assert_null(pith_article_cell(article, 6));
    assert_int_equal(pith_article_table(article, 0)->n_cells, 6);
    pith_article_free(article);
}

/* A cell is a header by itself or by its row. */
static void headers_are_cells_or_rows(void **state) {
    static const char page[] =
        "<article><h1>Ferry runs again</h1><p>" SENTENCE SENTENCE "</p>"
        "<table><thead><tr><td>Day<td>Out</thead><tbody><tr><th>Monday<td>8<tr><td>Sunday<td>9"
        "</table><p>" SENTENCE SENTENCE "</p></article>";
    static const int ARE_HEADERS[] = {1, 1, 1, 0, 0, 0};
    struct pith_options options = PITH_OPTIONS_INIT;
    options.flags = PITH_LISTS;
    struct pith_article *article = extract(*state, &options, page);
    for (size_t i = 0; i < sizeof ARE_HEADERS / sizeof *ARE_HEADERS; i++)
        assert_int_equal(pith_article_cell(article, i)->is_header, ARE_HEADERS[i]);
    pith_article_free(article);
}

static void lists_come_only_on_request(void **state) {
    struct pith_article *article = extract(*state, NULL, LISTED);
    assert_null(pith_article_link(article, 0));
    assert_null(pith_article_image(article, 0));
    assert_null(pith_article_table(article, 0));
    assert_null(pith_article_cell(article, 0));
    pith_article_free(article);
    article = list(*state, 0);
    assert_int_equal(pith_article_link(article, 0)->block, PITH_NO_BLOCK);
    assert_int_equal(pith_article_image(article, 0)->block, PITH_NO_BLOCK);
    assert_int_equal(pith_article_table(article, 0)->block, PITH_NO_BLOCK);
    assert_int_equal(pith_article_cell(article, 0)->block, PITH_NO_BLOCK);
    pith_article_free(article);
}

static void lists_are_written_as_json(void **state) {
    char json[1000];
    struct pith_article *article = list(*state, 0);
    pith_article_json(article, "links", json, sizeof json);
    assert_non_null(strstr(json, "{\"links\":[{\"text\":\"the plan of 10\xE2\x81\xB9\","
                                 "\"url\":\"https://ferry.example/plan\"},{\"text\":\"pier\""));
    pith_article_json(article, "images,tables", json, sizeof json);
    assert_string_equal(json, "{\"images\":[{\"url\":\"https://ferry.example/boat.jpg\","
                              "\"alt\":\"The boat\",\"caption\":\"The boat at the pier\"},"
                              "{\"url\":\"https://ferry.example/crew.jpg\"}],"
                              "\"tables\":[{\"caption\":\"Times of the ferry\",\"rows\":["
                              "[\"Day\",\"Out\",\"Back\"],[\"Monday\",\"8 am\",\"4 pm\"],"
                              "[\"Sunday\",\"\",\"5 pm\"]]}]}");
    pith_article_free(article);
    article = extract(*state, NULL, LISTED);
    assert_int_equal(pith_article_json(article, "links,images,tables", json, sizeof json), 2);
    pith_article_free(article);
}

static void the_charset_is_told(void **state) {
    static const struct {
        const char *page, *name, *charset;
    } CASES[] = {
        {"<p>caf\xC3\xA9", NULL, "utf-8"},
        {"<p>plain", NULL, "utf-8"},
        {"<meta charset=latin1><p>caf\xE9", NULL, "windows-1252"},
        {"<meta charset=sjis><p>\x82\xA0\x82\xA2\x82\xA4", NULL, "shift_jis"},
        {"<p>caf\xE9", "l1", "windows-1252"},
        {"<p>caf\xE9", "gbk", "gb18030"},
        {"<p>\x82\xA0\x82\xA2\x82\xA4", "CP932", "shift_jis"},
        {"\xFF\xFE<\0p\0>\0a\0", "utf-16", "utf-16le"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct pith_options options = PITH_OPTIONS_INIT;
        options.charset = CASES[i].name;
        options.input = PITH_INPUT_HTML;
        struct pith_article *article = extract(*state, &options, CASES[i].page);
        assert_string_equal(pith_article_charset(article), CASES[i].charset);
        pith_article_free(article);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        CONTEXT_TEST(links_are_listed),
        CONTEXT_TEST(images_are_listed),
        CONTEXT_TEST(tables_are_listed),
        CONTEXT_TEST(captions_belong_to_one_table),
        CONTEXT_TEST(lists_come_only_on_request),
        CONTEXT_TEST(lists_are_written_as_json),
        CONTEXT_TEST(the_charset_is_told),
        CONTEXT_TEST(headers_are_cells_or_rows),
        CONTEXT_TEST(pictures_are_not_cells),
        cmocka_unit_test(lists_outlive_context_and_page),
        CONTEXT_TEST(blocks_of_captions_and_cells_are_joined),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
