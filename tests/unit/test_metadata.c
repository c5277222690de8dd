/*
 * What a page says about itself besides headline, authors and dates, and which of its blocks are
 * removed from the body.
 */
#include "page_case.h"

#define DECLARED(type) "<script type='application/ld+json'>{\"@type\":\"" type "\"}</script>"

static void test_lines(void **state) {
    static const char PAGE[] = "<h1>Harbour plan approved</h1><p class=standfirst>Opponents say "
                               "it came too early</p><p>By Jane Doe | Port Ellery, 26 April 2024 "
                               "15:13</p>" PROSE;
    static const char LEAD[] = "<h1>Harbour plan approved</h1><p>PORT ELLERY, April 3 (Reuters) - "
                               "The town council voted on Friday to rebuild the eastern half of "
                               "the harbour, ending a debate that began at breakfast.</p>" PROSE;
    static const struct page_case CASES[] = {
        {"standfirst", PAGE, PITH_STANDFIRST, "Opponents say it came too early"},
        {"the page's summary",
         "<meta name=description content='Which of the boats came back?'><h1>Harbour plan</h1>"
         "<p>Which of the boats came back?</p>" PROSE,
         PITH_STANDFIRST, "Which of the boats came back?"},
        {"the first words of a thread",
         DECLARED("DiscussionForumPosting") "<meta name=description content='Which of the boats "
                                            "came back?'><h1>Harbour plan</h1><p>Which of the "
                                            "boats came back?</p>" PROSE,
         PITH_STANDFIRST, "-"},
        {"what describes a picture",
         "<h1>Harbour plan</h1><div class=media__description>The eastern wall as it was</div>"
         "<p>By Jane Doe</p>" PROSE,
         PITH_STANDFIRST, "-"},
        {"the headline again, with a kicker",
         "<h1>The eastern wall is done</h1><h2>Harbour: The eastern wall is done</h2>"
         "<p>By Jane Doe</p>" PROSE,
         PITH_STANDFIRST, "-"},
        {"byline", PAGE, PITH_BYLINE, "By Jane Doe"},
        {"a byline that leads on to the date",
         "<h1>Harbour plan</h1><p>By Jane Doe on 3 May 2024</p>" PROSE, PITH_BYLINE, "By Jane Doe"},
        {"place at the head of a paragraph", LEAD, PITH_PLACE, "PORT ELLERY"},
        {"place on a line with the date",
         "<h1>Harbour plan</h1><p>By Jane Doe</p><p>Port Ellery, Friday 26 April 2024</p>" PROSE,
         PITH_DATELINE, "Port Ellery, Friday 26 April 2024"},
    };
    CHECK(CASES);
}

#define ELLERY                                                                                     \
    "<p>The council of the town voted on Friday to rebuild the harbour of Port Ellery, ending a "  \
    "debate that began at breakfast and was still going when the boats came in.</p>" PROSE

