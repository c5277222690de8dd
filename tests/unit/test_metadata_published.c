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
        {"a change is one", "<h1>Harbour plan</h1><p>Last updated: 28 April 2024</p>" PROSE,
         PITH_MODIFIED, "2024-04-28"},
        {"followed by a word for the change",
         "<h1>Harbour plan</h1><p>2024.04.28 lastupdate</p>" PROSE, PITH_MODIFIED, "2024-04-28"},
        {"a day, and how long ago it was changed",
         "<h1>Harbour plan</h1><p>March 4, 2024 \xC2\xB7 Updated 2 days ago</p>" PROSE, PITH_DATE,
         "2024-03-04"},
        {"no day of a change then",
         "<h1>Harbour plan</h1><p>4 March 2024 | Updated yesterday</p>" PROSE, PITH_MODIFIED, "-"},
        {"in Portuguese",
         "<html lang=pt><h1>Cais</h1><p>27/08/2024 05h30 Atualizado h\xC3\xA1 2 dias</p>" PROSE,
         PITH_DATE, "2024-08-27T05:30"},
        {"in German",
         "<html lang=de><h1>Hafen</h1><p>4. M\xC3\xA4rz 2024, aktualisiert vor 2 "
         "Stunden</p>" PROSE,
         PITH_DATE, "2024-03-04"},
        {"in French",
         "<html lang=fr><h1>Port</h1><p>4 mars 2024 - Mis \xC3\xA0 jour hier</p>" PROSE, PITH_DATE,
         "2024-03-04"},
        {"in Spanish",
         "<html lang=es><h1>Muelle</h1><p>4 marzo 2024 Actualizado hace 2 horas</p>" PROSE,
         PITH_DATE, "2024-03-04"},
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

/* An article by JSON-LD, with one more member. */
#define ARTICLE(member)                                                                            \
    "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"Harbour "              \
    "plan\"," member "}</script>"

static void test_changes(void **state) {
    static const struct page_case CASES[] = {
        {"only a change is shown", "<h1>Harbour plan</h1><p>Last updated: 28 April 2024</p>" PROSE,
         PITH_DATE, "2024-04-28"},
        {"it is no dateline", "<h1>Harbour plan</h1><p>Last updated: 28 April 2024</p>" PROSE,
         PITH_DATELINE, "-"},
        {"only JSON-LD has a change",
         ARTICLE("\"dateModified\":\"2024-04-28\"") "<h1>Harbour plan</h1>" PROSE, PITH_DATE,
         "2024-04-28"},
        {"a change and a day of publication",
         ARTICLE(
             "\"dateModified\":\"2024-04-28\"") "<h1>Harbour plan</h1><p>26 April 2024</p>" PROSE,
         PITH_DATE, "2024-04-26"},
        {"only a meta element has one",
         "<meta property='article:modified_time' content='2024-04-28'><h1>Harbour plan</h1>" PROSE,
         PITH_DATE, "-"},
        {"only a line below the text has one",
         "<h1>Harbour plan</h1>" PROSE PROSE PROSE "<p>Last updated: 28 April 2024</p>", PITH_DATE,
         "-"},
        {"and with a time element",
         "<h1>Harbour plan</h1>" PROSE PROSE "<p>Last changed on <time>28 April 2024</time></p>",
         PITH_DATE, "-"},
        {"a month only in JSON-LD",
         ARTICLE("\"dateModified\":\"2024-04\"") "<h1>Harbour plan</h1>" PROSE, PITH_DATE, "-"},
        {"a change at the end of a byline",
         "<h1>Harbour plan</h1><p>By Jane Doe last updated 28 April 2024</p>" PROSE, PITH_DATE,
         "-"},
        {"in a part of its own",
         "<h1>Harbour plan</h1><p>Jane Doe \xC2\xB7 Senior Editor \xC2\xB7 Updated 28 April "
         "2024</p>" PROSE,
         PITH_DATE, "2024-04-28"},
        {"on the second line of a block",
         "<h1>Harbour plan</h1><p>By Jane Doe of the Courier<br>Updated 28 April 2024</p>" PROSE,
         PITH_DATE, "2024-04-28"},
        {"JSON-LD has a change of the web page",
         "<script type=application/ld+json>{\"@type\":\"WebPage\",\"name\":\"Harbour plan\","
         "\"dateModified\":\"2024-04-28\"}</script><h1>Harbour plan</h1>" PROSE,
         PITH_DATE, "-"},
        {"it does not make an article",
         "<h1>Harbour plan</h1><p>Last updated: 28 April 2024</p>" PROSE, PITH_TYPE, "-"},
        {"a month only", "<h1>Harbour plan</h1><p>Last updated: April 2024</p>" PROSE, PITH_DATE,
         "-"},
        {"the last changed day of a wiki",
         "<h1>Harbour plan</h1>" PROSE PROSE PROSE "<html lang=fr><p>plan.txt · Dernière "
         "modification: le 28/04/2024, 11:08 par jdoe</p>",
         PITH_MODIFIED, "2024-04-28T11:08"},
    };
    CHECK(CASES);
}

