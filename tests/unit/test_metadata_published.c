/*
 * When the page was published and changed: which source is believed, and what is not its date.
 */
#include "page_case.h"

static void test_dates(void **state) {
    static const struct page_case CASES[] = {
        {"meta", "<meta property='article:published_time' content='2024-04-26T15:13:00+02:00'>",
         PITH_DATE, "2024-04-26T15:13:00+02:00"},
        {"the epoch", "<meta property='article:published_time' content='1970-01-01T00:00:00Z'>",
         PITH_DATE, "-"},
        {"in the URL", "<link rel=canonical href='https://www.example.org/2024/04/26/harbour'>",
         PITH_DATE, "2024-04-26"},
        {"in the URL, the day first",
         "<html lang=de><link rel=canonical href='https://www.example.org/news/26-04-2024'>",
         PITH_DATE, "2024-04-26"},
        {"shown in words", "<h1>Harbour plan</h1><p>Friday 26 April 2024, 3:13 pm</p>" PROSE,
         PITH_DATE, "2024-04-26T15:13"},
        {"shown the day before Greenwich's",
         "<meta property='article:published_time' content='2024-04-27T01:13:00Z'>"
         "<h1>Harbour plan</h1><p>April 26, 2024</p>" PROSE,
         PITH_DATE, "2024-04-26"},
        {"shown the day after Greenwich's",
         "<meta property='article:published_time' content='2024-04-25T23:13:00Z'>"
         "<h1>Harbour plan</h1><p>April 26, 2024</p>" PROSE,
         PITH_DATE, "2024-04-26"},
        {"shown a day off the site's own offset",
         "<meta property='article:published_time' content='2024-04-27T01:13:00-04:00'>"
         "<h1>Harbour plan</h1><p>April 26, 2024</p>" PROSE,
         PITH_DATE, "2024-04-27T01:13:00-04:00"},
        {"numbers in the order that another source confirms",
         "<html lang=en-US><h1>Harbour plan</h1><p>5/4/2024</p>" PROSE
         "<meta property='article:published_time' content='2024-04-05'>",
         PITH_DATE, "2024-04-05"},
        {"numbers by language", "<html lang=en-GB><h1>Harbour plan</h1><p>5/4/2024</p>" PROSE,
         PITH_DATE, "2024-04-05"},
        {"numbers in America", "<html lang=en-US><h1>Harbour plan</h1><p>5/4/2024</p>" PROSE,
         PITH_DATE, "2024-05-04"},
        {"time element",
         "<h1>Harbour plan</h1><time datetime='2024-04-26T15:13Z'>today</time>" PROSE, PITH_DATE,
         "2024-04-26T15:13Z"},
        {"published and updated",
         "<h1>Harbour plan</h1><p>Published 26 April 2024 | Updated 28 April 2024</p>" PROSE,
         PITH_DATE, "2024-04-26"},
        {"updated",
         "<h1>Harbour plan</h1><p>Published 26 April 2024 | Updated 28 April 2024</p>" PROSE,
         PITH_MODIFIED, "2024-04-28"},
        {"only a change is shown", "<h1>Harbour plan</h1><p>Last updated: 28 April 2024</p>" PROSE,
         PITH_DATE, "-"},
        {"a change is one", "<h1>Harbour plan</h1><p>Last updated: 28 April 2024</p>" PROSE,
         PITH_MODIFIED, "2024-04-28"},
        {"followed by a word for the change",
         "<h1>Harbour plan</h1><p>2024.04.28 lastupdate</p>" PROSE, PITH_MODIFIED, "2024-04-28"},
        {"the founding day in an infobox",
         "<h1>Harbour Board</h1><table class=infobox><tr><th>Founded</th><td>February 28, 1998"
         "</td></tr></table>" PROSE,
         PITH_DATE, "-"},
        {"how long ago, with the page's day in its head",
         "<p>Friday 26 April 2024</p><h1>Harbour plan</h1><p>2 days ago</p>" PROSE, PITH_DATE,
         "2024-04-24"},
        {"how long ago, with no base", "<h1>Harbour plan</h1><p>2 days ago</p>" PROSE, PITH_DATE,
         "-"},
        {"an event to come",
         "<meta property='article:modified_time' content='2024-04-26'><h1>Harbour "
         "plan</h1><p>Friday "
         "7 June 2024</p>" PROSE,
         PITH_DATE, "-"},
        {"a label on its own line",
         "<h1>Harbour plan</h1><p>Last updated</p><p>28 April 2024</p>" PROSE, PITH_MODIFIED,
         "2024-04-28"},
        {"a class that says updated, and nothing else does",
         "<h1>Harbour plan</h1><p>Harbour desk <b class=updated>28 April 2024</b></p>" PROSE
         "<meta property='article:published_time' content='2024-04-26'>",
         PITH_MODIFIED, "2024-04-28"},
        {"a comment's",
         "<h1>Harbour plan</h1>" PROSE "<div itemscope itemtype='https://schema.org/Comment'>"
         "<meta itemprop=datePublished content=2024-05-03></div>",
         PITH_DATE, "-"},
        {"a date in the text is not the page's",
         "<h1>Harbour plan</h1>" PROSE "<p>The last such vote was held on 3 May 1997, when the "
         "old pier burned down, and it took the council another two years to pay for it.</p>",
         PITH_DATE, "-"},
        {"another article's",
         "<h1>Harbour plan</h1>" PROSE PROSE PROSE PROSE
         "<ul><li>Old pier burned down, 3 May 1997</ul>",
         PITH_DATE, "-"},
    };
    CHECK(CASES);
}

