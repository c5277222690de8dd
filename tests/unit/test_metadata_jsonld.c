/*
 * JSON-LD as found on the web: complete, in many shapes, and broken in fifty ways, which must not
 * affect the values of other sources, and never crash or hang.
 */
#include "metadata_page.h"

static const char HEAD[] =
    "<!doctype html><html lang=en><head><title>Harbour plan approved - The Courier</title>"
    "<meta property='og:title' content='Harbour plan approved'>"
    "<meta name=author content='Mara Meta'>"
    "<meta property='article:published_time' content='2024-04-26T15:13:00+02:00'>"
    "<script type='application/ld+json'>";
static const char TAIL[] = "</script></head><body><h1>Harbour plan approved</h1>"
                           "<p>The town council voted on Friday to rebuild the eastern half of the "
                           "harbour, ending a debate that began at breakfast and went on.</p>"
                           "</body></html>";

static struct metadata read_body(struct arena *arena, struct str body) {
    struct buffer html;
    struct block_page page;
    struct metadata metadata;
    buffer_init(&html, arena);
    buffer_append(&html, STR(HEAD));
    buffer_append(&html, body);
    buffer_append(&html, STR(TAIL));
    read_html(arena, buffer_str(&html), &page, &metadata);
    return metadata;
}

/* Checks the values that broken JSON-LD must not change, and the expected author. */
static void check_body(struct arena *arena, struct str body, struct str authors) {
    struct metadata m = read_body(arena, body);
    if (!str_equals(joined_authors(arena, &m), authors))
        print_message("%.*s\n", (int)(body.len > 200 ? 200 : body.len), body.at);
    assert_str(field_or_dash(&m, PITH_HEADLINE), STR("Harbour plan approved"));
    assert_str(field_or_dash(&m, PITH_DATE), STR("2024-04-26T15:13:00+02:00"));
    assert_str(joined_authors(arena, &m), authors);
}

#define ARTICLE "\"@type\":\"NewsArticle\",\"headline\":\"Harbour plan approved\","
#define JANE "\"author\":{\"@type\":\"Person\",\"name\":\"Jane Doe\"}"

/* Faults that hide nothing: the reader tolerates them. */
static void test_forgiven(void **state) {
    static const char *const BODIES[] = {
        "{" ARTICLE JANE "}",
        "[{" ARTICLE JANE "}]",
        "{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"The Courier\"},{" ARTICLE JANE "}]}",
        "{\"@type\":\"WebPage\",\"mainEntity\":{" ARTICLE JANE "}}",
        "{\"@graph\":[{" ARTICLE
        "\"author\":{\"@id\":\"#j\"}},{\"@type\":\"Person\",\"@id\":\"#j\","
        "\"name\":\"Jane Doe\"}]}",
        "{" ARTICLE "\"author\":\"Jane Doe\"}",
        "{" ARTICLE "\"author\":[\"Jane Doe\"]}",
        "{" ARTICLE "\"author\":[{\"name\":[\"Jane Doe\",\"J. D.\"]}]}",
        "{" ARTICLE "\"author\":{\"name\":\"By Jane Doe, Staff Writer\"}}",
        "{" ARTICLE "\"author\":{\"name\":\"Jane&#32;Doe\"}}",
        "{" ARTICLE "\"author\":{\"name\":\"<b>Jane Doe</b>\"}}",
        "{" ARTICLE "\"author\":{\"name\":\"Jane\\u0020Doe\"}}",
        "{\"@type\":[\"Article\",\"NewsArticle\"],\"headline\":\"Harbour plan approved\"," JANE "}",
        "{" ARTICLE JANE ",}",                                  /* trailing comma */
        "{" ARTICLE "\"description\":\"two\nlines\"," JANE "}", /* raw newline in a string */
        "{" ARTICLE "\"x\":\"a\ttab\"," JANE "}",
        "<!-- {" ARTICLE JANE "} -->",
        "//<![CDATA[\n{" ARTICLE JANE "}\n//]]>",
        "/* made by a plugin */{" ARTICLE JANE "}",
        "{" ARTICLE JANE "}{\"@type\":\"Organization\"}", /* two roots */
        "{\"@type\":\"Organization\",\"name\":\"Mallory\"}\n{" ARTICLE JANE "}",
        "{" ARTICLE JANE, /* truncated after the author */
        "{" ARTICLE JANE ",\"image\":{\"url\":\"https://exa",
        "{" ARTICLE JANE ";\"x\":1}",
        "{" ARTICLE JANE "}}}}",
        "{" ARTICLE "\"x\":\"bad \\x escape\"," JANE "}",
        "{" ARTICLE "\"x\":\"\\ud800\"," JANE "}",                /* a lone surrogate */
        "{" ARTICLE "\"author\":{\"name\":\"Nobody\"}," JANE "}", /* a duplicate key: the last
                                                                     counts */
        "\xEF\xBB\xBF{" ARTICLE JANE "}",
        "{'@type':'NewsArticle','headline':'Harbour plan approved','author':'Jane Doe'}",
        "{" ARTICLE JANE ",\"review\":{\"@type\":\"Review\",\"author\":\"Mallory Mint\"}}",
        "{" ARTICLE JANE ",\"comment\":[{\"@type\":\"Comment\",\"author\":\"Mallory Mint\"}]}",
    };
    for (size_t i = 0; i < sizeof BODIES / sizeof *BODIES; i++) {
        ARM((struct arena *)*state);
        check_body(*state, (struct str){BODIES[i], strlen(BODIES[i])}, STR("Jane Doe"));
    }
}

