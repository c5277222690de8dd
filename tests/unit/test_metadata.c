/*
 * Whole pages and dumps: which source is believed, what the lines near the headline say, which
 * blocks leave the body.
 */
#include "metadata_page.h"

#include <stdio.h>

#define PROSE                                                                                      \
    "<p>The town council voted on Friday to rebuild the eastern half of the harbour, ending a "    \
    "debate that began at breakfast and was still going when the boats came in.</p>"               \
    "<p>Eleven members voted for it and seven against, and two of them abstained, one of whom "    \
    "was the harbour master's brother, who left the hall before the count was made.</p>"

struct page_case {
    const char *name, *html;
    enum pith_field field; /* PITH_N_FIELDS: the authors */
    const char *want;
};

static void check(void **state, const struct page_case *cases, size_t n) {
    volatile size_t n_wrong = 0;
    for (volatile size_t i = 0; i < n; i++) {
        struct arena *arena = *state;
        struct block_page page;
        struct metadata m;
        ARM(arena);
        read_html(arena, str_of(cases[i].html), &page, &m);
        struct str got = cases[i].field == PITH_N_FIELDS ? joined_authors(arena, &m)
                                                         : field_or_dash(&m, cases[i].field);
        if (!str_equals(got, str_of(cases[i].want))) {
            print_message("%s: \"%.*s\", not \"%s\"\n", cases[i].name, (int)got.len, got.at,
                          cases[i].want);
            n_wrong++;
        }
    }
    assert_int_equal(n_wrong, 0);
}

#define CHECK(cases) check(state, cases, sizeof(cases) / sizeof *(cases))
#define AUTHORS PITH_N_FIELDS

static void test_headline(void **state) {
    static const struct page_case CASES[] = {
        {"the site's name after a stroke", "<title>Harbour plan approved | The Courier</title>",
         PITH_HEADLINE, "Harbour plan approved"},
        {"section and site",
         "<meta property='og:site_name' content='The Courier'>"
         "<title>Harbour plan approved - Local - The Courier</title>",
         PITH_HEADLINE, "Harbour plan approved - Local"},
        {"a dash within the headline stays",
         "<title>Harbour plan approved - what comes next in Port Ellery</title><h1>Harbour plan "
         "approved - what comes next in Port Ellery</h1>" PROSE,
         PITH_HEADLINE, "Harbour plan approved - what comes next in Port Ellery"},
        {"the site's name before it",
         "<meta property='og:site_name' content='Courier'><title>Courier | Harbour plan</title>",
         PITH_HEADLINE, "Harbour plan"},
        {"a heading that the title holds",
         "<title>Harbour plan approved - The Courier</title>"
         "<h1>The Courier</h1><h1>Harbour plan approved</h1>",
         PITH_HEADLINE, "Harbour plan approved"},
        {"a logo as the only h1",
         "<meta property='og:site_name' content='The Courier'><title>Harbour plan approved | The "
         "Courier</title><h1>The Courier</h1><h2>Harbour plan approved</h2>" PROSE,
         PITH_HEADLINE, "Harbour plan approved"},
        {"a kicker in the heading",
         "<meta property='og:title' content='Harbour plan approved at last'><h1>Port Ellery: "
         "Harbour plan approved at last</h1>" PROSE,
         PITH_HEADLINE, "Harbour plan approved at last"},
        {"a heading worded as readers see it",
         "<title>Port Ellery harbour vote: plan approved</title><h1>Harbour plan approved after "
         "long vote</h1>" PROSE,
         PITH_HEADLINE, "Harbour plan approved after long vote"},
        {"soft hyphens", "<h1>Har&shy;bour plan</h1>" PROSE, PITH_HEADLINE, "Harbour plan"},
        {"references", "<meta property='og:title' content='Tom &amp;amp; Jim'>", PITH_HEADLINE,
         "Tom & Jim"},
        {"nothing", "<p>x</p>", PITH_HEADLINE, "-"},
        {"the name of a book above the chapter's",
         "<title>Moored boats - The harbour handbook</title><h1>The harbour handbook</h1>"
         "<h2>Moored boats</h2>" PROSE,
         PITH_HEADLINE, "Moored boats"},
        {"a part of the title on a line of its own",
         "<title>The Courier - The eastern wall is done</title><table><tr><td>Harbour<br><b>The "
         "eastern wall is done</b><br>by Jane Doe</table>" PROSE,
         PITH_HEADLINE, "The eastern wall is done"},
        {"a word of the title on a line of its own",
         "<title>The eastern wall is done - Courier</title><p>wall is done</p>" PROSE,
         PITH_HEADLINE, "The eastern wall is done"},
        {"a kicker above the headline",
         "<title>A talk at sea - The harbour handbook</title><h3>A talk at sea</h3>"
         "<h1>The harbour handbook</h1>" PROSE,
         PITH_HEADLINE, "The harbour handbook"},
        {"a link to the front page is a logo",
         "<title>Harbour plan - The Hut</title><h1><a href=https://example.org/>The Hut</a></h1>"
         "<h2>Harbour plan</h2>" PROSE,
         PITH_HEADLINE, "Harbour plan"},
        {"and so is a heading within one",
         "<title>Harbour plan - The Hut</title><a href=/><h1>The Hut</h1></a>"
         "<h2>Harbour plan</h2>" PROSE,
         PITH_HEADLINE, "Harbour plan"},
        {"the mark of a link to the heading",
         "<h1>Harbour plan<a href=#harbour-plan>\xC2\xB6</a></h1>" PROSE, PITH_HEADLINE,
         "Harbour plan"},
        {"the site's name in the heading",
         "<meta property=og:site_name content='The Courier'><h1>Harbour plan | The "
         "Courier</h1>" PROSE,
         PITH_HEADLINE, "Harbour plan"},
    };
    CHECK(CASES);
}

