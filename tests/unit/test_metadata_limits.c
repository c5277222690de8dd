/*
 * How many items of a page's JSON-LD are read, and which of its members; how long lines and
 * datelines may be.
 */
#include "page_case.h"

#include "growing_page.h"
#include "metadata/article_body.h"

#define LD(json) "<script type=application/ld+json>" json "</script>"
#define PLAN "<h1>Harbour plan</h1>"

static void members_lead_to_the_page_s_item(void **state) {
    static const struct page_case CASES[] = {
        {"a graph", LD("{\"@graph\":[{\"@type\":\"Article\",\"author\":\"Jane Doe\"}]}"), AUTHORS,
         "Jane Doe"},
        {"the page's main item",
         LD("{\"@type\":\"Thing\",\"mainEntity\":{\"@type\":\"Article\",\"author\":\"Jane "
            "Doe\"}}"),
         AUTHORS, "Jane Doe"},
        {"the page that it is the main item of",
         LD("{\"@type\":\"Thing\",\"mainEntityOfPage\":{\"@type\":\"Article\",\"author\":\"Jane "
            "Doe\"}}"),
         AUTHORS, "Jane Doe"},
        {"a chain with another member in it",
         LD("{\"mainEntity\":{\"about\":{\"mainEntity\":{\"@type\":\"Article\",\"author\":\"Jane "
            "Doe\"}}}}"),
         AUTHORS, "-"},
        {"a question among others",
         LD("{\"@type\":\"FAQPage\",\"mainEntity\":[{\"@type\":\"Question\",\"author\":\"Jane "
            "Doe\"}]}"),
         AUTHORS, "-"},
        {"an unknown type", LD("{\"@type\":\"Walrus\",\"author\":\"Jane Doe\"}"), AUTHORS, "-"},
        {"types that are no strings",
         LD("{\"@type\":[7,{\"a\":\"Article\"}],\"author\":\"Jane Doe\"}"), AUTHORS, "Jane Doe"},
        {"the best of its types",
         LD("[{\"@type\":\"Product\",\"datePublished\":\"2024-05-01\"},{\"@type\":[\"Thing\","
            "\"Article\",\"VideoObject\"],\"datePublished\":\"2024-05-03\"}]"),
         PITH_DATE, "2024-05-03"},
    };
    CHECK(CASES);
}

static void names_of_persons(void **state) {
    static const struct page_case CASES[] = {
        {"given and family name",
         LD("{\"@type\":\"Article\",\"author\":{\"givenName\":\"Jane\",\"familyName\":\"Doe\"}}"),
         AUTHORS, "Jane Doe"},
        {"a name before them",
         LD("{\"@type\":\"Article\",\"author\":{\"name\":\"Ann Poe\",\"givenName\":\"Jane\","
            "\"familyName\":\"Doe\"}}"),
         AUTHORS, "Ann Poe"},
        {"a family name alone", LD("{\"@type\":\"Article\",\"author\":{\"familyName\":\"Doe\"}}"),
         AUTHORS, "-"},
        {"an organisation",
         LD("{\"@type\":\"Article\",\"author\":{\"@type\":\"NewsMediaOrganization\",\"name\":"
            "\"Doe & Roe\"}}"),
         AUTHORS, "Doe & Roe"},
        {"a reference in another document",
         LD("{\"@type\":\"Article\",\"author\":{\"@id\":\"#j\"}}")
             LD("{\"@type\":\"Person\",\"@id\":\"#j\",\"name\":\"Jane Doe\"}"),
         AUTHORS, "Jane Doe"},
        {"a reference to nothing",
         LD("{\"@type\":\"Article\",\"author\":{\"@id\":\"#k\"}}")
             LD("{\"@type\":\"Person\",\"@id\":\"#j\",\"name\":\"Jane "
                "Doe\"}"),
         AUTHORS, "-"},
        {"a number", LD("{\"@type\":\"Article\",\"author\":7}"), AUTHORS, "-"},
        {"an empty list", LD("{\"@type\":\"Article\",\"author\":[]}"), AUTHORS, "-"},
        {"a list of objects",
         LD("{\"@type\":\"Article\",\"author\":[{\"name\":\"Jane Doe\",\"url\":\"/j\"},{\"name\":"
            "\"Ann Poe\"}]}"),
         AUTHORS, "Jane Doe; Ann Poe"},
    };
    CHECK(CASES);
}