/* Faults that hide the author: the meta element's is used. */
static void test_broken(void **state) {
    static const char *const BODIES[] = {
        "",
        " ",
        "{",
        "}",
        "[",
        "]",
        "null",
        "true",
        "0",
        "-",
        "\"",
        "\"a string\"",
        ",",
        ":",
        "{}",
        "[]",
        "[[[]]]",
        "{\"@type\"",
        "{\"@type\":",
        "{\"@type\":\"NewsArticle\"",
        "{" ARTICLE "\"auth",
        "{" ARTICLE "\"author\":{\"na",
        "{" ARTICLE "\"author\":null}",
        "{" ARTICLE "\"author\":7}",
        "{" ARTICLE "\"author\":true}",
        "{" ARTICLE "\"author\":[]}",
        "{" ARTICLE "\"author\":{}}",
        "{" ARTICLE "\"author\":[[[{}]]]}",
        "{" ARTICLE "\"author\":{\"name\":null}}",
        "{" ARTICLE "\"author\":{\"name\":{\"name\":{}}}}",
        "{" ARTICLE "\"author\":{\"name\":\"\"}}",
        "{" ARTICLE "\"author\":{\"name\":\"admin\"}}",
        "{" ARTICLE "\"author\":{\"@id\":\"#nobody\"}}",
        "{" ARTICLE "\"author\":\"https://example.org/authors/1\"}",
        "{\"@type\":7,\"headline\":[],\"author\":{}}",
        "{\"@type\":{},\"headline\":\"Another\",\"author\":\"Mallory Mint\"}",
        "{\"@type\":\"Organization\",\"name\":\"Mallory\",\"author\":\"Mallory Mint\"}",
        "{\"headline\":\"No type\",\"author\":\"Mallory Mint\"}",
        "{" ARTICLE "\"datePublished\":\"yesterday\"}",
        "{" ARTICLE "\"datePublished\":\"1970-01-01T00:00:00Z\"}",
        "{" ARTICLE "\"datePublished\":{\"@value\":1}}",
        "{" ARTICLE "\"datePublished\":\"99999999999999999999\"}",
        "{\"@graph\":{\"@graph\":{\"@graph\":[]}}}",
        "{@type=NewsArticle, author=Mallory Mint}",
        "@type: NewsArticle",
        "<p>not JSON</p>",
        "function(){return 1}",
        "\\u0000\\u0000",
        "{\"\\ud800\":\"\\udc00\"}",
        "{\"@type\":\"FAQPage\",\"mainEntity\":[{\"@type\":\"Question\",\"name\":\"Why?\","
        "\"author\":\"Mallory Mint\"}]}",
        "{\"@type\":\"ItemList\",\"itemListElement\":[{" ARTICLE "\"author\":\"Mallory Mint\"}]}",
        "[{\"@type\":\"NewsArticle\",\"headline\":\"One\",\"author\":\"Mallory Mint\"},"
        "{\"@type\":\"NewsArticle\",\"headline\":\"Two\",\"author\":\"Mallory Mint\"},"
        "{\"@type\":\"NewsArticle\",\"headline\":\"Three\",\"author\":\"Mallory Mint\"}]",
    };
    assert_true(sizeof BODIES / sizeof *BODIES >= 50);
    for (size_t i = 0; i < sizeof BODIES / sizeof *BODIES; i++) {
        ARM((struct arena *)*state);
        check_body(*state, (struct str){BODIES[i], strlen(BODIES[i])}, STR("Mara Meta"));
    }
}

