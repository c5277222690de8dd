/*
 * What addresses and declared types say about a page: its date, its host's country, its kind.
 */
#include "page_case.h"

/* The address's date: the canonical link is all that the page has. */
static struct str date_of(struct arena *arena, const char *address) {
    char html[300];
    struct block_page page;
    struct metadata m;
    snprintf(html, sizeof html, "<link rel=canonical href='https://harbour.example%s'>", address);
    read_html(arena, arena_copy(arena, str_of(html)), &page, &m);
    return field_or_dash(&m, PITH_DATE);
}

static void dates_in_paths(void **state) {
    static const struct {
        const char *address, *date;
    } CASES[] = {
        {"/2024/04/26/plan", "2024-04-26"},
        {"/2024-04-26-plan", "2024-04-26"},
        {"/plan-2024-04-26", "2024-04-26"},
        {"/plan_20240426.html", "2024-04-26"},
        {"/?day=20240426", "2024-04-26"},
        {"/a2024/04/26/plan", "-"},
        {"/2024/04-26/plan", "-"},
        {"/2024.04.26/plan", "-"},
        {"/2024/04/261/plan", "-"},
        {"/202404261/plan", "-"},
        {"/12024/04/26/plan", "-"},
        {"/1990/04/26/plan", "1990-04-26"},
        {"/1989/04/26/plan", "-"},
        {"/2099/04/26/plan", "2099-04-26"},
        {"/2100/04/26/plan", "-"},
        {"/2024/TOWN/04/26/plan", "2024-04-26"},
        {"/2024/TOWN/Boats/04/26/plan", "2024-04-26"},
        {"/2024/a/b/c/04/26/plan", "-"},
        {"/2024/TOWN/04/plan", "-"},
        {"/2024/TOWN/04-26/plan", "-"},
        {"/2024/TOWN-04/26/plan", "-"},
        {"/2024/TOWN/04/26", "-"},
        {"/1950/TOWN/04/26/plan", "-"},
        {"/2024/01/01/plan", "2024-01-01"},
        {"/2024/12/31/plan", "2024-12-31"},
        {"/2024/00/26/plan", "-"},
        {"/2024/13/26/plan", "-"},
        {"/2024/04/00/plan", "-"},
        {"/2024/12/32/plan", "-"},
        {"/2024/04/26", "2024-04-26"},
        {"/2024/04", "-"},
        {"/2024", "-"},
        /* without zeros, between slashes */
        {"/2024/4/6/plan", "2024-04-06"},
        {"/2024/4/26/plan", "2024-04-26"},
        {"/2024/5/1/plan", "2024-05-01"},
        {"/2024/5/31/plan", "2024-05-31"},
        {"/2024/5/32/plan", "-"},
        {"/2024/12/6/plan", "2024-12-06"},
        {"/2024/4/6", "-"},
        {"/2024/4-6/plan", "-"},
        {"/2024/13/6/plan", "-"},
        {"/2024/4/32/plan", "-"},
        {"/2024/0/6/plan", "-"},
        {"/2024/4/0/plan", "-"},
        {"/2024/1/1/plan", "2024-01-01"},
        {"/2024/12/31/plan", "2024-12-31"},
        {"/2024/4/261/plan", "-"},
        {"/2024/124/6/plan", "-"},
        {"/1990/4/6/plan", "1990-04-06"},
        {"/1989/4/6/plan", "-"},
        {"/2099/4/6/plan", "2099-04-06"},
        {"/2100/4/6/plan", "-"},
        {"/a-2024/4/6/plan", "-"},
        /* the day first */
        {"/26-04-2024", "2024-04-26"},
        {"/26-04-2024-plan", "2024-04-26"},
        {"/26-04-20241", "-"},
        {"/26_04-2024", "-"},
        {"/26-04_2024", "-"},
        {"/01-01-1990", "1990-01-01"},
        {"/01-01-1989", "-"},
        {"/31-12-2099", "2099-12-31"},
        {"/31-12-2100", "-"},
        {"/32-12-2024", "-"},
        {"/31-13-2024", "-"},
        {"/00-12-2024", "-"},
        {"/31-00-2024", "-"},
        {"/plan-26-04-2024", "-"},
        /* the month's name */
        {"/2024/april/26/plan", "2024-04-26"},
        {"/2024/apr/6/plan", "2024-04-06"},
        {"/2024/april/plan", "-"},
        {"/2024/april/26", "-"},
        {"/2024/wall/26/plan", "-"},
        {"/2024-april/26/plan", "-"},
        {"/1989/april/26/plan", "-"},
        {"/1990/april/26/plan", "1990-04-26"},
    };
    volatile size_t n_wrong = 0;
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str got = date_of(*state, CASES[i].address);
        if (str_equals(got, str_of(CASES[i].date)))
            continue;
        print_message("%s: \"%.*s\"\n", CASES[i].address, (int)got.len, got.at);
        n_wrong++;
    }
    assert_int_equal(n_wrong, 0);
}