static void members_of_several_kinds(void **state) {
    static const struct page_case CASES[] = {
        {"a headline before a name",
         LD("{\"@type\":\"Article\",\"name\":\"Walls and boats\",\"headline\":\"Harbour plan\"}"),
         PITH_HEADLINE, "Harbour plan"},
        {"a name alone", LD("{\"@type\":\"Article\",\"name\":\"Harbour plan\"}"), PITH_HEADLINE,
         "Harbour plan"},
        {"an empty list of images", LD("{\"@type\":\"Article\",\"image\":[]}"), PITH_IMAGE, "-"},
        {"an image of a list of objects",
         LD("{\"@type\":\"Article\",\"image\":[{\"url\":\"https://a.example/b.jpg\"}]}"),
         PITH_IMAGE, "https://a.example/b.jpg"},
        {"a publisher that is a string", LD("{\"@type\":\"Article\",\"publisher\":\"Courier\"}"),
         PITH_SITE, "-"},
        {"a publisher before the site",
         LD("[{\"@type\":\"WebSite\",\"name\":\"Courier Media\"},{\"@type\":\"Article\","
            "\"publisher\":{\"name\":\"Courier\"}}]"),
         PITH_SITE, "Courier"},
        {"the first of several sites",
         LD("[{\"@type\":\"WebSite\",\"name\":\"Courier\"},{\"@type\":\"WebSite\",\"name\":"
            "\"Herald\"}]"),
         PITH_SITE, "Courier"},
        {"a day of upload", LD("{\"@type\":\"VideoObject\",\"uploadDate\":\"2024-05-03\"}"),
         PITH_DATE, "2024-05-03"},
        {"creation before upload",
         LD("{\"@type\":\"VideoObject\",\"uploadDate\":\"2024-05-01\",\"datePublished\":"
            "\"2024-05-03\"}"),
         PITH_DATE, "2024-05-03"},
        {"the description of an article before a video's",
         LD("[{\"@type\":\"VideoObject\",\"description\":\"No words\"},{\"@type\":\"Article\","
            "\"description\":\"Two words\"}]"),
         PITH_DESCRIPTION, "Two words"},
        {"the description of a video",
         LD("{\"@type\":\"VideoObject\",\"description\":\"Two words\"}") "<meta "
                                                                         "name=twitter:description "
                                                                         "content='No words'>",
         PITH_DESCRIPTION, "No words"},
        {"an address after the canonical one",
         LD("{\"@type\":\"Article\",\"url\":\"https://a.example/b\"}") "<meta name=parsely-link "
                                                                       "content=https://a.example/"
                                                                       "c>",
         PITH_URL, "https://a.example/c"},
    };
    CHECK(CASES);
}

static void the_title_chooses_the_item(void **state) {
#define NAMED(name, author)                                                                        \
    "{\"@type\":\"Article\",\"name\":\"" name "\",\"author\":\"" author "\"}"
    static const struct page_case CASES[] = {
        {"by its name",
         "<title>Harbour plan - Courier</title>" LD(
             "[" NAMED("Walls", "Ann Poe") "," NAMED("Harbour plan", "Jane Doe") "]"),
         AUTHORS, "Jane Doe"},
        {"three, one of which it names",
         "<title>Harbour plan</title>" LD("[" NAMED("Walls", "Ann Poe") "," NAMED(
             "Boats", "Ben Holt") "," NAMED("Harbour plan", "Jane Doe") "]"),
         AUTHORS, "Jane Doe"},
        {"no title",
         LD("[" NAMED("Walls", "Jane Doe") "," NAMED("Boats", "Ben Holt") "," NAMED("Harbour plan",
                                                                                    "Ann Poe") "]"),
         AUTHORS, "Jane Doe"},
        {"three, and a video of the page",
         "<title>Harbour plan</title>" LD(
             "[" NAMED("Walls", "Ann Poe") "," NAMED("Boats", "Ben Holt") "," NAMED(
                 "Ropes", "Cy Roe") ",{\"@type\":\"VideoObject\",\"author\":\"Jane Doe\"}]"),
         AUTHORS, "Jane Doe"},
    };
    CHECK(CASES);
}

