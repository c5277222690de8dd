/*
 * The day of a page among several: relative to the current day in its header, on lines with a label
 * for a change, earlier or later than what the markup says. The edges of each.
 */
#include "page_case.h"

#define BASE "<html lang=en><p>3 May 2024</p>"
#define PLAN "<h1>Harbour plan</h1>"
#define AGO(line) BASE PLAN "<p>" line "</p>" PROSE, PITH_DATE
#define MACHINE(day) "<meta property=article:published_time content='" day "'>"
#define CHANGED(day) "<meta property=article:modified_time content='" day "'>"
#define LD(json) "<script type=application/ld+json>" json "</script>"

static void days_relative_to_the_current_one(void **state) {
    static const struct page_case CASES[] = {
        {"days ago", AGO("2 days ago"), "2024-05-01"},
        {"with a label", AGO("Published 2 days ago"), "2024-05-01"},
        {"eight words", AGO("Published by the old clerk 2 days ago"), "2024-05-01"},
        {"nine words", AGO("Published by the very old clerk 2 days ago"), "2024-05-03"},
        {"yesterday", AGO("Published yesterday"), "2024-05-02"},
        {"yesterday, among three words", AGO("Published yesterday morning"), "2024-05-03"},
        {"on the second line", BASE PLAN "<p>Harbour</p><p>2 days ago</p>" PROSE, PITH_DATE,
         "2024-05-01"},
        {"below the first paragraph", BASE PLAN PROSE "<p>2 days ago</p>", PITH_DATE, "2024-05-03"},
        {"nothing in the header", "<html lang=en>" PLAN "<p>2 days ago</p>" PROSE, PITH_DATE, "-"},
        {"a header of eight words",
         "<html lang=en><p>News of the old harbour 3 May 2024</p>" PLAN "<p>2 days ago</p>" PROSE,
         PITH_DATE, "2024-05-01"},
        {"a header of nine words",
         "<html lang=en><p>News of the very old harbour 3 May 2024</p>" PLAN
         "<p>2 days ago</p>" PROSE,
         PITH_DATE, "2024-05-03"},
        {"a day of its own", BASE PLAN "<p>1 May 2024</p><p>2 days ago</p>" PROSE, PITH_DATE,
         "2024-05-01"},
        {"a product", LD("{\"@type\":\"Product\"}") AGO("2 days ago"), "-"},
    };
    CHECK(CASES);
}

static void days_above_the_article(void **state) {
#define ABOVE(above, line)                                                                         \
    "<html lang=en>" above "<article>" PLAN "<p>" line "</p>" PROSE "</article>", PITH_DATE
#define TODAY "<time datetime=2024-07-15>Monday 15 July 2024</time>"
    static const struct page_case CASES[] = {
        {"today's", ABOVE("<header>" TODAY "</header>", "Published 2 June 2024"), "2024-06-02"},
        {"without a label", ABOVE("<div>" TODAY "</div>", "2 June 2024"), "2024-06-02"},
        {"a teaser's",
         ABOVE("<aside><h2>Latest</h2><p>Ferry sold</p>" TODAY "</aside>", "2 June 2024"),
         "2024-06-02"},
        {"the only one", ABOVE("<div>" TODAY "</div>", "By Jane Doe"), "2024-07-15"},
        {"of an event", ABOVE("<div>" TODAY "</div>", "2 August 2024"), "2024-07-15"},
        {"that of the markup too",
         MACHINE("2024-07-15") ABOVE("<div>" TODAY "</div>", "2 June 2024"), "2024-07-15"},
        {"within the article",
         "<html lang=en><article>" TODAY PLAN "<p>2 June 2024</p>" PROSE "</article>", PITH_DATE,
         "2024-07-15"},
        {"no article", "<html lang=en>" TODAY PLAN "<p>2 June 2024</p>" PROSE, PITH_DATE,
         "2024-07-15"},
    };
    CHECK(CASES);
}

static void days_of_changes(void **state) {
    static const struct page_case CASES[] = {
        {"on its own line", PLAN "<p>Updated 3 May 2024</p>" PROSE, PITH_DATE, "2024-05-03"},
        {"three words before it", PLAN "<p>Was last updated 3 May 2024</p>" PROSE, PITH_DATE,
         "2024-05-03"},
        {"four words before it", PLAN "<p>It was last updated 3 May 2024</p>" PROSE, PITH_DATE,
         "-"},
        {"four words and a stroke before them",
         PLAN "<p>It is a wall | last updated 3 May 2024</p>" PROSE, PITH_DATE, "2024-05-03"},
        {"on the second line of a block",
         PLAN "<p>It is a wall<br>last updated 3 May 2024</p>" PROSE, PITH_DATE, "2024-05-03"},
        {"below the text", PLAN PROSE PROSE "<p>Updated 3 May 2024</p>", PITH_DATE, "-"},
        {"of an article", LD("{\"@type\":\"Article\",\"dateModified\":\"2024-05-03\"}") PLAN PROSE,
         PITH_DATE, "2024-05-03"},
        {"of a page", LD("{\"@type\":\"WebPage\",\"dateModified\":\"2024-05-03\"}") PLAN PROSE,
         PITH_DATE, "-"},
        {"in a meta element", CHANGED("2024-05-03") PLAN PROSE, PITH_DATE, "-"},
        {"a month", PLAN "<p>Updated May 2024</p>" PROSE, PITH_DATE, "-"},
        {"before the day of publication", MACHINE("2024-05-03") CHANGED("2024-05-02") PLAN PROSE,
         PITH_MODIFIED, "-"},
        {"on that day", MACHINE("2024-05-03") CHANGED("2024-05-03") PLAN PROSE, PITH_MODIFIED,
         "2024-05-03"},
        {"of a product", LD("{\"@type\":\"Product\"}") PLAN "<p>Updated 3 May 2024</p>" PROSE,
         PITH_DATE, "-"},
    };
    CHECK(CASES);
}

