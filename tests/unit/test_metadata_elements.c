/*
 * What meta elements, links, microdata, RDFa and time elements say about a page: which names are
 * known, which of several sources counts, and which elements belong to something else.
 */
#include "page_case.h"

#include "growing_page.h"

#define META(name, content) "<meta name='" name "' content='" content "'>"
#define HEADED "<h1>Harbour plan</h1>"

static void names_of_meta_elements(void **state) {
    static const struct page_case CASES[] = {
        {"first of the table", META("application-name", "The Courier"), PITH_SITE, "The Courier"},
        {"last of the table", META("w-published-date", "2024-05-03"), PITH_DATE, "2024-05-03"},
        {"in the middle", META("lastmod", "2024-05-03"), PITH_MODIFIED, "2024-05-03"},
        {"in capitals", META("DC.Title", "Harbour plan"), PITH_HEADLINE, "Harbour plan"},
        {"with underscores", META("PUBLISH_DATE", "2024-05-03"), PITH_DATE, "2024-05-03"},
        {"the start of a longer one", META("date", "2024-05-03"), PITH_DATE, "2024-05-03"},
        {"and the longer one", META("date-created", "2024-05-03"), PITH_DATE, "2024-05-03"},
        {"the start of one only", META("articl", "2024-05-03"), PITH_DATE, "-"},
        {"one and more", META("dates", "2024-05-03"), PITH_DATE, "-"},
        {"nothing", META("", "2024-05-03"), PITH_DATE, "-"},
        {"only marks", META("-", "2024-05-03"), PITH_DATE, "-"},
        {"before all", META("aaa", "2024-05-03"), PITH_DATE, "-"},
        {"after all", META("zzz", "2024-05-03"), PITH_DATE, "-"},
        {"forty bytes", META("shareaholic:article_published_time::::::", "2024-05-03"), PITH_DATE,
         "2024-05-03"},
        {"forty-one bytes", META("shareaholic:article_published_time:::::::", "2024-05-03"),
         PITH_DATE, "-"},
        {"no content", META("author", "") META("byline", "Jane Doe"), AUTHORS, "Jane Doe"},
        {"property", "<meta property=og:title content='Harbour plan'>", PITH_HEADLINE,
         "Harbour plan"},
        {"itemprop", "<meta itemprop=headline content='Harbour plan'>", PITH_HEADLINE,
         "Harbour plan"},
        {"http-equiv", "<meta http-equiv=content-language content=nl>", PITH_LANGUAGE, "nl"},
        {"name before property", "<meta name=author property=og:title content='Jane Doe'>", AUTHORS,
         "Jane Doe"},
        {"property before itemprop", "<meta property=author itemprop=headline content='Jane Doe'>",
         AUTHORS, "Jane Doe"},
        {"itemprop before http-equiv",
         "<meta itemprop=author http-equiv=content-language content='Jane Doe'>", AUTHORS,
         "Jane Doe"},
        {"tags", META("news_keywords", "boats, walls"), PITH_TYPE, "-"},
    };
    CHECK(CASES);
}

static void names_of_dublin_core(void **state) {
    static const struct page_case CASES[] = {
        {"created", META("dcterms.created", "2024-05-03"), PITH_DATE, "2024-05-03"},
        {"date", META("dcterms.date", "2024-05-03"), PITH_DATE, "2024-05-03"},
        {"issued", META("dcterms.issued", "2024-05-03"), PITH_DATE, "2024-05-03"},
        {"modified", META("dcterms.modified", "2024-05-03"), PITH_MODIFIED, "2024-05-03"},
        {"title", META("dcterms.title", "Harbour plan"), PITH_HEADLINE, "Harbour plan"},
        {"creator", META("dcterms.creator", "Jane Doe"), AUTHORS, "Jane Doe"},
        {"elements: date", META("DC.date", "2024-05-03"), PITH_DATE, "2024-05-03"},
        {"elements: created", META("DC.date.created", "2024-05-03"), PITH_DATE, "2024-05-03"},
        {"elements: issued", META("DC.date.issued", "2024-05-03"), PITH_DATE, "2024-05-03"},
        {"elements: modified", META("DC.date.modified", "2024-05-03"), PITH_MODIFIED, "2024-05-03"},
        {"elements: creator", META("DC.creator", "Jane Doe"), AUTHORS, "Jane Doe"},
        {"elements: language", META("DC.language", "nl"), PITH_LANGUAGE, "nl"},
    };
    CHECK(CASES);
}

/* A page without text has no blocks, but elements with values. */
static void pages_without_blocks(void **state) {
    static const struct page_case CASES[] = {
        {"time", "<time itemprop=datePublished datetime=2024-05-03></time>", PITH_DATE,
         "2024-05-03"},
        {"author", "<a rel=author title='Jane Doe' href=/x></a>", AUTHORS, "-"},
    };
    CHECK(CASES);
}