#define DECLARED "<meta property='article:published_time' content='2024-04-26'>"
#define ENTRY(class, day)                                                                          \
    "<div class='" class "'><b>" day "</b><br><a href=/x>A harbour story</a></div>"

static void test_other_dates(void **state) {
    static const struct page_case CASES[] = {
        {"a picture's",
         DECLARED "<h1>Harbour plan</h1><figure><img src=x><figcaption>The wall, 3 May 2019"
                  "</figcaption></figure>" PROSE,
         PITH_DATE, "2024-04-26"},
        {"a picture's, and no other",
         "<h1>Harbour plan</h1><figure><img src=x><figcaption>The wall, 3 May 2019"
         "</figcaption></figure>" PROSE,
         PITH_DATE, "-"},
        {"a credit is no picture",
         "<h1>Harbour plan</h1><div class=date-and-credit><p>3 May 2019</p></div>" PROSE, PITH_DATE,
         "2019-05-03"},
        {"an anniversary at the headline, and the declared day below it",
         DECLARED "<h1>Harbour plan</h1><p>It began on 26 April 2014</p><p>1</p><p>2</p><p>3</p>"
                  "<p>4</p><p>5</p><p>6</p><p>26 April 2024</p>" PROSE,
         PITH_DATE, "2024-04-26"},
        {"the current one above the headline",
         DECLARED "<p>Date: Monday 9 March 2026</p><h1>Harbour plan</h1>" PROSE, PITH_DATE,
         "2024-04-26"},
        {"of a comment, with a time element",
         "<h1>Harbour plan</h1><p>Posted on 16 May 2019</p>" PROSE
         "<div class=comments><p>Ann Poe</p><time datetime='2019-05-24T03:36'>24 May 2019</time> "
         "24 May 2019</div>",
         PITH_DATE, "2019-05-16"},
        {"of a comment, and no other",
         "<h1>Harbour plan</h1>" PROSE "<div class=comments><p>Ann Poe</p><time "
         "datetime='2019-05-24T03:36'>24 May 2019</time></div>",
         PITH_DATE, "2019-05-24T03:36"},
        {"of the first post of a thread of comments",
         "<h1>Harbour plan</h1><div class=comment><p>jdoe</p><time "
         "datetime='2019-05-24T03:36'>24 May</time>" PROSE "</div><p>29 May 2019</p>",
         PITH_DATE, "2019-05-24T03:36"},
        {"of a post that is quoted",
         "<h1>Harbour plan</h1><p>Posted on 16 May 2019</p>" PROSE
         "<blockquote><p>How tall!</p><time datetime='2018-03-12T19:30'>12 March 2018</time> "
         "12 March 2018</blockquote>",
         PITH_DATE, "2019-05-16"},
        {"of a review",
         "<h1>Harbour wall kit</h1>" PROSE "<div class=Ratings_one><p>Ann Poe</p><time "
         "datetime='2018-03-12'>12 March 2018</time></div>",
         PITH_DATE, "-"},
        {"of entries, the latest first",
         "<h1>News</h1>" ENTRY("entry", "26 April 2024") ENTRY("entry", "19 April 2024")
             ENTRY("entry", "4 April 2024") PROSE,
         PITH_DATE, "-"},
        {"the first of which looks different",
         "<h1>News</h1>" ENTRY("top", "26 April 2024") ENTRY("entry", "19 April 2024")
             ENTRY("entry", "4 April 2024") PROSE,
         PITH_DATE, "-"},
        {"of posts, the latest last",
         "<h1>Harbour plan</h1>" ENTRY("post", "4 April 2024") ENTRY("post", "19 April 2024")
             ENTRY("post", "26 April 2024") PROSE,
         PITH_DATE, "2024-04-04"},
        {"of posts in another order",
         "<h1>Harbour plan</h1>" ENTRY("post", "19 April 2024") ENTRY("post", "26 April 2024")
             ENTRY("post", "4 April 2024") PROSE,
         PITH_DATE, "2024-04-19"},
        {"of the print", "<h1>Harbour plan</h1><p>Printed from example.org on 9 May 2024</p>" PROSE,
         PITH_DATE, "-"},
    };
    CHECK(CASES);
}

