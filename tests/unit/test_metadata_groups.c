/*
 * Authors whom several sources name: organisations in JSON-LD, lists of which the page shows each
 * name, and the authors of teasers.
 */
#include "page_case.h"

#define LD_ORGANISATION(name) "{\"@type\":\"Organization\",\"name\":\"" name "\"}"
#define LD_PERSON(name) "{\"@type\":\"Person\",\"name\":\"" name "\"}"
#define LD_AUTHORS(list)                                                                           \
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":[" list                \
    "]}</script><h1>Harbour plan</h1>"
#define SITE "<meta property=og:site_name content='The Courier'>"

static void organisations(void **state) {
    static const struct page_case CASES[] = {
        {"an agency among the authors",
         LD_AUTHORS(LD_PERSON("Jane Doe") "," LD_ORGANISATION("AFP")) PROSE, AUTHORS,
         "Jane Doe; AFP"},
        {"the site among the authors",
         SITE LD_AUTHORS(LD_PERSON("Jane Doe") "," LD_ORGANISATION("The Courier")) PROSE, AUTHORS,
         "Jane Doe"},
        {"an agency that is not declared to be one",
         LD_AUTHORS(LD_PERSON("Jane Doe") ",\"AFP\"") PROSE, AUTHORS, "Jane Doe"},
        {"words that are in no name", LD_AUTHORS(LD_ORGANISATION("Read More Search")) PROSE,
         AUTHORS, "Read More Search"},
        {"the same, not declared to be an organisation", LD_AUTHORS("\"Read More Search\"") PROSE,
         AUTHORS, "-"},
        {"a long name without spaces",
         "<html lang=ja>" LD_AUTHORS(LD_ORGANISATION("\xE6\xB8\xAF\xE7\x94\xBA\xE6\x96\xB0\xE8"
                                                     "\x81\x9E\xE3\x82\xAA\xE3\x83\xB3\xE3\x83"
                                                     "\xA9\xE3\x82\xA4\xE3\x83\xB3")) PROSE,
         AUTHORS,
         "\xE6\xB8\xAF\xE7\x94\xBA\xE6\x96\xB0\xE8\x81\x9E\xE3\x82\xAA\xE3\x83\xB3\xE3\x83\xA9"
         "\xE3\x82\xA4\xE3\x83\xB3"},
    };
    CHECK(CASES);
}

static void lines_of_teasers(void **state) {
#define BELOW_TEXT(class)                                                                          \
    "<h1>Harbour plan</h1>" PROSE PROSE "<div class=" class "><p>By Ann Poe</p></div>"
    static const struct page_case CASES[] = {
        {"related pages", BELOW_TEXT("related-pages"), AUTHORS, "-"},
        {"something else", BELOW_TEXT("end"), AUTHORS, "Ann Poe"},
        {"above the text",
         "<h1>Harbour plan</h1><div class=teaser><p>By Ann Poe</p></div>" PROSE PROSE, AUTHORS,
         "Ann Poe"},
    };
    CHECK(CASES);
}

static void sites_after_names(void **state) {
#define BYLINE(site, text)                                                                         \
    "<meta property=og:site_name content='" site "'><h1>Harbour plan</h1><p class=byline>By " text \
    "</p>" PROSE,                                                                                  \
        AUTHORS
    static const struct page_case CASES[] = {
        {"two words", BYLINE("Tide Courier", "Jane Doe Tide Courier"), "Jane Doe"},
        {"with an article", BYLINE("Tide Courier", "Jane Doe The Tide Courier"), "Jane Doe"},
        {"capitals", BYLINE("TBC", "Jane Doe TBC"), "Jane Doe"},
        {"a surname", BYLINE("Roe", "Jane Doe Roe"), "Jane Doe Roe"},
        {"nothing else", BYLINE("Jane Doe Roe", "Jane Doe Roe"), "Jane Doe Roe"},
        {"a given name", BYLINE("Tide Press", "Jane Tide Press"), "Jane Tide Press"},
        {"another site", BYLINE("Tide Courier", "Jane Doe Ebb Poe"), "Jane Doe Ebb Poe"},
    };
    CHECK(CASES);
}