static void sources_that_compete(void **state) {
    static const struct page_case CASES[] = {
        {"the canonical address",
         "<meta property=og:url content='https://a.example/'>"
         "<link rel=Canonical href='https://b.example/'>",
         PITH_URL, "https://b.example/"},
        {"any other link",
         "<meta property=og:url content='https://a.example/'>"
         "<link rel=alternate href='https://b.example/'>",
         PITH_URL, "https://a.example/"},
        {"the image of a meta element",
         "<link rel=IMAGE_SRC href='https://a.example/a.png'>"
         "<meta property=og:image content='https://a.example/b.png'>",
         PITH_IMAGE, "https://a.example/b.png"},
        {"the image of a link", "<link rel=image_src href='https://a.example/a.png'>", PITH_IMAGE,
         "https://a.example/a.png"},
        {"lang", "<html lang=nl xml:lang=fr><meta property=og:locale content=de>", PITH_LANGUAGE,
         "nl"},
        {"xml:lang", "<html xml:lang=fr><meta http-equiv=content-language content=de>",
         PITH_LANGUAGE, "fr"},
        {"a header",
         "<meta property=og:locale content=de>"
         "<meta http-equiv=content-language content=fr>",
         PITH_LANGUAGE, "fr"},
        {"a published class before an unnamed time",
         HEADED "<time datetime=2024-05-01>1 May</time> <p>x</p>"
                "<time class=published datetime=2024-05-03>3 May</time>" PROSE,
         PITH_DATE, "2024-05-03"},
        {"a class that names an update",
         HEADED "<time class=updated datetime=2024-05-04>4 May</time>" PROSE, PITH_MODIFIED,
         "2024-05-04"},
    };
    CHECK(CASES);
}

static void names_in_twitter_cards(void **state) {
    static const struct page_case CASES[] = {
        {"a label and its value",
         META("twitter:label1", "Written by") META("twitter:data1", "Jane Doe"), AUTHORS,
         "Jane Doe"},
        {"another number", META("twitter:label1", "Written by") META("twitter:data2", "Jane Doe"),
         AUTHORS, "-"},
        {"a value before its label",
         META("twitter:data1", "Jane Doe") META("twitter:label1", "Written by"), AUTHORS, "-"},
        {"more than a byline word",
         META("twitter:label1", "Written by us") META("twitter:data1", "Jane Doe"), AUTHORS, "-"},
        {"another name with that number",
         META("twitter:label1", "Written by") META("twitter:card1", "Jane Doe"), AUTHORS, "-"},
        {"not a card", META("facebook:label1", "Written by") META("facebook:data1", "Jane Doe"),
         AUTHORS, "-"},
        {"two labels",
         META("twitter:label1", "Written by") META("twitter:data1", "Jane Doe")
             META("twitter:label2", "Reading time") META("twitter:data2", "Two minutes"),
         AUTHORS, "Jane Doe"},
        {"a meta element names others",
         META("author", "Ann Poe") META("twitter:label1", "Written by")
             META("twitter:data1", "Jane Doe") HEADED "<p>By Jane Doe</p>" PROSE,
         AUTHORS, "Jane Doe"},
    };
    CHECK(CASES);
}

#define ITEM(properties)                                                                           \
    HEADED "<div itemscope itemtype='http://schema.org/Article'>" properties PROSE "</div>"