/* A page with `n` times `repeated`, and what it says. */
struct limit_case {
    const char *before, *repeated;
    size_t n;
    const char *after;
    enum pith_field field;
    const char *want;
};

static void check_limits(struct arena *arena, const struct limit_case *cases, size_t n) {
    for (size_t i = 0; i < n; i++) {
        struct page html = {0};
        struct block_page page;
        struct metadata m;
        ARM(arena);
        add(&html, cases[i].before);
        add_times(&html, cases[i].repeated, cases[i].n);
        add(&html, cases[i].after);
        read_html(arena, (struct str){html.at, html.len}, &page, &m);
        struct str got = arena_copy(arena, (int)cases[i].field == METADATA_N_FIELDS
                                               ? joined_authors(arena, &m)
                                               : field_or_dash(&m, cases[i].field));
        free(html.at);
        if (!str_equals(got, str_of(cases[i].want)))
            fail_msg("%s %s %zu: %.*s", cases[i].before, cases[i].repeated, cases[i].n,
                     (int)got.len, got.at);
    }
}

#define JANE "{\"@type\":\"Article\",\"author\":\"Jane Doe\"}"
#define REFERENCE "{\"@id\":\"#a\"}"

static void limits_of_json_ld(void **state) {
    static const struct limit_case CASES[] = {
        /* documents */
        {"", LD("{}"), 31, LD(JANE), AUTHORS, "Jane Doe"},
        {"", LD("{}"), 32, LD(JANE), AUTHORS, "-"},
        /* levels */
        {"<script type=application/ld+json>{\"@graph\":", "[", 62, JANE "</script>", AUTHORS,
         "Jane Doe"},
        {"<script type=application/ld+json>{\"@graph\":", "[", 63, JANE "</script>", AUTHORS, "-"},
        /* items that the page may be about */
        {"<script type=application/ld+json>[", "{\"@type\":\"VideoObject\"},", 63,
         JANE "]</script>", AUTHORS, "Jane Doe"},
        {"<script type=application/ld+json>[", "{\"@type\":\"VideoObject\"},", 64,
         JANE "]</script>", AUTHORS, "-"},
        /* objects with the same "@id" */
        {"<script type=application/ld+json>[{\"@type\":\"Article\",\"author\":" REFERENCE "},",
         REFERENCE ",", 6, "{\"@id\":\"#a\",\"name\":\"Jane Doe\"}]</script>", AUTHORS, "Jane Doe"},
        {"<script type=application/ld+json>[{\"@type\":\"Article\",\"author\":" REFERENCE "},",
         REFERENCE ",", 7, "{\"@id\":\"#a\",\"name\":\"Jane Doe\"}]</script>", AUTHORS, "-"},
        /* references that are followed */
        {"<script type=application/ld+json>[{\"@id\":\"#b\",\"name\":\"Jane Doe\"},{\"@type\":"
         "\"Article\",\"author\":[",
         REFERENCE ",", 31, "{\"@id\":\"#b\"}]}]</script>", AUTHORS, "Jane Doe"},
        {"<script type=application/ld+json>[{\"@id\":\"#b\",\"name\":\"Jane Doe\"},{\"@type\":"
         "\"Article\",\"author\":[",
         REFERENCE ",", 32, "{\"@id\":\"#b\"}]}]</script>", AUTHORS, "-"},
    };
    check_limits(*state, CASES, N_OF(CASES));
}

#define SENTENCE                                                                                   \
    "The town council voted on Friday to rebuild the eastern half of the harbour, ending a "       \
    "debate that began at breakfast and was still going when the boats came in.</p>"