#define AT(host)                                                                                   \
    "<html lang=en-US><link rel=canonical href='" host                                             \
    "'><h1>Harbour plan</h1><p>4/5/2024</p>" PROSE

static void hosts_of_countries(void **state) {
    static const struct page_case CASES[] = {
        {"of the United States", AT("https://harbour.example/a"), PITH_DATE, "2024-04-05"},
        {"of Britain", AT("https://harbour.co.uk/a"), PITH_DATE, "2024-05-04"},
        {"of Ireland, with a port", AT("https://harbour.ie:80/a"), PITH_DATE, "2024-05-04"},
        {"of India, with a query", AT("http://harbour.in?a=b"), PITH_DATE, "2024-05-04"},
        {"within the path only", AT("https://harbour.example/a.uk"), PITH_DATE, "2024-04-05"},
    };
    CHECK(CASES);
}

/* The address that the caller gives counts before those that the page declares. */
static void addresses_of_the_caller(void **state) {
    static const struct {
        const char *address, *html;
        enum pith_field field;
        const char *want;
    } CASES[] = {
        {"https://a.example/2024/05/03/plan", "<p>a", PITH_DATE, "2024-05-03"},
        {"https://a.example/plan", "<p>a", PITH_DATE, "-"},
        {"https://a.example/plan", "<link rel=canonical href=https://a.example/2024/05/03/plan>",
         PITH_DATE, "2024-05-03"},
        {"https://a.example/2024/05/03/plan",
         "<link rel=canonical href=https://a.example/2024/06/04/plan>", PITH_DATE, "2024-05-03"},
        {"https://a.example/plan", "<link rel=canonical href=/2024/05/03/plan>", PITH_DATE, "-"},
        {"", "<link rel=canonical href=ftp://a.example/2024/05/03/plan>", PITH_DATE, "-"},
        {"", "<link rel=canonical href=http://a.example/2024/05/03/plan>", PITH_DATE, "2024-05-03"},
        {"https://a.example/plan", "<p>a", PITH_URL, "https://a.example/plan"},
        {"https://a.example/plan", "<link rel=canonical href=/b>", PITH_URL, "https://a.example/b"},
        {"https://a.uk/plan", AT("https://a.example/"), PITH_DATE, "2024-05-04"},
        {"https://a.example/plan", AT("https://a.uk/"), PITH_DATE, "2024-04-05"},
        {"/plan", AT("https://a.uk/"), PITH_DATE, "2024-05-04"},
        {"https://www.courier.example/plan", "<meta property=og:title content='Plan - Courier'>",
         PITH_HEADLINE, "Plan"},
        {"https://news.courier.co.uk/plan", "<meta property=og:title content='Plan - Courier'>",
         PITH_HEADLINE, "Plan"},
        {"https://courier.example", "<meta property=og:title content='Plan - Courier'>",
         PITH_HEADLINE, "Plan"},
        {"https://www.bbc.example/plan", "<meta property=og:title content='The plan - Www'>",
         PITH_HEADLINE, "The plan - Www"},
        {"https://courier.other.example/plan", "<meta property=og:title content='Plan - Courier'>",
         PITH_HEADLINE, "Plan - Courier"},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page;
        struct metadata m;
        read_html(*state, str_of(CASES[i].html), &page, &m);
        metadata_read(&page, plain_scores(&page), str_of(CASES[i].address), &m);
        struct str got = field_or_dash(&m, CASES[i].field);
        if (!str_equals(got, str_of(CASES[i].want)))
            fail_msg("%s, %s: %.*s", CASES[i].address, CASES[i].html, (int)got.len, got.at);
    }
}

#define OF_TYPE(type) "<script type=application/ld+json>{\"@type\":\"" type "\"}</script>"
#define OPEN_GRAPH(type) "<meta property=og:type content='" type "'>"
#define ADDRESS(path) "<link rel=canonical href='https://harbour.example" path "'>"
#define SIGNED "<h1>Harbour plan</h1><p>By Jane Doe</p>" PROSE