static void test_last_resorts(void **state) {
    static const struct page_case CASES[] = {
        {"a label below the text",
         "<h1>Harbour plan</h1>" PROSE PROSE PROSE
         "<div><p>More</p></div><div><h4>Published</h4><p>3 May 2024</p></div>" PROSE,
         PITH_DATE, "2024-05-03"},
        {"a byline below the text",
         "<h1>Harbour plan</h1>" PROSE PROSE PROSE
         "<div><p>More</p></div><div><p>Written by Jane Doe</p><p>3 May 2024</p></div>" PROSE,
         PITH_DATE, "2024-05-03"},
        {"two days with a label",
         "<h1>Harbour plan</h1>" PROSE PROSE PROSE
         "<p>Published 3 May 2024</p><p>Published 4 May 2024</p>" PROSE,
         PITH_DATE, "-"},
        {"no label", "<h1>Harbour plan</h1>" PROSE PROSE PROSE "<p>More</p><p>3 May 2024</p>" PROSE,
         PITH_DATE, "-"},
        {"in the footer",
         "<h1>Harbour plan</h1>" PROSE PROSE PROSE
         "<footer><p>Published 3 May 2024</p><p>x</p></footer>" PROSE,
         PITH_DATE, "-"},
        {"of a community",
         "<h1>Harbour plan</h1>" PROSE PROSE PROSE "<div>Created May 3, 2008</div>" PROSE,
         PITH_DATE, "-"},
        {"a note on the post by its title",
         "<p>The eastern wall is done was posted on 3 May 2024 at 23:03 and filed under "
         "Walls.</p><p>x</p><p>x</p><p>x</p><p>x</p><p>x</p><p>x</p><p>x</p><p>x</p><p>x</p>"
         "<h1>The eastern wall is done</h1>" PROSE,
         PITH_DATE, "2024-05-03T23:03"},
        {"linked, at the start of a line of links",
         "<h1>Harbour plan</h1><p><a href=/x>3 May 2024</a> | <a href=/y>Harbours</a></p>"
         "<p>4 May 2023 was the day on which the council voted to rebuild the eastern half of the "
         "harbour, ending a debate that had begun at breakfast and was going on still.</p>" PROSE,
         PITH_DATE, "2024-05-03"},
        {"in a title",
         "<h1>Harbour plan</h1><p>by jdoe <span title='2024-05-03T08:40:11'>7 hours "
         "ago</span></p>" PROSE,
         PITH_DATE, "2024-05-03T08:40:11"},
        {"an address with the month's name",
         "<link rel=canonical href='https://example.org/blog/2024/may/03/harbour-plan/'>",
         PITH_DATE, "2024-05-03"},
        {"a month in two calendars",
         "<html lang=ar><h1>x</h1><p>3 \xD8\xA3\xD9\x8A\xD8\xA7\xD8\xB1 / "
         "\xD9\x85\xD8\xA7\xD9\x8A\xD9\x88 2024</p>" PROSE,
         PITH_DATE, "2024-05-03"},
    };
    CHECK(CASES);
}

/* The only line on the page that says when it was published. */
static void test_lone_lines(void **state) {
#define FAR "<h1>Harbour plan</h1>" PROSE PROSE PROSE
    static const struct page_case CASES[] = {
        {"in an article in the footer",
         FAR "<footer><article><p>Published 3 May 2024</p><p>x</p></article></footer>" PROSE,
         PITH_DATE, "2024-05-03"},
        {"in a side column", FAR "<aside><p>Published 3 May 2024</p><p>x</p></aside>" PROSE,
         PITH_DATE, "2024-05-03"},
        {"among the credits",
         FAR "<div class=credits><p>Published 3 May 2024</p><p>x</p></div>" PROSE, PITH_DATE,
         "2024-05-03"},
        {"in a comment", FAR "<div class=comment><p>Published 3 May 2024</p><p>x</p></div>" PROSE,
         PITH_DATE, "-"},
        {"below a long line that begins as a byline does",
         FAR "<p>By the time the boats came in nobody was left on the quay</p><div><p>3 May "
             "2024</p></div>" PROSE,
         PITH_DATE, "-"},
        {"below a line that begins as a label does",
         FAR "<p>Published maps of the harbour</p><div><p>3 May 2024</p></div>" PROSE, PITH_DATE,
         "-"},
        {"without a day", FAR "<p>Published May 2024</p>" PROSE, PITH_DATE, "-"},
        {"in a long line",
         FAR "<p>Published was the plan of the harbour master on 3 May 2024</p>" PROSE, PITH_DATE,
         "-"},
        {"on a product's page",
         "<script type='application/ld+json'>{\"@type\":\"Product\"}</script>" FAR
         "<p>Published 3 May 2024</p>" PROSE,
         PITH_DATE, "-"},
    };
    CHECK(CASES);
}

#define TIME3                                                                                      \
    "<p><time datetime=2024-05-04T09:00Z>9:00</time><p><time datetime=2024-05-04T08:00Z>8:00"      \
    "</time><p><time datetime=2024-05-04T07:00Z>7:00</time>"