static void limits_of_lines(void **state) {
    static const struct limit_case CASES[] = {
        /* words of a line */
        {PLAN "<p>By Jane Doe |", " x", 37, "</p>" PROSE, AUTHORS, "Jane Doe"},
        {PLAN "<p>By Jane Doe |", " x", 38, "</p>" PROSE, AUTHORS, "-"},
        /* bytes of a line */
        {PLAN "<p>By Jane Doe | ", "x", 286, "</p>" PROSE, AUTHORS, "Jane Doe"},
        {PLAN "<p>By Jane Doe | ", "x", 287, "</p>" PROSE, AUTHORS, "-"},
        /* bytes of a dateline, up to its dash */
        {PLAN "<p>OBAN (Reuters) (", "X", 72, ") - " SENTENCE, PITH_PLACE, "OBAN"},
        {PLAN "<p>OBAN (Reuters) (", "X", 73, ") - " SENTENCE, PITH_PLACE, "-"},
        /* bytes before the date that opens a paragraph */
        {PLAN "<p>", "x", 29, " 3 May 2024 - " SENTENCE, PITH_DATE, "2024-05-03"},
        {PLAN "<p>", "x", 30, " 3 May 2024 - " SENTENCE, PITH_DATE, "-"},
        /* paragraphs that may open with one */
        {PLAN, "<p>" SENTENCE, 1, "<p>3 May 2024 - " SENTENCE, PITH_DATE, "2024-05-03"},
        {PLAN, "<p>" SENTENCE, 2, "<p>3 May 2024 - " SENTENCE, PITH_DATE, "-"},
        /* bytes of a label on a line of its own */
        {PLAN "<p>Updated ", "x", 32, "</p><p>3 May 2024</p>" PROSE, PITH_MODIFIED, "2024-05-03"},
        {PLAN "<p>Updated ", "x", 33, "</p><p>3 May 2024</p>" PROSE, PITH_MODIFIED, "-"},
        /* lines after the article */
        {PLAN PROSE PROSE, "<p>x</p>", 11, "<p>By Jane Doe</p>", AUTHORS, "Jane Doe"},
        {PLAN PROSE PROSE, "<p>x</p>", 12, "<p>By Jane Doe</p>", AUTHORS, "-"},
    };
    check_limits(*state, CASES, N_OF(CASES));
}

/* More authors, dates and titles than are compared: the first ones count. */
static void candidates_beyond_the_limit_are_ignored(void **state) {
    static const struct limit_case CASES[] = {
        {"", "<meta name=author content='Jane Doe'>", 60, PLAN PROSE, AUTHORS, "Jane Doe"},
        {"", "<meta name=author content='Jane Doe'>", 60,
         LD("{\"@type\":\"Article\",\"author\":\"Ann Poe\"}") PLAN PROSE, AUTHORS, "Jane Doe"},
        {"", "<meta name=author content='Jane Doe'>", 60,
         "<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Ann "
         "Poe'>" PLAN PROSE,
         AUTHORS, "Jane Doe"},
        {"", "<meta name=author content='Jane Doe'>", 60,
         PLAN "<p class=byline>Ann Poe</p><p>x</p>" PROSE, AUTHORS, "Jane Doe"},
        {"", "<meta name=author content='Jane Doe'>", 60,
         PLAN "<p><a rel=author href=/a>Ann Poe</a></p>" PROSE, AUTHORS, "Jane Doe"},
        {"", "<meta name=author content='Jane Doe'>", 60,
         PLAN "<p>By</p><p>Ann Poe</p><p>Cy Roe</p>" PROSE, AUTHORS, "Jane Doe"},
        {"", "<meta name=date content=2024-05-03>", 60, PLAN "<time>4 May 2024</time>" PROSE,
         PITH_DATE, "2024-05-03"},
        {"", "<meta name=date content=2024-05-03>", 60,
         PLAN "<p class=date>4 May 2024</p><p>4 May 2024</p>" PROSE, PITH_DATE, "2024-05-03"},
        {"", "<meta name=date content=2024-05-03>", 60,
         "<link rel=canonical href='https://a.example/2024/05/04/b'>" PLAN PROSE, PITH_DATE,
         "2024-05-03"},
        {"", "<meta property=og:title content='Harbour plan'>", 60,
         "<p itemprop=headline>Wall</p>" PLAN PROSE, PITH_HEADLINE, "Harbour plan"},
    };
    check_limits(*state, CASES, N_OF(CASES));
}