static void test_place(void **state) {
    static const struct page_case CASES[] = {
        {"between byline and date",
         "<h1>Harbour plan</h1><p>By Jane Doe</p><p>Port Ellery</p><p>3 May 2024</p>" ELLERY,
         PITH_PLACE, "Port Ellery"},
        {"after a credit",
         "<h1>Harbour plan</h1><p>By Jane Doe</p><p>Photos by Ann Poe</p><p>Port Ellery</p>"
         "<p>3 May 2024</p>" ELLERY,
         PITH_PLACE, "Port Ellery"},
        {"a day of the week is none",
         "<html lang=en><h1>Harbour plan</h1><p>By Jane Doe</p><p>Friday</p><p>April 26, "
         "2024</p>" ELLERY,
         PITH_DATELINE, "April 26, 2024"},
        {"elements side by side",
         "<h1>Harbour plan</h1><p><span>By Jane Doe</span> <span>Port Ellery</span> <span>3 May "
         "2024</span></p>" ELLERY,
         PITH_DATELINE, "Port Ellery, 3 May 2024"},
        {"between strokes",
         "<html lang=en><h1>Harbour plan</h1><p>Jane Doe | Port Ellery | 3 May 2024</p>" ELLERY,
         PITH_PLACE, "Port Ellery"},
        {"before a comma, after a byline",
         "<h1>Harbour plan</h1><p>By Jane Doe<br>Port Mallow, 3 May 2024</p>" PROSE, PITH_PLACE,
         "Port Mallow"},
        {"a section that the article does not name",
         "<h1>Harbour plan</h1><p>By Jane Doe</p><p>Politics</p><p>3 May 2024</p>" ELLERY,
         PITH_PLACE, "-"},
        {"a word of the article without its capital",
         "<h1>Harbour plan</h1><p>By Jane Doe</p><p>Harbour</p><p>3 May 2024</p>" PROSE, PITH_PLACE,
         "-"},
        {"a day of the week",
         "<html lang=de><h1>Harbour plan</h1><p>By Jane Doe<br>Freitag, 03. Mai 2024</p>" PROSE,
         PITH_PLACE, "-"},
        {"a note with a date",
         "<h1>Harbour plan</h1><p>Mallow Notes, 3 May 2024: we have added what the harbour master "
         "said when the count was made and who left.</p>" PROSE,
         PITH_PLACE, "-"},
        {"by wire, in Chinese",
         "<html lang=zh><h1>\xE6\xB8\xAF</h1><p>\xE6\x96\xB0\xE5\x8D\x8E\xE7\xA4\xBE"
         "\xE5\x8C\x97\xE4\xBA\xAC"
         "4\xE6\x9C\x88"
         "3\xE6\x97\xA5\xE7\x94\xB5 The council of "
         "the town voted on Friday to rebuild the harbour, ending a debate that began at breakfast "
         "and was still going when the boats came in.</p>" PROSE,
         PITH_PLACE, "\xE5\x8C\x97\xE4\xBA\xAC"},
        {"place and reporter in brackets",
         "<html lang=ja><h1>\xE6\xB8\xAF</h1><p>\xE3\x80\x90\xE6\x9D\xB1\xE4\xBA\xAC\xEF\xBC\x9D"
         "\xE6\xB8\xAF\xE3\x80\x91The council of the town voted on Friday to rebuild the harbour, "
         "ending a debate that began at breakfast and was still going when the boats came "
         "in.</p>" PROSE,
         PITH_PLACE, "\xE6\x9D\xB1\xE4\xBA\xAC"},
        {"brackets around something else",
         "<html lang=ja><h1>\xE6\xB8\xAF</h1><p>\xE3\x80\x90\xE6\x9D\xB1\xE4\xBA\xAC\xE3\x80\x91"
         "The council of the town voted on Friday to rebuild the harbour, ending a debate that "
         "began at breakfast and was still going when the boats came in.</p>" PROSE,
         PITH_PLACE, "-"},
    };
    CHECK(CASES);
}

#define ENTRY(title) "<h2><a href=/next>" title "</a></h2>"
#define SIGNED "<p>By Jane Doe</p><p>3 May 2024</p>"
#define TIMED "<time datetime=2024-05-03>3 May</time>"