static void declared_types(void **state) {
    static const struct page_case CASES[] = {
        {"post", OF_TYPE("DiscussionForumPosting"), PITH_TYPE, "forum"},
        {"answers", OF_TYPE("QAPage"), PITH_TYPE, "forum"},
        {"question", OF_TYPE("Question"), PITH_TYPE, "forum"},
        {"manual", OF_TYPE("TechArticle"), PITH_TYPE, "documentation"},
        {"news", OF_TYPE("NewsArticle"), PITH_TYPE, "article"},
        {"blog", OF_TYPE("BlogPosting"), PITH_TYPE, "article"},
        {"recipe", OF_TYPE("Recipe"), PITH_TYPE, "article"},
        {"steps", OF_TYPE("HowTo"), PITH_TYPE, "article"},
        {"review", OF_TYPE("Review"), PITH_TYPE, "article"},
        {"report", OF_TYPE("Report"), PITH_TYPE, "article"},
        {"product", OF_TYPE("Product"), PITH_TYPE, "product"},
        {"products that vary", OF_TYPE("ProductGroup"), PITH_TYPE, "product"},
        {"collection", OF_TYPE("CollectionPage"), PITH_TYPE, "collection"},
        {"results", OF_TYPE("SearchResultsPage"), PITH_TYPE, "listing"},
        {"service", OF_TYPE("Service"), PITH_TYPE, "service"},
        {"program", OF_TYPE("SoftwareApplication"), PITH_TYPE, "service"},
        {"functions", OF_TYPE("APIReference"), PITH_TYPE, "documentation"},
        {"products of a shop", OF_TYPE("ProductCollection"), PITH_TYPE, "collection"},
        {"list", OPEN_GRAPH("ItemList"), PITH_TYPE, "listing"},
        {"a page of some kind", OF_TYPE("WebPage"), PITH_TYPE, "-"},
        {"a shop's product", OPEN_GRAPH("product.item"), PITH_TYPE, "product"},
        {"a shop's products", OPEN_GRAPH("product.group"), PITH_TYPE, "collection"},
        {"the more reliable of two", OPEN_GRAPH("product") OF_TYPE("NewsArticle"), PITH_TYPE,
         "article"},
        /* programs declare any page an article */
        {"an article, unsigned", OPEN_GRAPH("article"), PITH_TYPE, "-"},
        {"an article, signed", OPEN_GRAPH("article") SIGNED, PITH_TYPE, "article"},
        {"an article in a forum", OPEN_GRAPH("article") ADDRESS("/forum/1") SIGNED, PITH_TYPE,
         "forum"},
        {"a product in a forum", OPEN_GRAPH("product") ADDRESS("/forum/1") SIGNED, PITH_TYPE,
         "product"},
    };
    CHECK(CASES);
}

static void types_by_address(void **state) {
    static const struct page_case CASES[] = {
        {"forum", ADDRESS("/forum"), PITH_TYPE, "forum"},
        {"in capitals", ADDRESS("/Forum/"), PITH_TYPE, "forum"},
        {"part of a word", ADDRESS("/forumlike"), PITH_TYPE, "-"},
        {"before a point", ADDRESS("/viewtopic.php"), PITH_TYPE, "forum"},
        {"in a query", ADDRESS("/?topic=1"), PITH_TYPE, "forum"},
        {"further on in a query", ADDRESS("/?a=b&thread=1"), PITH_TYPE, "forum"},
        {"docs", ADDRESS("/docs/a"), PITH_TYPE, "documentation"},
        {"wiki", ADDRESS("/wiki/a"), PITH_TYPE, "documentation"},
        {"products", ADDRESS("/products/a"), PITH_TYPE, "product"},
        {"category", ADDRESS("/category/a"), PITH_TYPE, "collection"},
    };
    static const char *const WORDS[][2] = {
        {"forum", "forum"},
        {"forums", "forum"},
        {"thread", "forum"},
        {"threads", "forum"},
        {"topic", "forum"},
        {"showthread", "forum"},
        {"viewtopic", "forum"},
        {"viewthread", "forum"},
        {"questions", "forum"},
        {"discussion", "forum"},
        {"community", "forum"},
        {"docs", "documentation"},
        {"doc", "documentation"},
        {"documentation", "documentation"},
        {"reference", "documentation"},
        {"manual", "documentation"},
        {"wiki", "documentation"},
        {"readthedocs", "documentation"},
        {"product", "product"},
        {"products", "product"},
        {"collections", "collection"},
        {"category", "collection"},
    };
    CHECK(CASES);
    for (volatile size_t i = 0; i < N_OF(WORDS); i++) {
        char html[120];
        snprintf(html, sizeof html, ADDRESS("/x/%s/a"), WORDS[i][0]);
        const struct page_case one = {WORDS[i][0], html, PITH_TYPE, WORDS[i][1]};
        check(state, &one, 1);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(dates_in_paths),          ARENA_TEST(hosts_of_countries),
        ARENA_TEST(addresses_of_the_caller), ARENA_TEST(declared_types),
        ARENA_TEST(types_by_address),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