static void authors_of_items(void **state) {
    static const struct page_case CASES[] = {
        {"elements of the same name", META("author", "Jane Doe") META("author", "Ann Poe"), AUTHORS,
         "Jane Doe; Ann Poe"},
        {"with another between",
         META("author", "Jane Doe") META("keywords", "boats") META("author", "Ann Poe"), AUTHORS,
         "Jane Doe; Ann Poe"},
        {"author", ITEM("<b itemprop=author>Jane Doe</b>"), AUTHORS, "Jane Doe"},
        {"creator", ITEM("<b itemprop=creator>Jane Doe</b>"), AUTHORS, "Jane Doe"},
        {"RDFa", HEADED "<b property=schema:author>Jane Doe</b>" PROSE, AUTHORS, "Jane Doe"},
        {"RDFa without a prefix", HEADED "<b property=author>Jane Doe</b>" PROSE, AUTHORS,
         "Jane Doe"},
        {"two properties", ITEM("<b itemprop='author name'>Jane Doe</b>"), AUTHORS, "Jane Doe"},
        {"another first", ITEM("<b itemprop='name author'>Jane Doe</b>"), AUTHORS, "-"},
        {"the name within",
         ITEM("<b itemprop=author><i>Port Ellery</i> <i itemprop=name>Jane Doe</i></b>"), AUTHORS,
         "Jane Doe"},
        {"a name after it", ITEM("<b itemprop=author>Jane Doe</b><i itemprop=name>Ann Poe</i>"),
         AUTHORS, "Jane Doe"},
        {"the name in a meta element",
         ITEM("<b itemprop=author><meta itemprop=name content='Jane Doe'>Port Ellery</b>"), AUTHORS,
         "Jane Doe"},
        {"an author within an author",
         ITEM("<b itemprop=author><i itemprop=author>Jane Doe</i></b>"), AUTHORS, "Jane Doe"},
        {"another author within an author",
         ITEM("<b itemprop=author><i itemprop=name>Jane Doe</i><i itemprop=creator>Ann Poe</i>"
              "</b>"),
         AUTHORS, "Jane Doe"},
        {"side by side", ITEM("<b itemprop=author>Jane Doe</b> <b itemprop=author>Ann Poe</b>"),
         AUTHORS, "Jane Doe; Ann Poe"},
        {"a link to the author", HEADED "<a rel='nofollow author' href=/j>Jane Doe</a>" PROSE,
         AUTHORS, "Jane Doe"},
        {"a link to something else", HEADED "<a rel=nofollow href=/j>Jane Doe</a>" PROSE, AUTHORS,
         "-"},
        {"no link", HEADED "<b rel=author>Jane Doe</b>" PROSE, AUTHORS, "-"},
        {"a link within an author",
         ITEM("<b itemprop=author><a rel=author href=/j>Jane Doe</a></b>"), AUTHORS, "Jane Doe"},
        {"links side by side",
         HEADED "<a rel=author href=/j>Jane Doe</a> <a rel=author href=/a>Ann Poe</a>" PROSE,
         AUTHORS, "Jane Doe; Ann Poe"},
    };
    CHECK(CASES);
}

static void values_of_items(void **state) {
    static const struct page_case CASES[] = {
        {"content", ITEM("<b itemprop=datePublished content=2024-05-03>today</b>"), PITH_DATE,
         "2024-05-03"},
        {"datetime", ITEM("<time itemprop=datePublished datetime=2024-05-03>today</time>"),
         PITH_DATE, "2024-05-03"},
        {"content before datetime",
         ITEM("<time itemprop=datePublished content=2024-05-03 datetime=2024-05-02>x</time>"),
         PITH_DATE, "2024-05-03"},
        {"the title of an abbreviation",
         ITEM("<abbr itemprop=datePublished title=2024-05-03>Friday</abbr>"), PITH_DATE,
         "2024-05-03"},
        {"datetime before that title",
         ITEM("<abbr itemprop=datePublished datetime=2024-05-03 title=2023>x</abbr>"), PITH_DATE,
         "2024-05-03"},
        {"any other title", ITEM("<b itemprop=datePublished title=2024-05-01>3 May 2024</b>"),
         PITH_DATE, "2024-05-03"},
        {"text", ITEM("<b itemprop=datePublished>3 May 2024</b>"), PITH_DATE, "2024-05-03"},
        {"a change", ITEM("<b itemprop=dateModified>3 May 2024</b>"), PITH_MODIFIED, "2024-05-03"},
        {"a time with a property of its own",
         ITEM("<time itemprop=dateModified class=published datetime=2024-05-04>x</time>"
              "<time itemprop=datePublished class=updated datetime=2024-05-03>x</time>"),
         PITH_DATE, "2024-05-03"},
        {"and its change",
         ITEM("<time itemprop=dateModified class=published datetime=2024-05-04>x</time>"
              "<time itemprop=datePublished class=updated datetime=2024-05-03>x</time>"),
         PITH_MODIFIED, "2024-05-04"},
        {"a time with an unknown property",
         ITEM("<time itemprop=startTime datetime=2024-05-03>x</time>"), PITH_DATE, "2024-05-03"},
        {"a headline", "<div itemprop=headline>Harbour plan</div>", PITH_HEADLINE, "Harbour plan"},
        {"a language", "<div itemprop=inLanguage content=nl></div>", PITH_LANGUAGE, "nl"},
    };
    CHECK(CASES);
}

#define OTHER(type, properties)                                                                    \
    HEADED "<div itemscope itemtype='https://schema.org/" type "'><p>" properties "</div>" PROSE
#define PROPERTY "<b itemprop=datePublished content=2024-05-03>x</b>"

