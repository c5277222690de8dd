/*
 * What JSON-LD is about: which of several items is the page's, and what else it says about it.
 */
#include "page_case.h"

#define LD(json) "<script type=application/ld+json>" json "</script>"
#define ITEM(type, name)                                                                           \
    "{\"@type\":\"" type "\",\"headline\":\"" name "\",\"author\":\"" name "\"}"
#define BY(type, author) "{\"@type\":\"" type "\",\"author\":\"" author "\"}"

static void the_page_s_own_item(void **state) {
    static const struct page_case CASES[] = {
        {"the one that the title names",
         "<title>Ben Holt</title>" LD(
             "[" ITEM("Article", "Jane Doe") "," ITEM("Article", "Ben Holt") "]"),
         AUTHORS, "Ben Holt"},
        {"one without a name before another's",
         "<title>Harbour plan</title>" LD(
             "[" ITEM("Article", "Jane Doe") "," BY("Article", "Ben Holt") "]"),
         AUTHORS, "Ben Holt"},
        {"the first of two alike",
         LD("[" BY("Article", "Jane Doe") "," BY("Article", "Ben Holt") "]"), AUTHORS, "Jane Doe"},
        {"the higher rank", LD("[" BY("Review", "Jane Doe") "," BY("Recipe", "Ben Holt") "]"),
         AUTHORS, "Ben Holt"},
        {"an article before a product",
         LD("[" BY("Product", "Jane Doe") "," BY("NewsArticle", "Ben Holt") "]"), AUTHORS,
         "Ben Holt"},
        {"two of others",
         "<title>Harbour plan</title>" LD(
             "[" ITEM("Article", "Jane Doe") "," ITEM("Article", "Ben Holt") "]"),
         AUTHORS, "Jane Doe"},
        {"three of others",
         "<title>Harbour plan</title>" LD("[" ITEM("Article", "Jane Doe") "," ITEM(
             "Article", "Ben Holt") "," ITEM("Article", "Ann Poe") "]"),
         AUTHORS, "-"},
        {"a page and its question",
         LD("{\"@type\":\"QAPage\",\"mainEntity\":" BY("Question", "Jane Doe") "}"), AUTHORS,
         "Jane Doe"},
        {"a part of something else",
         LD("{\"@type\":\"WebPage\",\"about\":" BY("Article", "Jane Doe") "}"), AUTHORS, "-"},
        {"of two types", LD("{\"@type\":[\"Thing\",\"Article\"],\"author\":\"Jane Doe\"}"), AUTHORS,
         "Jane Doe"},
        {"a creator", LD("{\"@type\":\"Article\",\"creator\":\"Jane Doe\"}"), AUTHORS, "Jane Doe"},
        {"an author before a creator",
         LD("{\"@type\":\"Article\",\"creator\":\"Ben Holt\",\"author\":\"Jane Doe\"}"), AUTHORS,
         "Jane Doe"},
        {"a given name alone", LD("{\"@type\":\"Article\",\"author\":{\"givenName\":\"Jane\"}}"),
         AUTHORS, "-"},
        {"several", LD("{\"@type\":\"Article\",\"author\":[\"Jane Doe\",{\"name\":\"Ben Holt\"}]}"),
         AUTHORS, "Jane Doe; Ben Holt"},
    };
    CHECK(CASES);
}