static void test_authors(void **state) {
    static const struct page_case CASES[] = {
        {"meta", "<meta name=author content='Jane Doe'>", AUTHORS, "Jane Doe"},
        {"several meta elements",
         "<meta name=author content='Jane Doe'><meta name=author "
         "content='John Roe'>",
         AUTHORS, "Jane Doe; John Roe"},
        {"citation",
         "<meta name=citation_author content='Doe, Jane'><meta name=citation_author "
         "content='Roe, John'>",
         AUTHORS, "Jane Doe; John Roe"},
        {"a social page", "<meta property='article:author' content='https://www.facebook.com/x'>",
         AUTHORS, "-"},
        {"a placeholder", "<meta name=author content='admin'>", AUTHORS, "-"},
        {"a placeholder against a visible name",
         "<meta name=author content='Staff'><h1>Harbour plan</h1><p>By Jane Doe</p>" PROSE, AUTHORS,
         "Jane Doe"},
        {"the house against a visible name",
         "<meta property='og:site_name' content='The Courier'><meta name=author content='The "
         "Courier'><h1>Harbour plan</h1><p>By Jane Doe</p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"the visible line knows who took the pictures",
         "<meta name=author content='Jane Doe, John Roe'><h1>Harbour plan</h1><p>By Jane Doe</p>"
         "<p>Photos by John Roe</p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"rel=author", "<h1>Harbour plan</h1><p><a rel=author href=/a>Jane Doe</a></p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"the byline that rel=author is in",
         "<h1>Harbour plan</h1><p><a rel=author href=/a>Jane Doe</a> and <a rel=author "
         "href=/b>John Roe</a></p>" PROSE,
         PITH_BYLINE, "Jane Doe and John Roe"},
        {"the same link three times",
         "<h1>Harbour plan</h1><p><a rel=author href=/a>Jane Doe</a> <a rel=author href=/a>Jane "
         "Doe</a> <a rel=author href=/a>Jane Doe</a></p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"a byline without text",
         "<h1>Harbour plan</h1><p class=byline><span><img src=x></span> <b></b></p>" PROSE, AUTHORS,
         "-"},
        {"microdata",
         "<h1>Harbour plan</h1><p itemprop=author itemscope>Written by <span "
         "itemprop=name>Jane Doe</span>, cook</p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"a comment's author",
         "<h1>Harbour plan</h1>" PROSE "<div itemscope itemtype='https://schema.org/Comment'><span "
         "itemprop=author>Mallory Mint</span></div>",
         AUTHORS, "-"},
        {"by alone on its line",
         "<h1>Harbour plan</h1><p>By</p><p>Jane Doe</p><p>John Roe</p>" PROSE, AUTHORS,
         "Jane Doe; John Roe"},
        {"an element each, no comma",
         "<h1>Harbour plan</h1><div class=byline><b><span>Jane Doe</span> <span>John Roe</span>"
         "</b></div>" PROSE,
         AUTHORS, "Jane Doe; John Roe"},
        {"a name beside the date", "<h1>Harbour plan</h1><p>Jane Doe - 26 April 2024</p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"a section beside the date",
         "<ul><li>Local News</ul><h1>Harbour plan</h1><p>Local News - 26 April 2024</p>" PROSE,
         AUTHORS, "-"},
        {"a sentence that begins with By",
         "<h1>Harbour plan</h1><p>By using this page you agree "
         "to it.</p>" PROSE,
         AUTHORS, "-"},
        {"behind the article", "<h1>Harbour plan</h1>" PROSE PROSE "<p>Written by Jane Doe</p>",
         AUTHORS, "Jane Doe"},
    };
    CHECK(CASES);
}

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
         PITH_DATE, "2024-04-28"},
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