/* Two teasers with days date no page that has none of its own. */
static void days_of_two_teasers(void **state) {
    static const struct page_case CASES[] = {
        {"with a link and a day in one line",
         "<h1>Harbour plan</h1>" PROSE PROSE
         "<li><a href=/a>The eastern wall is done</a> <time>3 May 2024</time></li>"
         "<li><a href=/b>Boats are back in Ellery</a> <time>4 May 2024</time></li>",
         PITH_DATE, "-"},
        {"with the day above the title",
         "<h1>Harbour plan</h1>" PROSE PROSE "<div><time>3 May 2024</time>" ENTRY(
             "The eastern wall is done") "</div>"
                                         "<div><time>4 May 2024</time>" ENTRY(
                                             "Boats are back in Port Ellery") "</div>",
         PITH_DATE, "-"},
        {"above the headline",
         "<p><a href=/a>The eastern wall is done</a> <time>4 May 2024</time></p>"
         "<p><a href=/b>Boats are back in Ellery</a> <time>3 May 2024</time></p>"
         "<h1>Harbour plan</h1>" PROSE PROSE,
         PITH_DATE, "-"},
        {"the first of a list, with the day above its title",
         "<h1>Harbour news</h1><div><p>4 May 2024</p>" ENTRY("The eastern wall is done") PROSE
         "</div><div><p>3 May 2024</p>" ENTRY("Boats are back in Port Ellery") PROSE "</div>",
         PITH_DATE, "-"},
        {"the article's own, in one element with the first of its sections",
         "<h1>Harbour plan</h1><div><p>By Jane Doe</p><p>4 May 2024</p>" ENTRY(
             "The eastern wall is done") PROSE "</div><div>" ENTRY("Boats are back in Port "
                                                                   "Ellery") PROSE "</div>",
         PITH_DATE, "2024-05-04"},
        {"below a day of the page's own",
         "<h1>Harbour plan</h1><p>1 May 2024</p>" PROSE PROSE
         "<li><a href=/a>The eastern wall is done</a> <time>3 May 2024</time></li>"
         "<li><a href=/b>Boats are back in Ellery</a> <time>4 May 2024</time></li>",
         PITH_DATE, "2024-05-01"},
        {"two versions of the page, above the text",
         "<h1>Harbour plan</h1><ul><li><a href=/a>First version of the plan</a> 3 May 2024</li>"
         "<li><a href=/b>Second version with corrections</a> 4 May 2024</li></ul>" PROSE PROSE,
         PITH_DATE, "2024-05-03"},
        {"a day and a change, each above a link",
         "<h1>Harbour plan</h1>" PROSE PROSE
         "<div><p><time>3 May 2024</time></p><a href=/a>News from the old harbour</a></div>"
         "<div><p>Updated <time>4 May 2024</time></p><a href=/b>See all changes to this "
         "text</a></div>",
         PITH_DATE, "2024-05-03"},
        {"items whose links are only their days",
         "<h1>Harbour plan</h1>" PROSE PROSE
         "<li>Jane Doe <a href=#a><time>3 May 2024 at 14:05</time></a></li>"
         "<li>Ann Poe <a href=#b><time>4 May 2024 at 15:06</time></a></li>",
         PITH_DATE, "2024-05-03T14:05"},
    };
    CHECK(CASES);
}

#define ROW(label, day) "<tr><th>" label "</th><td>" day "</td></tr>"
#define TABLE(language, rows)                                                                      \
    "<html lang=" language "><h1>Harbour plan</h1><table>" rows "</table>" PROSE

#define MATCH(day, text) "<tr><td>" day "</td><td>" text "</td></tr>"
#define POST(name, day)                                                                            \
    "<tr><td><a href=/u/" name ">" name "</a></td><td>" day "</td><td>The wall is wet.</td></tr>"

/* Tables that say when the page, or the first of its versions or posts, was published. */
static void test_tables(void **state) {
    static const struct page_case CASES[] = {
        {"published, changed and the next change",
         TABLE("en", ROW("First published", "3 March 2024") ROW("Last updated", "5 March 2024")
                         ROW("Next update", "5 March 2025")),
         PITH_DATE, "2024-03-03"},
        {"the change",
         TABLE("en", ROW("First published", "3 March 2024") ROW("Last updated", "5 March 2024")
                         ROW("Next update", "5 March 2025")),
         PITH_MODIFIED, "2024-03-05"},
        {"published last",
         TABLE("en", ROW("Submitted", "3 March 2023") ROW("Accepted", "5 January 2024")
                         ROW("Published", "5 March 2024")),
         PITH_DATE, "2024-03-05"},
        {"in German",
         TABLE("de", ROW("Ver\xC3\xB6"
                         "ffentlicht",
                         "3. M\xC3\xA4rz 2024") ROW("Aktualisiert", "5. M\xC3\xA4rz 2024")
                         ROW("G\xC3\xBCltig bis", "5. M\xC3\xA4rz 2027")),
         PITH_DATE, "2024-03-03"},
        {"the versions of a document",
         TABLE("en", ROW("Revision 1", "3 March 2024") ROW("Revision 2", "10 April 2024")
                         ROW("Revision 3", "17 May 2024")),
         PITH_DATE, "2024-03-03"},
        {"a law",
         TABLE("en", ROW("Adopted", "3 March 2024") ROW("Entered into force", "10 April 2024")
                         ROW("Last amended", "17 May 2024")),
         PITH_DATE, "2024-03-03"},
        {"of matches",
         TABLE("en", MATCH("3 August 2024", "Northport") MATCH("10 August 2024", "Eastley")
                         MATCH("17 August 2024", "Wick")),
         PITH_DATE, "-"},
        {"the posts of a thread, with their days first",
         TABLE("en", MATCH("3 March 2024", "The wall is wet and nobody knows why.")
                         MATCH("4 March 2024", "It is the pump again, as in the autumn.")
                             MATCH("5 March 2024", "Thanks, I did not know that it is so old.")),
         PITH_DATE, "2024-03-03"},
        {"the posts of a thread",
         TABLE("en", POST("jdoe", "3 March 2024") POST("apoe", "4 March 2024")
                         POST("jdoe", "5 March 2024")),
         PITH_DATE, "2024-03-03"},
    };
    CHECK(CASES);
}