static void append_many(struct buffer *out, struct str what, size_t n) {
    for (size_t i = 0; i < n; i++)
        buffer_append(out, what);
}

/* Texts that are long where real ones are short; each would take minutes if anything in the reader
 * were worse than linear. */
static void test_hostile(void **state) {
    static const struct {
        const char *head, *repeated, *tail;
        size_t n;
    } BODIES[] = {
        {"", "[", "", 10000},
        {"", "{\"a\":", "", 10000},
        {"{\"@graph\":", "[", "]", 10000},
        {"", "{\"@graph\":[", "", 10000},
        {"{\"@type\":\"x\",\"y\":\"", "0123456789", "\"}", 1000000}, /* 10 MB */
        {"[", "{\"@type\":\"NewsArticle\"},", "{}]", 100000},
        {"{\"@type\":\"NewsArticle\",", "\"@type\":\"WebSite\",", "\"a\":1}", 100000},
        {"{\"@type\":\"NewsArticle\",", "\"@id\":\"#a\",", "\"author\":{\"@id\":\"#a\"}}", 100000},
        {"{\"@type\":\"NewsArticle\",\"author\":[", "{\"@id\":\"#a\"},", "0]}", 100000},
        {"{\"@type\":\"NewsArticle\",\"keywords\":[", "\"a\",", "\"b\"]}", 100000},
        {"{\"@type\":[", "\"Article\",", "\"b\"]}", 100000},
        {"", "\\", "", 1000000},
        {"", "\"", "", 1000000},
        {"", "{\"@type\":\"FAQPage\"}", "", 50000},
    };
    for (size_t i = 0; i < sizeof BODIES / sizeof *BODIES; i++) {
        struct arena *arena = *state;
        struct buffer body;
        arena_reset(arena, (size_t)1 << 30);
        ARM(arena);
        buffer_init(&body, arena);
        buffer_append(&body, (struct str){BODIES[i].head, strlen(BODIES[i].head)});
        append_many(&body, (struct str){BODIES[i].repeated, strlen(BODIES[i].repeated)},
                    BODIES[i].n);
        buffer_append(&body, (struct str){BODIES[i].tail, strlen(BODIES[i].tail)});
        check_body(arena, buffer_str(&body), STR("Mara Meta"));
    }
}

/* Truncated at every byte, it may lose the author, but never the values of other sources. */
static void test_cut_anywhere(void **state) {
    static const char BODY[] = "{\"@context\":\"https://schema.org\"," ARTICLE JANE
                               ",\"datePublished\":\"2024-04-26T15:13:00+02:00\"}";
    for (volatile size_t len = 0; len < sizeof BODY; len++) {
        ARM((struct arena *)*state);
        struct metadata m = read_body(*state, (struct str){BODY, len});
        assert_str(field_or_dash(&m, PITH_HEADLINE), STR("Harbour plan approved"));
        assert_str(field_or_dash(&m, PITH_DATE), STR("2024-04-26T15:13:00+02:00"));
        assert_true(m.authors.n == 1);
    }
}