static void test_dates_elsewhere(void **state) {
    static const struct page_case CASES[] = {
        {"address with short numbers",
         "<link rel=canonical href='https://example.org/home/2024/5/3/harbour-plan'>", PITH_DATE,
         "2024-05-03"},
        {"no date in an address",
         "<link rel=canonical href='https://example.org/home/2024/13/3/harbour-plan'>", PITH_DATE,
         "-"},
        {"numbers that go on",
         "<link rel=canonical href='https://example.org/home/2024/5/345/harbour-plan'>", PITH_DATE,
         "-"},
        {"abbreviation with all of the date",
         "<h1>Harbour plan</h1><p>at <abbr itemprop=datePublished "
         "title='2024-05-03T20:17:00+02:00'>20:17</abbr></p>" PROSE,
         PITH_DATE, "2024-05-03T20:17:00+02:00"},
        {"below the headline in its own element",
         "<h1>Harbour plan<br><small>3 May 2024</small></h1>" PROSE, PITH_DATE, "2024-05-03"},
        {"and not in the headline", "<h1>Harbour plan<br><small>3 May 2024</small></h1>" PROSE,
         PITH_HEADLINE, "Harbour plan"},
        {"a headline of two lines", "<h1>Harbour plan<br>approved</h1>" PROSE, PITH_HEADLINE,
         "Harbour plan approved"},
        {"abbreviation with a class",
         "<h1>Harbour plan</h1><p>at <abbr class=published "
         "title='2024-05-03T20:17:00+02:00'>20:17</abbr></p>" PROSE,
         PITH_DATE, "2024-05-03T20:17:00+02:00"},
        {"at the head of the paragraph below a standfirst and byline",
         "<h1>Harbour plan</h1>"
         "<p>The council has settled the long debate on the harbour of the town, and the boats, "
         "all forty of them, will have a new wall before winter comes again.</p>"
         "<p>By Jane Doe</p><p>Photos by Ann Poe</p>"
         "<p>3.5.2024 - The town council voted on Friday to rebuild the eastern half of the "
         "harbour, ending a debate that began at breakfast and was still going at night.</p>" PROSE,
         PITH_DATE, "2024-05-03"},
        {"a birth within the text",
         "<h1>Jane Doe</h1>" PROSE "<p>Born 3 May 1954 in Port Ellery</p>" PROSE, PITH_DATE, "-"},
        {"the sentence below a blog's entry",
         "<h1>Harbour plan</h1>" PROSE "<p>This entry was posted on Friday, May 3rd, 2024 at 8:15 "
         "pm and is filed under Harbour. You can follow any responses to this entry through the "
         "feed, and you can leave a response, or a trackback from your own site.</p>",
         PITH_DATE, "2024-05-03T20:15"},
        {"the same below an entry older than the web",
         "<h1>Harbour plan</h1>" PROSE
         "<p>This entry was posted on Thursday, May 4th, 1989 at 8:15 "
         "pm and is filed under Harbour. You can follow any responses to this entry through the "
         "feed, and you can leave a response, or a trackback from your own site.</p>",
         PITH_DATE, "1989-05-04T20:15"},
        {"a count that the year runs into",
         "<h1>Harbour plan</h1><p>By Jane Doe</p><p>May 03, 20242 Shares</p>" PROSE, PITH_DATE,
         "2024-05-03"},
        {"a time that the year runs into", "<h1>Harbour plan</h1><p>3 May 202412:15</p>" PROSE,
         PITH_DATE, "2024-05-03T12:15"},
        {"a label right after a word without spaces",
         "<h1>Harbour plan</h1><p>\xE5\xB8\x82\xE5\xA0\xB1Updated 3 May 2024</p>" PROSE,
         PITH_MODIFIED, "2024-05-03"},
        {"an old dateline", "<h1>Harbour plan</h1><p>3 May 1954</p>" PROSE, PITH_DATE,
         "1954-05-03"},
    };
    CHECK(CASES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(test_dates),
        ARENA_TEST(test_dates_elsewhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