static void test_side_by_side(void **state) {
    static const struct page_case CASES[] = {
        {"author and date without a space",
         "<h1>Harbour plan</h1><div><span>By Jane Doe</span><span>3 May 2024</span><span>2 min "
         "read</span></div>" PROSE,
         AUTHORS, "Jane Doe"},
        {"date and figures without a space",
         "<h1>Harbour plan</h1><div><span>By Jane Doe</span><span>3 May 2024</span><span>2 min "
         "read</span></div>" PROSE,
         PITH_DATELINE, "3 May 2024"},
        {"author and house",
         "<h1>Harbour plan</h1><p>By <span><a>Jane Doe</a></span> <span>Ellery "
         "Business</span></p><p>3 May 2024</p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"a list goes on",
         "<h1>Harbour plan</h1><p><span>By Jane Doe</span><span>, John Roe</span> <span>and Ann "
         "Poe</span></p>" PROSE,
         AUTHORS, "Jane Doe; John Roe; Ann Poe"},
        {"a date in pieces",
         "<h1>Harbour plan</h1><p><span>3</span> <span>May</span> <span>2024</span></p>" PROSE,
         PITH_DATE, "2024-05-03"},
        {"a by-word within the line before",
         "<h1>Harbour plan</h1><p><a>Post</a> <span>by jdoe \xC2\xBB </span><b>3 May "
         "2024</b></p>" PROSE,
         AUTHORS, "jdoe"},
        {"a stroke between two",
         "<h1>Harbour plan</h1><p><span>3 May 2024</span> "
         "<span>\xC2\xB7</span> <span>Jane Doe</span></p>" PROSE,
         AUTHORS, "Jane Doe"},
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
        {"behind a credit",
         "<h1>Harbour plan</h1><p>By Jane Doe</p><p>Photos by Ann Poe</p><p>Port Ellery</p>"
         "<p>3 May 2024</p>" ELLERY,
         PITH_PLACE, "Port Ellery"},
        {"elements side by side",
         "<h1>Harbour plan</h1><p><span>By Jane Doe</span> <span>Port Ellery</span> <span>3 May "
         "2024</span></p>" ELLERY,
         PITH_DATELINE, "Port Ellery, 3 May 2024"},
        {"between strokes",
         "<html lang=en><h1>Harbour plan</h1><p>Jane Doe | Port Ellery | 3 May 2024</p>" ELLERY,
         PITH_PLACE, "Port Ellery"},
        {"before a comma, behind a byline",
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
        {"an old dateline", "<h1>Harbour plan</h1><p>3 May 1954</p>" PROSE, PITH_DATE,
         "1954-05-03"},
    };
    CHECK(CASES);
}

static void test_no_authors(void **state) {
    static const struct page_case CASES[] = {
        {"a section beside the date",
         "<h1>Harbour plan</h1><p><a href=/blog/category/sea-life>Sea Life</a> | 3 May "
         "2024</p>" PROSE,
         AUTHORS, "-"},
        {"a person beside the date",
         "<h1>Harbour plan</h1><p><a href=/blog/people/jane-doe>Jane Doe</a> | 3 May "
         "2024</p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"a section above the date",
         "<h1>Harbour plan</h1><p><a href=/sea-life rel='category tag'>Sea Life</a></p>"
         "<p>3 May 2024</p>" PROSE,
         AUTHORS, "-"},
        {"a tag within the author's element",
         "<h1>Harbour plan</h1><p class=author><a href=/p/jane>Jane Doe</a> <a href=/tag/sea>Sea "
         "Life</a></p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"who wrote last", "<h1>Harbour plan</h1><p class=author>Last post by Jane Doe</p>" PROSE,
         AUTHORS, "-"},
        {"who changed it", "<h1>Harbour plan</h1><p class=byline>Last edited by Jane Doe</p>" PROSE,
         AUTHORS, "-"},
        {"a mark", "<meta name=author content='-'><h1>Harbour plan</h1>" PROSE, AUTHORS, "-"},
        {"a control", "<h1>Harbour plan</h1><p>Sign In</p><p>3 May 2024</p>" PROSE, AUTHORS, "-"},
        {"a first name where the byline has all of it",
         "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":{\"name\":"
         "\"Jane\"}}</script><h1>Harbour plan</h1><p>By Jane Doe</p>" PROSE,
         AUTHORS, "Jane Doe"},
    };
    CHECK(CASES);
}

#define ENTRY(title) "<h2><a href=/next>" title "</a></h2>"
#define SIGNED "<p>By Jane Doe</p><p>3 May 2024</p>"
#define TIMED "<time datetime=2024-05-03>3 May</time>"

/* What is said of the things that a page lists or sells is not said of the page. */
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
        {"words parted another way", "<meta name='article-published-time' content='2024-05-03'>",
         PITH_DATE, "2024-05-03"},
        {"words not parted", "<meta name=articleAuthor content='Jane Doe'>", AUTHORS, "Jane Doe"},
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
        {"site behind the headline",
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

static void test_lead_leaves_the_body(void **state) {
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

/* What could be taken for a lead and is the sentence's own. */
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

static void test_dump(void **state) {
    struct block_page page;
    struct metadata m;
    ARM((struct arena *)*state);
    read_dump(*state,
              STR("Get our app\n\nTap here to be told of news as it happens.\n\n"
                  "Harbour plan approved after nine-hour debate in Port Ellery\n\n"
                  "Opponents say the vote came a week too early\n\n"
                  "Jane Doe\nPort Ellery\nFriday 26 April 2024 15:13\n\n"
                  "The town council voted on Friday to rebuild the eastern half of the harbour, "
                  "ending a debate that began at breakfast and was still going in the evening.\n"),
              &page, &m);
    assert_str(field_or_dash(&m, PITH_HEADLINE),
               STR("Harbour plan approved after nine-hour debate in Port Ellery"));
    assert_str(field_or_dash(&m, PITH_STANDFIRST),
               STR("Opponents say the vote came a week too early"));
    assert_str(field_or_dash(&m, PITH_BYLINE), STR("Jane Doe"));
    assert_str(field_or_dash(&m, PITH_PLACE), STR("Port Ellery"));
    assert_str(field_or_dash(&m, PITH_DATELINE), STR("Port Ellery, Friday 26 April 2024 15:13"));
    assert_str(field_or_dash(&m, PITH_DATE), STR("2024-04-26T15:13"));
    assert_str(joined_authors(*state, &m), STR("Jane Doe"));
}

static void test_empty(void **state) {
    struct block_page page;
    struct metadata m;
    ARM((struct arena *)*state);
    read_dump(*state, STR(""), &page, &m);
    for (int i = 0; i < PITH_N_FIELDS; i++)
        assert_null(m.fields[i].text.at);
    read_html(*state, STR(""), &page, &m);
    for (int i = 0; i < PITH_N_FIELDS; i++)
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
    for (int i = 0; i < PITH_N_FIELDS; i++)
        assert_int_equal(m.fields[i].source != NULL, m.fields[i].text.at != NULL);
    assert_string_equal(m.fields[PITH_HEADLINE].source, "heading");
    assert_string_equal(m.fields[PITH_DATE].source, "visible text");
    assert_string_equal(m.fields[PITH_DESCRIPTION].source, "meta");
    assert_string_equal(m.fields[PITH_LANGUAGE].source, "html element");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(test_headline),
        ARENA_TEST(test_authors),
        ARENA_TEST(test_dates),
        ARENA_TEST(test_lines),
        ARENA_TEST(test_side_by_side),
        ARENA_TEST(test_place),
        ARENA_TEST(test_dates_elsewhere),
        ARENA_TEST(test_no_authors),
        ARENA_TEST(test_of_entries),
        ARENA_TEST(test_meta_names),
        ARENA_TEST(test_plain_fields),
        ARENA_TEST(test_roles),
        ARENA_TEST(test_lead_leaves_the_body),
        ARENA_TEST(test_no_lead),
        ARENA_TEST(test_dump),
        ARENA_TEST(test_empty),
        ARENA_TEST(test_sources),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