static void test_sources(void **state) {
    ARM((struct arena *)*state);
    struct metadata m = read_body(
        *state,
        STR("{" ARTICLE JANE ",\"datePublished\":\"2024-04-26T15:13:00+02:00\","
            "\"dateModified\":\"2024-04-27\",\"keywords\":[\"harbour\",\"Harbour\",\"town\"],"
            "\"publisher\":{\"name\":\"The Courier\"},\"inLanguage\":\"en-GB\"}"));
    assert_str(field_or_dash(&m, PITH_MODIFIED), STR("2024-04-27"));
    assert_string_equal(m.fields[PITH_MODIFIED].source, "json-ld");
    assert_str(field_or_dash(&m, PITH_SITE), STR("The Courier"));
    assert_str(field_or_dash(&m, PITH_LANGUAGE), STR("en"));
    assert_string_equal(m.fields[PITH_LANGUAGE].source, "html element");
    assert_str(field_or_dash(&m, PITH_TYPE), STR("article"));
    assert_int_equal(m.tags.n, 2);
    assert_str(m.tags.items[1], STR("town"));
}

static void test_tags(void **state) {
    static const struct {
        struct str keywords;
        const char *tags[3];
    } CASES[] = {
        {STR_INIT("\"harbour, boats,Port Ellery\""), {"harbour", "boats", "Port Ellery"}},
        {STR_INIT("[\"harbour, boats\"]"), {"harbour", "boats"}},
        {STR_INIT("[\"Ellery, Port\",\"boats\"]"), {"Ellery, Port", "boats"}},
        {STR_INIT("[{\"@type\":\"DefinedTerm\",\"name\":\"harbour\"}]"), {NULL}},
    };
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct buffer body;
        buffer_init(&body, arena);
        buffer_append(&body, STR("{" ARTICLE JANE ",\"keywords\":"));
        buffer_append(&body, CASES[i].keywords);
        buffer_append(&body, STR("}"));
        struct metadata m = read_body(arena, buffer_str(&body));
        size_t n = 0;
        for (; n < N_OF(CASES[i].tags) && CASES[i].tags[n]; n++)
            assert_str(m.tags.items[n], str_of(CASES[i].tags[n]));
        assert_int_equal(m.tags.n, n);
        assert_true((n > 0) == (m.tags.source != NULL));
    }
}

static void news_declares_itself(void **state) {
    static const struct {
        const char *type;
        bool is_news;
    } types[] = {{"\"NewsArticle\"", true},
                 {"\"ReportageNewsArticle\"", true},
                 {"\"http://schema.org/NewsArticle\"", true},
                 {"\"Article\"", false},
                 {"\"BlogPosting\"", false},
                 {"\"NewsMediaOrganization\"", false}};
    struct arena *arena = *state;
    ARM(arena);
    for (size_t i = 0; i < N_OF(types); i++) {
        struct block_page page;
        struct metadata m;
        struct buffer html;
        buffer_init(&html, arena);
        buffer_append(&html, STR("<script type='application/ld+json'>{\"@type\":"));
        buffer_append(&html, (struct str){types[i].type, strlen(types[i].type)});
        buffer_append(&html, STR(",\"headline\":\"Harbour plan\"}</script><h1>Harbour plan</h1>"));
        read_html(arena, buffer_str(&html), &page, &m);
        assert_int_equal(m.is_news, types[i].is_news);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(test_forgiven),        ARENA_TEST(test_broken),  ARENA_TEST(test_hostile),
        ARENA_TEST(test_cut_anywhere),    ARENA_TEST(test_sources), ARENA_TEST(test_tags),
        ARENA_TEST(news_declares_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