/* Each type, and a later item of the next higher rank. */
static void types_have_an_order(void **state) {
    static const char *const PAIRS[][2] = {
        {"HowTo", "Article"},
        {"CreativeWork", "Question"},
        {"Product", "Report"},
        {"Review", "HowTo"},
        {"Course", "Recipe"},
        {"Event", "ProductGroup"},
        {"PodcastEpisode", "CreativeWork"},
        {"SoftwareApplication", "Book"},
        {"QAPage", "SoftwareApplication"},
        {"VideoObject", "QAPage"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(PAIRS); i++) {
        char html[300];
        struct block_page page;
        struct metadata m;
        snprintf(html, sizeof html,
                 "<script type=application/ld+json>[{\"@type\":\"%s\",\"datePublished\":"
                 "\"2024-05-03\"},{\"@type\":\"%s\",\"datePublished\":\"2024-06-03\"}]</script>",
                 PAIRS[i][0], PAIRS[i][1]);
        read_html(*state, arena_copy(*state, str_of(html)), &page, &m);
        if (!str_equals(field_or_dash(&m, PITH_DATE), STR("2024-06-03")))
            fail_msg("%s before %s", PAIRS[i][0], PAIRS[i][1]);
    }
}

static void other_values(void **state) {
    static const struct page_case CASES[] = {
        {"an image", LD("{\"@type\":\"Article\",\"image\":\"https://a.example/b.jpg\"}"),
         PITH_IMAGE, "https://a.example/b.jpg"},
        {"the first of several",
         LD("{\"@type\":\"Article\",\"image\":[\"https://a.example/b.jpg\",\"https://a.example/"
            "c.jpg\"]}"),
         PITH_IMAGE, "https://a.example/b.jpg"},
        {"an object", LD("{\"@type\":\"Article\",\"image\":{\"url\":\"https://a.example/b.jpg\"}}"),
         PITH_IMAGE, "https://a.example/b.jpg"},
        {"a publisher", LD("{\"@type\":\"Article\",\"publisher\":{\"name\":\"Courier\"}}"),
         PITH_SITE, "Courier"},
        {"a site", LD("{\"@type\":\"WebSite\",\"name\":\"Courier\"}"), PITH_SITE, "Courier"},
        {"a site within it",
         LD("{\"@type\":\"WebPage\",\"isPartOf\":{\"@type\":\"WebSite\",\"name\":\"Courier\"}}"),
         PITH_SITE, "Courier"},
        {"a day of creation", LD("{\"@type\":\"Article\",\"dateCreated\":\"2024-05-03\"}"),
         PITH_DATE, "2024-05-03"},
        {"after that of publication",
         LD("{\"@type\":\"Article\",\"dateCreated\":\"2024-05-03\",\"datePublished\":\"2024-06-"
            "03\"}"),
         PITH_DATE, "2024-06-03"},
        {"a change", LD("{\"@type\":\"Article\",\"dateModified\":\"2024-05-03\"}"), PITH_MODIFIED,
         "2024-05-03"},
        {"a language", LD("{\"@type\":\"Article\",\"inLanguage\":\"de\"}"), PITH_LANGUAGE, "de"},
        {"an address", LD("{\"@type\":\"Article\",\"url\":\"https://a.example/b\"}"), PITH_URL,
         "https://a.example/b"},
        {"a summary", LD("{\"@type\":\"Article\",\"description\":\"Two words\"}"), PITH_DESCRIPTION,
         "Two words"},
    };
    CHECK(CASES);
}

static void tags_are_a_list_or_a_string(void **state) {
    static const struct {
        const char *keywords;
        size_t n_tags;
    } CASES[] = {
        {"\"sea, walls\"", 2},
        {"[\"sea\",\"walls\"]", 2},
        {"[\"sea, walls\"]", 2},
        {"[\"sea, walls\",\"boats\"]", 2},
        {"\"\"", 0},
        {"[]", 0},
        {"[{\"@type\":\"DefinedTerm\",\"name\":\"sea\"},\"walls\"]", 1},
        {"7", 0},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct buffer html;
        struct block_page page;
        struct metadata m;
        buffer_init(&html, *state);
        buffer_append(&html,
                      STR("<script type=application/ld+json>{\"@type\":\"Article\",\"keywords\":"));
        buffer_append(&html, str_of(CASES[i].keywords));
        buffer_append(&html, STR("}</script>"));
        read_html(*state, buffer_str(&html), &page, &m);
        if (m.tags.n != CASES[i].n_tags)
            fail_msg("%s: %zu", CASES[i].keywords, m.tags.n);
    }
}

#define ELLERY                                                                                     \
    "<p>The council of the town voted on Friday to rebuild the harbour of Port Ellery, ending a "  \
    "debate that began at breakfast and was still going when the boats came in.</p>" PROSE
#define LINES(lines) "<html lang=en><h1>Harbour plan</h1>" lines ELLERY

static void places_of_datelines(void **state) {
    static const struct page_case CASES[] = {
        {"between byline and date", LINES("<p>By Jane Doe<p>Port Ellery<p>3 May 2024</p>"),
         PITH_PLACE, "Port Ellery"},
        {"two lines from the byline",
         LINES("<p>By Jane Doe<p>Ellery<p>Port Ellery<p>3 May 2024</p>"), PITH_PLACE, "-"},
        {"three credits below the byline",
         LINES("<p>By Jane Doe<p>Photos by Ann Poe<p>Video by Cy Roe<p>Photos by Di Loe<p>Port "
               "Ellery<p>3 May 2024</p>"),
         PITH_PLACE, "-"},
        {"another line below the byline",
         LINES("<p>By Jane Doe<p>Walls and boats<p>Port Ellery<p>3 May 2024</p>"), PITH_PLACE, "-"},
        {"a menu's entry",
         "<html lang=en><p>Port Ellery"
         "<h1>Harbour plan</h1>"
         "<p>a<p>b<p>c<p>d<p>e<p>f<p>g<p>h<p>i<p>By Jane Doe<p>Port Ellery<p>3 May 2024</p>" ELLERY,
         PITH_PLACE, "Port Ellery"},
        {"a menu's entry far above",
         "<html lang=en><p>Port Ellery<p>a<p>b<p>c<p>d<p>e<p>f<p>g<p>h"
         "<h1>Harbour plan</h1><p>By Jane Doe<p>Port Ellery<p>3 May 2024</p>" ELLERY,
         PITH_PLACE, "-"},
        {"the name of the site",
         "<meta property=og:site_name content='Port Ellery'>" LINES(
             "<p>By Jane Doe<p>Port Ellery<p>3 May 2024</p>"),
         PITH_PLACE, "-"},
        {"a place in the headline",
         "<html lang=en><h1>The plan of Port Mallow</h1><p>By Jane Doe"
         "<p>Port Mallow<p>3 May 2024</p>" ELLERY,
         PITH_PLACE, "Port Mallow"},
        {"at the start of the headline",
         "<html lang=en><h1>Port Mallow has a plan</h1><p>By Jane Doe"
         "<p>Port Mallow<p>3 May 2024</p>" ELLERY,
         PITH_PLACE, "-"},
        {"the dateline has it already", LINES("<p>By Jane Doe<p>Port Ellery, 3 May 2024</p>"),
         PITH_DATELINE, "Port Ellery, 3 May 2024"},
        {"without a byline", LINES("<p>Port Ellery<p>3 May 2024</p>"), PITH_PLACE, "-"},
        {"after a comma", LINES("<p>By Jane Doe<p>Port Mallow, 3 May 2024</p>"), PITH_PLACE,
         "Port Mallow"},
        {"before a stroke", LINES("<p>By Jane Doe<p>Port Ellery | 3 May 2024</p>"), PITH_PLACE,
         "Port Ellery"},
        {"before a stroke, unknown", LINES("<p>By Jane Doe<p>Port Mallow | 3 May 2024</p>"),
         PITH_PLACE, "-"},
        {"a label", LINES("<p>Published, 3 May 2024</p>"), PITH_PLACE, "-"},
        {"a day of the week", LINES("<p>Friday, 3 May 2024</p>"), PITH_PLACE, "-"},
        {"in small letters", LINES("<p>By Jane Doe<p>port ellery<p>3 May 2024</p>"), PITH_PLACE,
         "-"},
    };
    CHECK(CASES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(the_page_s_own_item), ARENA_TEST(types_have_an_order),
        ARENA_TEST(other_values),        ARENA_TEST(tags_are_a_list_or_a_string),
        ARENA_TEST(places_of_datelines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