/* What is said about the things that a page lists or sells does not apply to the page. */
static void test_of_entries(void **state) {
    static const struct page_case CASES[] = {
        {"the day of the first of a list",
         "<h1>Harbour news</h1>" ENTRY("The eastern wall is done")
             SIGNED ENTRY("Boats are back in Port Ellery") SIGNED,
         PITH_DATE, "-"},
        {"and who wrote it",
         "<h1>Harbour news</h1>" ENTRY("The eastern wall is done")
             SIGNED ENTRY("Boats are back in Port Ellery") SIGNED,
         AUTHORS, "-"},
        {"the day above the list",
         "<h1>Harbour news</h1>" SIGNED ENTRY("The eastern wall is done")
             ENTRY("Boats are back in Port Ellery") "<p>4 May 2024</p>",
         PITH_DATE, "2024-05-03"},
        {"a list between headline and byline",
         "<h1>Harbour plan</h1>" ENTRY("The eastern wall is done")
             ENTRY("Boats are back in Port Ellery") "<p>Read on</p><p>Hear it</p><p>Share it</p>"
                                                    "<p>Print it</p>" SIGNED PROSE,
         PITH_DATE, "2024-05-03"},
        {"one heading that is a link",
         "<h1>Harbour plan</h1>" ENTRY("The eastern wall is done") SIGNED PROSE, PITH_DATE,
         "2024-05-03"},
        {"replies with the headline",
         "<h1>Harbour plan</h1>" ENTRY("Re: Harbour plan") SIGNED PROSE ENTRY("Re: Harbour plan")
             SIGNED PROSE,
         PITH_DATE, "2024-05-03"},
        {"authors in headings that are links",
         "<h1>Harbour plan</h1>" ENTRY("Jane Doe") ENTRY("Ann Poe") "<p>3 May 2024</p>" PROSE,
         PITH_DATE, "2024-05-03"},
        {"dates in headings that are links",
         "<h1>Harbour plan</h1>" ENTRY("#1 2024-05-03 15:14:37")
             PROSE ENTRY("#2 2024-05-04 15:14:37") PROSE,
         PITH_DATE, "2024-05-03T15:14:37"},
        {"a review of a product", DECLARED("Product") "<h1>Oilskin</h1>" TIMED SIGNED PROSE,
         PITH_DATE, "-"},
        {"and who wrote it", DECLARED("Product") "<h1>Oilskin</h1>" TIMED SIGNED PROSE, AUTHORS,
         "-"},
        {"a page that is a review",
         "<meta name=author content='Jane Doe'>" DECLARED(
             "Product") "<h1>Oilskin</h1>" TIMED SIGNED PROSE,
         PITH_DATE, "2024-05-03"},
        {"a collection", DECLARED("CollectionPage") "<h1>Oilskins</h1>" TIMED SIGNED PROSE,
         PITH_DATE, "-"},
    };
    CHECK(CASES);
}