#define BOTH LD_AUTHORS(LD_PERSON("Jane Doe") "," LD_PERSON("John Roe"))
#define CARD(name, job) "<div><div class=author>" name "</div><p>" job "</p></div>"

static void lists_whose_names_are_shown(void **state) {
    static const struct page_case CASES[] = {
        {"each in a card", BOTH CARD("Jane Doe", "Reporter") CARD("John Roe", "Editor") PROSE,
         AUTHORS, "Jane Doe; John Roe"},
        {"only one of them", BOTH CARD("Jane Doe", "Reporter") PROSE, AUTHORS, "Jane Doe"},
        {"one of them far below",
         BOTH CARD("Jane Doe", "Reporter") PROSE PROSE PROSE PROSE CARD("John Roe", "Editor"),
         AUTHORS, "Jane Doe"},
        {"a byline", BOTH "<p>By Jane Doe</p>" CARD("John Roe", "Photographer") PROSE, AUTHORS,
         "Jane Doe"},
        {"a desk",
         LD_AUTHORS(LD_PERSON("Jane Doe") "," LD_PERSON(
             "Gear Team")) "<div itemprop=author "
                           "itemscope><span itemprop=name><a href=/a>Jane Doe</a> <a "
                           "class=author href=/b>Gear "
                           "Team</a></span></div>" PROSE,
         AUTHORS, "Jane Doe; Gear Team"},
    };
    CHECK(CASES);
}

#define NAMED(inside) "<div itemprop=author itemscope><span itemprop=name>" inside "</span></div>"
#define NODES "<i>a</i> <b>b</b> <i>c</i> <b>d</b> <i>e</i> <b>f</b> <i>g</i> <b>h</b> <i>i</i>"
#define TEASER(name) "<div><h3>Teaser of a ferry</h3><p>" NODES "</p>" NAMED(name) "</div>"

static void elements_of_authors(void **state) {
    static const struct page_case CASES[] = {
        {"two links", "<h1>Harbour plan</h1>" NAMED("<a>Jane Doe</a> <a>John Roe</a>") PROSE,
         AUTHORS, "Jane Doe; John Roe"},
        {"one link", "<h1>Harbour plan</h1>" NAMED("<a>Jane <b>Doe</b></a>") PROSE, AUTHORS,
         "Jane Doe"},
        {"three teasers",
         "<meta name=author content='Jane Doe'><h1>Harbour plan</h1>" PROSE PROSE PROSE PROSE
             TEASER("John Roe") TEASER("Ann Poe") TEASER("John Roe") TEASER("Mara Meta"),
         AUTHORS, "Jane Doe"},
        {"teasers alone",
         "<h1>Harbour plan</h1>" PROSE PROSE PROSE PROSE TEASER("John Roe") TEASER("Ann Poe")
             TEASER("John Roe") TEASER("Mara Meta"),
         AUTHORS, "-"},
        {"a caption",
         "<h1>Harbour plan</h1><div class=cutline-byline><i>Jane Doe (left)</i><b>Photo: "
         "X</b></div>" PROSE,
         AUTHORS, "-"},
        {"one box of this author",
         "<h1>Harbour plan</h1>" PROSE PROSE PROSE PROSE NAMED("Jane Doe"), AUTHORS, "Jane Doe"},
    };
    CHECK(CASES);
}

#define BELOW(line)                                                                                \
    "<h1>Harbour plan</h1><p>The town council voted on Friday to rebuild the eastern half of the " \
    "harbour, ending a debate that began at breakfast and was still going when the boats came "    \
    "in.</p><p>" line "</p>"

static void who_changed_it(void **state) {
    static const struct page_case CASES[] = {
        {"below the text", BELOW("Last modified: 3 May 2024, 10:20 by Jane Doe"), AUTHORS, "-"},
        {"who published it", BELOW("Published 3 May 2024, 10:20 by Jane Doe"), AUTHORS, "Jane Doe"},
        {"the day after the name", BELOW("Last edited by Jane Doe; 3 May 2024"), AUTHORS,
         "Jane Doe"},
        {"above the text", "<h1>Harbour plan</h1><p>Updated 3 May 2024 by Jane Doe</p>" PROSE PROSE,
         AUTHORS, "Jane Doe"},
        {"in a thread",
         "<meta property=og:type content=discussion>"
         "<script type=application/ld+json>{\"@type\":\"DiscussionForumPosting\"}</script>" BELOW(
             "Last modified: 3 May 2024, 10:20 by Jane Doe"),
         AUTHORS, "Jane Doe"},
    };
    CHECK(CASES);
}