/* Up to forty tags of up to eighty bytes, each once, of the most reliable source. */
static void tags_have_limits(void **state) {
    static const struct {
        size_t n, len;
        const char *after;
        size_t n_tags;
    } CASES[] = {
        {1, 80, "", 1},
        {1, 81, "", 0},
        {40, 3, "", 40},
        {41, 3, "", 40},
        {2, 3, "<meta name=news_keywords content=boats>", 1}, /* more reliable */
        {2, 3, "<meta name=keywords content=boats>", 3},
        {2, 3, "<meta name=keywords content='...'>", 2},
        {2, 3, "<meta name=keywords content='TAA'>", 2}, /* the same again */
        {0, 3, "", 0},
    };
    for (volatile size_t i = 0; i < N_OF(CASES); i++) {
        struct page html = {0};
        struct block_page page;
        struct metadata m;
        ARM((struct arena *)*state);
        add(&html, "<meta name=keywords content='");
        for (size_t k = 0; k < CASES[i].n; k++) {
            char letters[3] = {'t', (char)('a' + k / 26), (char)('a' + k % 26)};
            append(&html, letters, 3);
            add_times(&html, "x", CASES[i].len - 3);
            add(&html, ",");
        }
        add(&html, "'>");
        add(&html, CASES[i].after);
        read_html(*state, (struct str){html.at, html.len}, &page, &m);
        size_t n = m.tags.n;
        free(html.at);
        if (n != CASES[i].n_tags || (n > 0) != (m.tags.source != NULL))
            fail_msg("%zu: %zu tags", i, n);
    }
}

static void article_bodies(void **state) {
    static const struct {
        const char *html, *body;
    } CASES[] = {
        {LD("{\"articleBody\":\"a\"}"), "a"},
        {LD("{\"@graph\":[{\"a\":{\"articleBody\":\"a\"}}]}"), "a"},
        {LD("[{\"articleBody\":\"a\"},{\"articleBody\":\"bcd\"},{\"articleBody\":\"ef\"}]"), "bcd"},
        {LD("{\"articleBody\":\"a\"}") LD("{\"articleBody\":\"bc\"}"), "bc"},
        {LD("[{\"articleBody\":\"ab\"},{\"articleBody\":\"cd\"}]"), "ab"},
        {LD("{\"articleBody\":7}"), ""},
        {LD("{\"articleBody\":[\"a\"]}"), ""},
        {LD("{\"body\":\"articleBody\"}"), ""},
        {LD("{\"articleBodyText\":\"a\"}"), ""},
        {LD("{}"), ""},
        {"", ""},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page;
        struct metadata m;
        read_html(*state, str_of(CASES[i].html), &page, &m);
        struct str body = article_body_find(&page);
        if (!str_equals(body, str_of(CASES[i].body)))
            fail_msg("%s: %.*s", CASES[i].html, (int)body.len, body.at);
    }
}

static void article_bodies_of_many_documents(void **state) {
    for (size_t n = 31; n <= 32; n++) {
        struct page html = {0};
        struct block_page page;
        struct metadata m;
        ARM((struct arena *)*state);
        add_times(&html, LD("{}"), n);
        add(&html, LD("{\"articleBody\":\"a\"}"));
        read_html(*state, (struct str){html.at, html.len}, &page, &m);
        size_t len = article_body_find(&page).len;
        free(html.at);
        assert_int_equal(len, n < 32);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(members_lead_to_the_page_s_item),
        ARENA_TEST(names_of_persons),
        ARENA_TEST(members_of_several_kinds),
        ARENA_TEST(the_title_chooses_the_item),
        ARENA_TEST(limits_of_json_ld),
        ARENA_TEST(limits_of_lines),
        ARENA_TEST(candidates_beyond_the_limit_are_ignored),
        ARENA_TEST(tags_have_limits),
        ARENA_TEST(article_bodies),
        ARENA_TEST(article_bodies_of_many_documents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