static void test_meta_names(void **state) {
    static const struct page_case CASES[] = {
        {"words separated in another way",
         "<meta name='article-published-time' content='2024-05-03'>", PITH_DATE, "2024-05-03"},
        {"words not separated", "<meta name=articleAuthor content='Jane Doe'>", AUTHORS,
         "Jane Doe"},
        {"labelled in the page's language",
         "<meta name='twitter:label2' content='Scritto da'><meta name='twitter:data2' "
         "content='Jane Doe'>",
         AUTHORS, "Jane Doe"},
        {"an editor before the date",
         "<h1>Harbour plan</h1><p>Edited by Ann Poe</p><p>3 May 2024</p>" PROSE, PITH_DATE,
         "2024-05-03"},
        {"labelled as something else",
         "<meta name='twitter:label1' content='Reading time'><meta name='twitter:data1' "
         "content='Jane Doe'>",
         AUTHORS, "-"},
    };
    CHECK(CASES);
}

static void test_plain_fields(void **state) {
    static const struct page_case CASES[] = {
        {"language", "<html lang=pt-br>", PITH_LANGUAGE, "pt-br"},
        {"language of Open Graph", "<meta property='og:locale' content='de_AT'>", PITH_LANGUAGE,
         "de-AT"},
        {"language of XHTML", "<html xml:lang='fr'>", PITH_LANGUAGE, "fr"},
        {"language of a header",
         "<meta http-equiv='Content-Language' content='de, en'><meta property='og:locale' "
         "content='en_US'>",
         PITH_LANGUAGE, "de"},
        {"lang before them",
         "<html lang=nl xml:lang=en><meta http-equiv=content-language content=de>", PITH_LANGUAGE,
         "nl"},
        {"no language tag", "<html lang='&lt;b&gt;'>", PITH_LANGUAGE, "-"},
        {"site", "<meta property='og:site_name' content='The Courier'>", PITH_SITE, "The Courier"},
        {"site after the headline",
         "<title>Harbour plan | The Courier</title><h1>Harbour plan</h1>", PITH_SITE,
         "The Courier"},
        {"canonical, relative",
         "<link rel=canonical href='/a'><meta property='og:url' content='https://example.org/b'>",
         PITH_URL, "https://example.org/a"},
        {"image",
         "<link rel=canonical href='https://example.org/a/b'><meta property='og:image' "
         "content='../c.jpg'>",
         PITH_IMAGE, "https://example.org/c.jpg"},
        {"an image that is no image", "<meta property='og:image' content='javascript:alert(1)'>",
         PITH_IMAGE, "-"},
        {"description", "<meta name=description content=' Two\n words '>", PITH_DESCRIPTION,
         "Two words"},
        {"type", "<meta property='og:type' content='product'>", PITH_TYPE, "product"},
        {"type by address",
         "<link rel=canonical href='https://example.org/forum/viewtopic.php?t=1'>", PITH_TYPE,
         "forum"},
        {"type of a signed page", "<h1>Harbour plan</h1><p>By Jane Doe</p>" PROSE, PITH_TYPE,
         "article"},
        {"no type", "<h1>Harbour plan</h1>", PITH_TYPE, "-"},
    };
    CHECK(CASES);
}

static struct metadata read_roles(struct arena *arena, const char *html, struct block_page *page) {
    struct metadata m;
    read_html(arena, str_of(html), page, &m);
    return m;
}

static void test_roles(void **state) {
    struct block_page page;
    ARM((struct arena *)*state);
    struct metadata m = read_roles(
        *state,
        "<title>Harbour plan approved</title><h1>Harbour plan approved</h1><p "
        "class=standfirst>Opponents say it came too early</p><p>By Jane Doe</p><p>26 April "
        "2024</p>" PROSE,
        &page);
    static const uint8_t WANT[] = {METADATA_HEADLINE, METADATA_STANDFIRST, METADATA_BYLINE,
                                   METADATA_DATELINE, METADATA_NONE,       METADATA_NONE};
    assert_int_equal(page.n_blocks, sizeof WANT);
    assert_memory_equal(m.roles, WANT, sizeof WANT);
}