#define HEADLINE "<h1>Harbour plan</h1>"

/* Each author in an element of their own, without a byline word. */
static void headlines_are_no_bylines(void **state) {
    static const struct page_case CASES[] = {
        {"a headline like a byline", "<h1>By Jane Doe</h1>" PROSE, AUTHORS, "-"},
        {"a date in a headline", "<h1>3 May 2024</h1>" PROSE, PITH_DATE, "-"},
        {"a byline in the headline's element", "<h1>Harbour plan<br>By Jane Doe</h1>" PROSE,
         AUTHORS, "Jane Doe"},
    };
    CHECK(CASES);
}

static void authors_side_by_side(void **state) {
    static const struct page_case CASES[] = {
        {"with a comma",
         HEADLINE "<p><a class=author-name href=/a>Jane Doe</a>, <a class=author-name "
                  "href=/b>Ben Holt</a></p>" PROSE,
         AUTHORS, "Jane Doe; Ben Holt"},
        {"with a word",
         HEADLINE "<p><b class=author>Jane Doe</b> and <b class=author>Ben Holt</b></p>" PROSE,
         AUTHORS, "Jane Doe; Ben Holt"},
        {"three of them",
         HEADLINE "<p><b class=author>Jane Doe</b>, <b class=author>Ben Holt</b>, <b class=author>"
                  "Mara Lind</b></p>" PROSE,
         AUTHORS, "Jane Doe; Ben Holt; Mara Lind"},
        {"in a list",
         HEADLINE "<ul class=authors><li class=author>Jane Doe<li class=author>Ben Holt</ul>" PROSE,
         AUTHORS, "Jane Doe; Ben Holt"},
        {"within the element of the byline",
         HEADLINE "<div class=authors><div><b class=author>Jane Doe</b></div><div><b "
                  "class=author>Ben Holt</b></div></div>" PROSE,
         AUTHORS, "Jane Doe; Ben Holt"},
        {"as lines of their own",
         HEADLINE "<p class=author>Jane Doe<p class=author>Ben Holt<p class=author>Mara Lind" PROSE,
         AUTHORS, "Jane Doe; Ben Holt; Mara Lind"},
        {"with where they work",
         HEADLINE "<p class=author>Jane Doe<br>University of Ellery<p class=author>Ben Holt<br>"
                  "Ellery College" PROSE,
         AUTHORS, "Jane Doe; Ben Holt"},
        {"with a verb between them",
         HEADLINE
         "<p><b class=author>Jane Doe</b> interviews <b class=author>Ben Holt</b></p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"with something else between them",
         HEADLINE "<p><b class=author>Jane Doe</b> <i>x</i> <b class=author>Ben Holt</b></p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"of another class",
         HEADLINE "<p><b class=author>Jane Doe</b> <b class=writer>Ben Holt</b></p>" PROSE, AUTHORS,
         "Jane Doe"},
        {"no person",
         HEADLINE "<p><b class=author>Jane Doe</b> <b class=author>3 comments</b></p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"given and family names",
         HEADLINE "<p class=author><i class=firstname>Jane</i> <i class=surname>Doe</i></p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"names in parts that touch",
         HEADLINE
         "<p class=author><i class=given-name>Jane</i><i class=family-name>Doe</i></p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"names in parts, with other names for them",
         HEADLINE
         "<p class=author><i class=authorFirst>Jane</i><i class=authorLastName>Doe</i></p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"the last of several",
         HEADLINE
         "<p class=author><i class=first>Jane Doe</i> <i class=last>Ben Holt</i></p>" PROSE,
         AUTHORS, "Jane Doe; Ben Holt"},
    };
    CHECK(CASES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(organisations),
        ARENA_TEST(lines_of_teasers),
        ARENA_TEST(sites_after_names),
        ARENA_TEST(lists_whose_names_are_shown),
        ARENA_TEST(elements_of_authors),
        ARENA_TEST(who_changed_it),
        ARENA_TEST(headlines_are_no_bylines),
        ARENA_TEST(authors_side_by_side),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