static void items_that_are_not_the_page(void **state) {
    static const struct page_case CASES[] = {
        {"the page's own", OTHER("BlogPosting", PROPERTY), PITH_DATE, "2024-05-03"},
        {"a comment", OTHER("Comment", PROPERTY), PITH_DATE, "-"},
        {"comments", OTHER("UserComments", PROPERTY), PITH_DATE, "-"},
        {"an answer", OTHER("Answer", PROPERTY), PITH_DATE, "-"},
        {"a review", OTHER("Review", PROPERTY), PITH_DATE, "-"},
        {"an offer", OTHER("Offer", PROPERTY), PITH_DATE, "-"},
        {"an item of a list", OTHER("ListItem", PROPERTY), PITH_DATE, "-"},
        {"a list", OTHER("ItemList", PROPERTY), PITH_DATE, "-"},
        {"a meta element in one",
         OTHER("Comment", "<meta itemprop=datePublished content=2024-05-03>"), PITH_DATE, "-"},
        {"a meta element in the page's",
         OTHER("Article", "<meta itemprop=datePublished content=2024-05-03>"), PITH_DATE,
         "2024-05-03"},
        {"the author of one", OTHER("Comment", "<b itemprop=author>Jane Doe</b>"), AUTHORS, "-"},
        {"a name that is not a property", OTHER("Comment", META("date", "2024-05-03")), PITH_DATE,
         "2024-05-03"},
    };
    CHECK(CASES);
}

/* What the page says, of a page that a test has written. */
static struct str written_field(void **state, const struct page *html, enum pith_field field) {
    struct block_page page;
    struct metadata m;
    read_html(*state, (struct str){html->at, html->len}, &page, &m);
    return arena_copy(*state, (int)field == METADATA_N_FIELDS ? joined_authors(*state, &m)
                                                              : field_or_dash(&m, field));
}

/* Elements far away from each other have nothing to do with each other. */
static void elements_have_a_reach(void **state) {
    static const struct {
        const char *before, *repeated;
        size_t n;
        const char *after;
        enum pith_field field;
        const char *want;
    } CASES[] = {
        /* around an element: 40 */
        {HEADED "<div itemscope itemtype=Comment>", "<div>", 39, PROPERTY, PITH_DATE, "-"},
        {HEADED "<div itemscope itemtype=Comment>", "<div>", 40, PROPERTY, PITH_DATE, "2024-05-03"},
        /* nodes within an author's element: 60 */
        {HEADED "<p itemprop=author>", "<i></i>", 58, "<b itemprop=name>Jane Doe</b>x", AUTHORS,
         "Jane Doe"},
        {HEADED "<p itemprop=author content='Ann Poe'>", "<i></i>", 58,
         "<b itemprop=name>Jane Doe</b>x", AUTHORS, "Jane Doe"},
        {HEADED "<p itemprop=author content='Ann Poe'>", "<i></i>", 59,
         "<b itemprop=name>Jane Doe</b>x", AUTHORS, "Ann Poe"},
        /* nodes from one author to the next: 23 */
        {HEADED "<p><b itemprop=author>Jane Doe</b>", "<i></i>", 21,
         "<b itemprop=author>Ann Poe</b>", AUTHORS, "Jane Doe; Ann Poe"},
        {HEADED "<p><b itemprop=author>Jane Doe</b>", "<i></i>", 22,
         "<b itemprop=author>Ann Poe</b>", AUTHORS, "Jane Doe"},
        /* bytes of a name with what surrounds it: 200 */
        {HEADED "<p><b itemprop=author>Jane Doe (", "x", 189, ")</b>", AUTHORS, "Jane Doe"},
        {HEADED "<p><b itemprop=author>Jane Doe (", "x", 190, ")</b>", AUTHORS, "-"},
        /* of a date: 100 */
        {HEADED "<p><b itemprop=dateModified>3 May 2024 ", "x", 89, "</b>", PITH_MODIFIED,
         "2024-05-03"},
        {HEADED "<p><b itemprop=dateModified>3 May 2024 ", "x", 90, "</b>", PITH_MODIFIED, "-"},
        {HEADED "<p><time class=updated>3 May 2024 ", "x", 89, "</time>", PITH_MODIFIED,
         "2024-05-03"},
    };
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct page html = {0};
        ARM((struct arena *)*state);
        add(&html, CASES[i].before);
        add_times(&html, CASES[i].repeated, CASES[i].n);
        add(&html, CASES[i].after);
        add(&html, PROSE);
        struct str got = written_field(state, &html, CASES[i].field);
        free(html.at);
        if (!str_equals(got, str_of(CASES[i].want)))
            fail_msg("%s %zu: %.*s", CASES[i].before, CASES[i].n, (int)got.len, got.at);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(names_of_meta_elements), ARENA_TEST(names_of_dublin_core),
        ARENA_TEST(pages_without_blocks),   ARENA_TEST(sources_that_compete),
        ARENA_TEST(names_in_twitter_cards), ARENA_TEST(authors_of_items),
        ARENA_TEST(values_of_items),        ARENA_TEST(items_that_are_not_the_page),
        ARENA_TEST(elements_have_a_reach),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