static void days_that_differ(void **state) {
    static const struct page_case CASES[] = {
        /* a change on the page's day or the day before it says nothing about an earlier day */
        {"years before", MACHINE("2024-05-04") PLAN "<p>3 May 2014</p>" PROSE, PITH_DATE,
         "2014-05-03"},
        {"a change a day after that",
         MACHINE("2024-05-04") CHANGED("2014-05-04") PLAN "<p>3 May 2014</p>" PROSE, PITH_DATE,
         "2024-05-04"},
        {"a change the day before that",
         MACHINE("2024-05-04") CHANGED("2014-05-02") PLAN "<p>3 May 2014</p>" PROSE, PITH_DATE,
         "2024-05-04"},
        {"a change two days after that",
         MACHINE("2024-05-04") CHANGED("2014-05-05") PLAN "<p>3 May 2014</p>" PROSE, PITH_DATE,
         "2014-05-03"},
        {"the machine's day on the page too",
         MACHINE("2024-05-04") PLAN "<p>3 May 2014</p><p>4 May 2024</p>" PROSE, PITH_DATE,
         "2024-05-04"},
        {"a later day below the headline", MACHINE("2024-05-04") PLAN "<p>9 May 2024</p>" PROSE,
         PITH_DATE, "2024-05-09"},
        {"an earlier day above the headline", MACHINE("2024-05-04") "<p>1 May 2024</p>" PLAN PROSE,
         PITH_DATE, "2024-05-01"},
        {"the day after, in UTC", MACHINE("2024-05-03T23:00:00Z") PLAN "<p>4 May 2024</p>" PROSE,
         PITH_DATE, "2024-05-04"},
        {"the day after, with an offset",
         MACHINE("2024-05-03T23:00:00+02:00") PLAN "<p>4 May 2024</p>" PROSE, PITH_DATE,
         "2024-05-03T23:00:00+02:00"},
        {"two days after",
         MACHINE("2024-05-03T23:00:00Z") "<link rel=canonical "
                                         "href='https://a.example/2024/05/05/b'>" PLAN PROSE,
         PITH_DATE, "2024-05-03T23:00:00Z"},
        {"the day before, in an address",
         MACHINE("2024-05-04T01:00:00Z") "<link rel=canonical "
                                         "href='https://a.example/2024/05/03/b'>" PLAN PROSE,
         PITH_DATE, "2024-05-03"},
        {"a time on the page", MACHINE("2024-05-03") PLAN "<p>3 May 2024 15:13</p>" PROSE,
         PITH_DATE, "2024-05-03T15:13"},
        {"a time in the markup", MACHINE("2024-05-03T15:13:00") PLAN "<p>3 May 2024</p>" PROSE,
         PITH_DATE, "2024-05-03T15:13:00"},
        {"a zone in the markup",
         MACHINE("2024-05-03T15:13:00+02:00") PLAN "<p>3 May 2024 15:13</p>" PROSE, PITH_DATE,
         "2024-05-03T15:13:00+02:00"},
        {"a day before a month", PLAN "<p>May 2024</p><p>7 May 2024</p>" PROSE, PITH_DATE,
         "2024-05-07"},
    };
    CHECK(CASES);
}

static void places_of_days(void **state) {
#define DAY "<p>3 May 2024</p>"
    static const struct page_case CASES[] = {
        {"in a table of facts", PLAN "<table class=infobox><tr><td>" DAY "</table>" PROSE,
         PITH_DATE, "-"},
        {"among references", PLAN "<div class=reference>" DAY "</div>" PROSE, PITH_DATE, "-"},
        {"in a caption", PLAN "<figure><figcaption>3 May 2024</figcaption></figure>" PROSE,
         PITH_DATE, "-"},
        {"a time element in a figure",
         PLAN "<figure><time datetime=2024-05-03>x</time></figure>" PROSE, PITH_DATE, "2024-05-03"},
        {"in a comment above the text", PLAN "<div class=comment>" DAY "</div>" PROSE, PITH_DATE,
         "2024-05-03"},
        {"in a review above the text", PLAN "<div class=review>" DAY "</div>" PROSE, PITH_DATE,
         "2024-05-03"},
        {"of a time element far below",
         PLAN PROSE PROSE PROSE "<time datetime=2024-05-03>3 May</time>", PITH_DATE, "2024-05-03"},
        {"and one at the headline",
         PLAN "<time datetime=2024-05-01>1 May</time>" PROSE PROSE PROSE
              "<time datetime=2024-05-03>3 May</time>",
         PITH_DATE, "2024-05-01"},
        {"of a time element that says a change, below the text",
         PLAN PROSE PROSE PROSE "<p>Updated <time datetime=2024-05-03>3 May 2024</time></p>",
         PITH_DATE, "-"},
        {"in a review below the text",
         PLAN PROSE PROSE "<div class=review><time datetime=2024-05-03>x</time></div>", PITH_DATE,
         "-"},
    };
    CHECK(CASES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(days_relative_to_the_current_one),
        ARENA_TEST(days_above_the_article),
        ARENA_TEST(days_of_changes),
        ARENA_TEST(days_that_differ),
        ARENA_TEST(places_of_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