static void test_lead_is_removed_from_the_body(void **state) {
    static const struct {
        const char *head, *place;
    } LEADS[] = {{"LONDON, April 3 (Reuters) \xE2\x80\x94 ", "LONDON"},
                 {"MADRID.- ", "MADRID"},
                 {"PUERTO ALEGRE, CHILE.- ", "PUERTO ALEGRE, CHILE"},
                 {"(Leipzig) - ", "Leipzig"},
                 {"(Reuters) - ", NULL},
                 {"(Updated) - ", NULL},
                 {"(example.com) - ", NULL}};
    for (size_t i = 0; i < N_OF(LEADS); i++) {
        char html[600];
        struct block_page page;
        ARM((struct arena *)*state);
        snprintf(html, sizeof html,
                 "<h1>Harbour plan</h1><p>%sThe town council voted on Friday to rebuild the "
                 "eastern half of the harbour, ending a debate.</p>",
                 LEADS[i].head);
        struct metadata m = read_roles(*state, html, &page);
        if (!LEADS[i].place) {
            assert_true(m.lead_block == SIZE_MAX);
            continue;
        }
        assert_int_equal(m.lead_block, 1);
        assert_int_equal(m.lead_len, strlen(LEADS[i].head));
        assert_str(m.fields[PITH_PLACE].text, (struct str){LEADS[i].place, strlen(LEADS[i].place)});
    }
}

/* What could be mistaken for a dateline but belongs to the sentence. */
static void test_no_lead(void **state) {
    static const char *const PAGES[] = {
        "<h1>Harbour plan</h1><p>Two members \xE2\x80\x94 both of them captains \xE2\x80\x94 voted "
        "against the plan to rebuild the eastern half of the old harbour on Friday.</p>",
        "<h1>Harbour plan</h1><p>The NATO - an alliance of many states that the town has never "
        "been asked to join - sent its best wishes to the council of the harbour on Friday.</p>",
    };
    for (size_t i = 0; i < sizeof PAGES / sizeof *PAGES; i++) {
        struct block_page page;
        ARM((struct arena *)*state);
        struct metadata m = read_roles(*state, PAGES[i], &page);
        assert_true(m.lead_block == SIZE_MAX);
    }
}

static void test_empty(void **state) {
    struct block_page page;
    struct metadata m;
    ARM((struct arena *)*state);
    read_dump(*state, STR(""), &page, &m);
    for (int i = 0; i < METADATA_N_FIELDS; i++)
        assert_null(m.fields[i].text.at);
    read_html(*state, STR(""), &page, &m);
    for (int i = 0; i < METADATA_N_FIELDS; i++)
        assert_null(m.fields[i].text.at);
    assert_int_equal(m.authors.n + m.tags.n, 0);
}

/* Every value has a source, and only values do. */
static void test_sources(void **state) {
    struct block_page page;
    ARM((struct arena *)*state);
    struct metadata m = read_roles(
        *state,
        "<html lang=en><title>Harbour plan | The Courier</title><meta name=description "
        "content=Short><h1>Harbour plan</h1><p>By Jane Doe</p><p>26 April 2024</p>" PROSE,
        &page);
    for (int i = 0; i < METADATA_N_FIELDS; i++)
        assert_int_equal(m.fields[i].source != NULL, m.fields[i].text.at != NULL);
    assert_string_equal(m.fields[PITH_HEADLINE].source, "heading");
    assert_string_equal(m.fields[PITH_DATE].source, "visible text");
    assert_string_equal(m.fields[PITH_DESCRIPTION].source, "meta");
    assert_string_equal(m.fields[PITH_LANGUAGE].source, "html element");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(test_lines),
        ARENA_TEST(test_place),
        ARENA_TEST(test_of_entries),
        ARENA_TEST(days_of_two_teasers),
        ARENA_TEST(test_tables),
        ARENA_TEST(test_meta_names),
        ARENA_TEST(test_plain_fields),
        ARENA_TEST(test_roles),
        ARENA_TEST(test_lead_is_removed_from_the_body),
        ARENA_TEST(test_no_lead),
        ARENA_TEST(test_empty),
        ARENA_TEST(test_sources),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