#define TIME12 TIME3 TIME3 TIME3 TIME3

/* The day in the address counts although the page has more <time> elements than there is room for.
 */
static void live_blogs(void **state) {
    static const struct page_case CASES[] = {
        {"an early hour of the day in the address",
         "<link rel=canonical href=https://courier.example/2024/05/04/harbour>"
         "<meta property=article:published_time content=2024-05-03T23:01:00Z>"
         "<h1>Harbour plan</h1>" PROSE TIME12 TIME12 TIME12 TIME12 TIME12,
         PITH_DATE, "2024-05-04T09:00Z"},
        {"no day in the address",
         "<link rel=canonical href=https://courier.example/harbour>"
         "<meta property=article:published_time content=2024-05-03T23:01:00Z>"
         "<h1>Harbour plan</h1>" PROSE TIME12 TIME12 TIME12 TIME12 TIME12,
         PITH_DATE, "2024-05-03T23:01:00Z"},
    };
    CHECK(CASES);
}

#define FILED(path) "<link rel=canonical href='https://harbour.example" path "'>"

/* Lines that tell of a day, on pages whose address or markup has another year. */
static void test_days_told_of(void **state) {
    static const struct page_case CASES[] = {
        {"a highlight",
         FILED("/2010/08/13/plan") "<h1>Harbour plan</h1><ul><li>The first boat "
                                   "sailed from here on August 14, 1935</ul>" PROSE,
         PITH_DATE, "2010-08-13"},
        {"of the same year",
         FILED(
             "/1995/08/13/plan") "<h1>Harbour plan</h1><ul><li>The first boat sailed from here on "
                                 "August 14, 1995</ul>" PROSE,
         PITH_DATE, "1995-08-14"},
        {"with the markup's year",
         "<meta property=article:published_time content=2010-08-13><h1>Harbour plan</h1><ul><li>"
         "The first boat sailed from here on August 14, 1999</ul>" PROSE,
         PITH_DATE, "2010-08-13"},
        {"a dateline of an archive, which was moved",
         "<meta property=article:published_time content=2010-08-13><h1>Harbour plan</h1>"
         "<p>Jane Doe for the Harbour Courier, August 14, 1999</p>" PROSE,
         PITH_DATE, "1999-08-14"},
        {"the same without a comma",
         FILED("/2010/08/13/plan") "<h1>Harbour plan</h1><p>From the Courier issue of August 14, "
                                   "1999</p>" PROSE,
         PITH_DATE, "1999-08-14"},
        {"a label",
         FILED("/2010/08/13/plan") "<h1>Harbour plan</h1><p>First boat sailed: this page "
                                   "was published on August 14, 1999</p>" PROSE,
         PITH_DATE, "1999-08-14"},
    };
    CHECK(CASES);
}

#define WRITTEN(language, head, day)                                                               \
    "<html lang='" language "'>" head "<h1>Harbour plan</h1><p>By Jane Doe</p>" day PROSE

/* Days written in numbers, of which either may be the month. */
static void test_order_of_day_and_month(void **state) {
    static const struct page_case CASES[] = {
        {"points have the day first", WRITTEN("en-US", "", "<p>05.06.2024</p>"), PITH_DATE,
         "2024-06-05"},
        {"whatever the host's country",
         WRITTEN("en-US", "<link rel=canonical href='https://harbour.de/a'>", "<p>05.06.2024</p>"),
         PITH_DATE, "2024-06-05"},
        {"and other numbers", WRITTEN("en", "", "<p>05.06.2024</p>") "<p>Host 10.20.30.40</p>",
         PITH_DATE, "2024-06-05"},
        {"slashes do in Britain",
         WRITTEN("en-GB", FILED("/2024/03/plan"), "<p>12/03/2024</p><p>Updated 03/05/2024</p>"),
         PITH_DATE, "2024-03-12"},
        {"also of a change, after the month in the address",
         WRITTEN("en-GB", FILED("/2024/03/plan"), "<p>12/03/2024</p><p>Updated 03/05/2024</p>"),
         PITH_MODIFIED, "2024-05-03"},
        {"not in America", WRITTEN("en-US", "", "<p>05/06/2024</p>"), PITH_DATE, "2024-05-06"},
    };
    CHECK(CASES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(live_blogs),
        ARENA_TEST(test_dates),
        ARENA_TEST(test_dates_elsewhere),
        ARENA_TEST(test_changes),
        ARENA_TEST(test_other_dates),
        ARENA_TEST(test_last_resorts),
        ARENA_TEST(test_lone_lines),
        ARENA_TEST(test_days_told_of),
        ARENA_TEST(test_order_of_day_and_month),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
