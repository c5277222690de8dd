/*
 * Which of the titles and headings is the headline, and how much of it.
 */
#include "page_case.h"

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
        {"a logo that leads to the front page, and has the name that others give for the title",
         "<title>Harbour plan</title><meta property='og:title' content='The Courier'>"
         "<h1><a href=/>The Courier</a></h1><h3>Harbour plan approved</h3>" PROSE,
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
        {"a section after a bar",
         "<title>Harbour plan approved at last</title><h1>Harbour plan approved at last | "
         "Opinion</h1>" PROSE,
         PITH_HEADLINE, "Harbour plan approved at last"},
        {"the day before it", "<h1>26.04.2024 - Harbour plan approved</h1>" PROSE, PITH_HEADLINE,
         "Harbour plan approved"},
        {"a recipe's dish",
         "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"Article\",\"headline\":"
         "\"Fish soup that cures\"},{\"@type\":\"Recipe\",\"name\":\"Fish Soup\"}]}</script>"
         "<h1>Fish soup that cures</h1>" PROSE,
         PITH_HEADLINE, "Fish Soup"},
        {"a template left unfilled",
         "<meta property='og:title' content='{{ page.title }}'><title>%title%</title>"
         "<meta name=twitter:title content='[object Object]'><h2>Harbour plan</h2>",
         PITH_HEADLINE, "-"},
        {"its site", "<meta property='og:site_name' content='{{site.name}}'>", PITH_SITE, "-"},
        {"its text", "<meta name=description content='Lorem ipsum dolor sit amet'>",
         PITH_DESCRIPTION, "-"},
        {"the name of a book above the chapter's",
         "<title>Moored boats - The harbour handbook</title><h1>The harbour handbook</h1>"
         "<h2>Moored boats</h2>" PROSE,
         PITH_HEADLINE, "Moored boats"},
        {"a number above the title",
         "<title>RFC 9999: The Harbour Protocol</title><h1>RFC 9999</h1><h1>The Harbour "
         "Protocol</h1>" PROSE,
         PITH_HEADLINE, "The Harbour Protocol"},
        {"a series above the main content",
         "<title>River notes: On rust</title><header><h1>River notes</h1></header><article><h1>On "
         "rust</h1>" PROSE "</article>",
         PITH_HEADLINE, "On rust"},
        {"above a heading of level 3 in it",
         "<title>River notes: On rust</title><header><h1>River notes</h1></header><article><h3>On "
         "rust</h3>" PROSE "</article>",
         PITH_HEADLINE, "On rust"},
        {"above a section of it",
         "<title>Harbour plan: Summary</title><article><h1>Harbour plan</h1><h2>Summary</h2>" PROSE
         "</article>",
         PITH_HEADLINE, "Harbour plan"},
        {"above a section that the title does not name",
         "<title>River notes: On rust</title><header><h1>River notes</h1></header><article><h2>"
         "Mud</h2>" PROSE "</article>",
         PITH_HEADLINE, "River notes"},
        {"the title with the series",
         "<title>River notes: On rust</title><h1>River notes: On rust</h1><h2>On rust</h2>" PROSE,
         PITH_HEADLINE, "River notes: On rust"},
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
        {"another mark of such a link",
         "<h1>Harbour plan<a class=hash-link href=#harbour-plan>#</a></h1>" PROSE, PITH_HEADLINE,
         "Harbour plan"},
        {"before the heading's text",
         "<h1><a class=anchor href=#harbour-plan>\xC2\xA7</a>Harbour plan</h1>" PROSE,
         PITH_HEADLINE, "Harbour plan"},
        {"a word in such a link",
         "<h1>Harbour plan <a class=permalink href=#harbour-plan>Link</a></h1>" PROSE,
         PITH_HEADLINE, "Harbour plan"},
        {"a word in another link", "<h1>Harbour plan <a href=/link>Link</a></h1>" PROSE,
         PITH_HEADLINE, "Harbour plan Link"},
        {"a heading with its text twice",
         "<title>Plan approved at last Plan approved at last - The Courier</title>"
         "<h1>Plan approved at last Plan approved at last</h1>" PROSE,
         PITH_HEADLINE, "Plan approved at last"},
        {"in two parts",
         "<h1><div>Plan approved at last</div><div>Plan approved at last</div></h1>" PROSE,
         PITH_HEADLINE, "Plan approved at last"},
        {"two words twice", "<h1>Walla Walla</h1>" PROSE, PITH_HEADLINE, "Walla Walla"},
        {"two words twice that the title has once",
         "<title>Harbour plan - The Courier</title><h1>Harbour plan Harbour plan</h1>" PROSE,
         PITH_HEADLINE, "Harbour plan"},
        {"a name of a word twice that the title spells with a hyphen",
         "<title>Bora-Bora : que voir</title><h1>Bora Bora</h1>" PROSE, PITH_HEADLINE, "Bora Bora"},
        {"that the title has once", "<title>Baden - The Courier</title><h1>Baden Baden</h1>" PROSE,
         PITH_HEADLINE, "Baden Baden"},
        {"a name of two words twice that the title has with a comma",
         "<title>New York, New York - The Courier</title><h1>New York New York</h1>" PROSE,
         PITH_HEADLINE, "New York New York"},
        {"a name of two words twice that the title has with a comma, beside one of two words",
         "<title>New York, New York | New York</title><h1>New York New York</h1>" PROSE,
         PITH_HEADLINE, "New York New York"},
        {"two words twice that the title has among others",
         "<title>The New York songbook</title><h1>New York New York</h1>" PROSE, PITH_HEADLINE,
         "New York New York"},
        {"three words that the title has twice",
         "<title>Row and row Row and row - The Courier</title><h1>Row and row Row and "
         "row</h1>" PROSE,
         PITH_HEADLINE, "Row and row Row and row"},
        {"parts of a path that touch each other",
         "<title>Lamp.Wick.set_length</title>"
         "<h1><a href=l>Lamp</a><i></i><a href=w>Wick</a><i></i>set_length</h1>" PROSE,
         PITH_HEADLINE, "Lamp.Wick.set_length"},
        {"an abbreviation that the title has with points",
         "<title>U.S. and Port Lee strike deal</title><h1>US and Port Lee strike deal</h1>" PROSE,
         PITH_HEADLINE, "US and Port Lee strike deal"},
        {"a number that the title has with a comma",
         "<title>12,000 boats are back</title><h1>12000 boats are back</h1>" PROSE, PITH_HEADLINE,
         "12000 boats are back"},
        {"a kicker that touches the heading",
         "<title>PART 2: The wall is done</title><h1>PART 2The wall is done</h1>" PROSE,
         PITH_HEADLINE, "PART 2: The wall is done"},
        {"words that the title divides",
         "<title>Co op bank re-opens</title><h1>Coop bank reopens</h1>" PROSE, PITH_HEADLINE,
         "Coop bank reopens"},
        {"a heading with more words than the title",
         "<title>Harbourplan approved</title><h1>Harbour plan approved</h1>" PROSE, PITH_HEADLINE,
         "Harbour plan approved"},
        {"other letters", "<title>Lamp.Wick.set_width</title><h1>LampWick.set_length</h1>" PROSE,
         PITH_HEADLINE, "LampWick.set_length"},
        {"a part of a manual in the navigation",
         "<meta property=og:title content='Lamp.Wick'>"
         "<nav><div><h3><a href=index.html>Lamp</a></h3></div></nav><h1>A wick</h1>" PROSE,
         PITH_HEADLINE, "Lamp.Wick"},
        {"the post first, below a heading with the site's name",
         "<title>Harbour plan \xC2\xBB Blog Archive \xC2\xBB The Hut</title><h1><a href=/>The "
         "Hut</a></h1>"
         "<h2>Harbour plan</h2>" PROSE,
         PITH_HEADLINE, "Harbour plan"},
        {"the site's name then",
         "<title>Harbour plan \xC2\xBB Blog Archive \xC2\xBB The Hut</title><h1><a href=/>The "
         "Hut</a></h1>"
         "<h2>Harbour plan</h2>" PROSE,
         PITH_SITE, "The Hut"},
        {"the post first, as the only heading",
         "<title>Harbour plan \xC2\xBB Blog Archive \xC2\xBB The Hut</title><h2>Harbour "
         "plan</h2>" PROSE,
         PITH_SITE, "The Hut"},
        {"the post first, and a site that is known",
         "<meta property=og:site_name content='The Hut'>"
         "<title>Harbour plan \xC2\xBB Blog Archive \xC2\xBB The Hut</title>" PROSE,
         PITH_HEADLINE, "Harbour plan"},
        {"the site's name as the only heading",
         "<title>The Hut \xC2\xBB Blog Archive \xC2\xBB Harbour plan</title><h1>The Hut</h1>" PROSE,
         PITH_SITE, "The Hut"},
        {"a page of a post",
         "<title>The Hut \xC2\xBB Blog Archive \xC2\xBB Harbour plan \xC2\xBB Page 2</title>" PROSE,
         PITH_HEADLINE, "Harbour plan"},
        {"a title of WordPress' first themes",
         "<title>The Hut \xC2\xBB Blog Archive \xC2\xBB Harbour plan</title>"
         "<h1><a href=/>The Hut</a></h1><h2><a href=/plan>Harbour plan</a></h2>" PROSE,
         PITH_HEADLINE, "Harbour plan"},
        {"the site before it",
         "<title>The Hut \xC2\xBB Blog Archive \xC2\xBB Harbour plan</title>" PROSE, PITH_SITE,
         "The Hut"},
        {"the site's name in the heading",
         "<meta property=og:site_name content='The Courier'><h1>Harbour plan | The "
         "Courier</h1>" PROSE,
         PITH_HEADLINE, "Harbour plan"},
    };
    CHECK(CASES);
}

/* JSON-LD of an article with that headline. */
#define ARTICLE(headline)                                                                          \
    "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"" headline             \
    "\"}</script>"

static void test_parts_of_heading(void **state) {
    static const struct page_case CASES[] = {
        {"what follows a bar, if it is no longer",
         "<h1>Digging out the harbour again | Part 3</h1>" PROSE, PITH_HEADLINE,
         "Digging out the harbour again"},
        {"also in a name",
         ARTICLE("Leave the old harbour wall alone | Readers write") "<h1>Opinion | Leave the old "
                                                                     "harbour wall alone | Readers "
                                                                     "write</h1>" PROSE,
         PITH_HEADLINE, "Leave the old harbour wall alone"},
        {"but not what is longer: the first part is a kicker",
         "<h1>Ferry strike, live | The company calls the crews back to the talks</h1>" PROSE,
         PITH_HEADLINE, "Ferry strike, live | The company calls the crews back to the talks"},
        {"nor after a word or two", "<h1>Harbour life | Ropes</h1>" PROSE, PITH_HEADLINE,
         "Harbour life | Ropes"},
        {"JSON-LD cut off within the heading",
         ARTICLE("The eastern wall is done, and") "<h1>The eastern wall is done, and so is the "
                                                  "council's money</h1>" PROSE,
         PITH_HEADLINE, "The eastern wall is done, and so is the council's money"},
        {"JSON-LD without the subtitle that has an element of its own",
         ARTICLE("The eastern wall is done") "<h1><span>The eastern wall is done</span> "
                                             "<span>A visit</span></h1>" PROSE,
         PITH_HEADLINE, "The eastern wall is done"},
        {"JSON-LD without what follows a dash",
         ARTICLE("The eastern wall is done") "<h1>The eastern wall is done - a visit</h1>" PROSE,
         PITH_HEADLINE, "The eastern wall is done"},
        {"small print", "<h1>Moored boats <small>(page 1 of 79)</small></h1>" PROSE, PITH_HEADLINE,
         "Moored boats"},
        {"for screen readers only",
         "<h1><span class='sr-only x'>Collection: </span>Moored boats</h1>" PROSE, PITH_HEADLINE,
         "Moored boats"},
        {"but not all of it", "<h1><small>Moored boats</small></h1>" PROSE, PITH_HEADLINE,
         "Moored boats"},
        {"a button", "<h1>Moored boats<button>Copy path</button></h1>" PROSE, PITH_HEADLINE,
         "Moored boats"},
        {"kicker and headline side by side, with a colon in the title",
         "<meta property=og:site_name content=Courier>"
         "<title>Storm over Ellery: Two boats are lost | Courier</title><h1><span>Storm over "
         "Ellery</span> <span>Two boats are lost</span></h1>" PROSE,
         PITH_HEADLINE, "Storm over Ellery: Two boats are lost"},
    };
    CHECK(CASES);
}

static void test_which_heading(void **state) {
    static const struct page_case CASES[] = {
        {"a section as the only h1",
         "<title>Courier - News - The eastern wall is done</title><h1>Courier news | All "
         "entries</h1>"
         "<h2>The eastern wall is done</h2>" PROSE "<h2>How it began</h2>" PROSE,
         PITH_HEADLINE, "The eastern wall is done"},
        {"but not a part that the h1 has too",
         "<title>Harbour - Walls and boats today</title><h1>1. Harbour notes: Walls and boats "
         "today</h1><h2>Walls and boats today</h2>" PROSE,
         PITH_HEADLINE, "1. Harbour notes: Walls and boats today"},
        {"an h1 with one name, and a teaser with another",
         "<meta property=og:title content='The council has no money left for walls'>"
         "<meta name=twitter:title content='The council has no money left for walls'>"
         "<title>The eastern wall is done</title><h1>The eastern wall is done</h1>" PROSE
         "<h1>More</h1><p>The council has no money left for walls</p>",
         PITH_HEADLINE, "The eastern wall is done"},
        {"a sentence as the only h1 of an article whose names are for search engines",
         "<meta property=og:title content='Harbour walls: costs and dates'>"
         "<meta property=article:published_time content=2024-04-26><h1>How the town that had no "
         "harbour walls came to have three</h1>" PROSE,
         PITH_HEADLINE, "How the town that had no harbour walls came to have three"},
        {"but not a few words",
         "<meta property=og:title content='Harbour walls: costs and dates'>"
         "<meta property=article:published_time content=2024-04-26><h1>Built to last: three "
         "walls</h1>" PROSE,
         PITH_HEADLINE, "Harbour walls: costs and dates"},
        {"nor a ticker",
         "<meta property=og:title content='Storm over the harbour: the night in full'>"
         "<meta property=article:published_time content=2024-04-26><h1>Ferry back in port +++ "
         "Harbour lights fail +++ Crews go home</h1>" PROSE,
         PITH_HEADLINE, "Storm over the harbour: the night in full"},
    };
    CHECK(CASES);
}

/* A heading's level counts for less than how much of the page's name it has. */
static void test_levels(void **state) {
    static const struct page_case CASES[] = {
        {"an h1 below an h2 that says the same",
         "<title>Harbour plan approved</title><h2>HARBOUR PLAN APPROVED</h2><h1>Harbour plan "
         "approved</h1>" PROSE,
         PITH_HEADLINE, "Harbour plan approved"},
        {"an h1 with most of the title, and an h2 with all of it",
         "<title>Harbour plan approved by the council today</title><h1>Harbour plan approved by "
         "the council</h1><h2>Harbour plan approved by the council today</h2>" PROSE,
         PITH_HEADLINE, "Harbour plan approved by the council"},
        {"an h1 with less of it",
         "<title>Harbour plan approved by the council today</title><h1>Harbour plan approved by "
         "the</h1><h2>Harbour plan approved by the council today</h2>" PROSE,
         PITH_HEADLINE, "Harbour plan approved by the council today"},
        {"an h2 with nearly all of it, and an h4 with all",
         "<title>Harbour plan approved by the council II</title><h2>Harbour plan approved by the "
         "council</h2><h4>Harbour plan approved by the council II</h4>" PROSE,
         PITH_HEADLINE, "Harbour plan approved by the council"},
        {"an h2 with most of it",
         "<title>Harbour plan approved by the council today</title><h2>Harbour plan approved by "
         "the council</h2><h4>Harbour plan approved by the council today</h4>" PROSE,
         PITH_HEADLINE, "Harbour plan approved by the council today"},
        {"an h2 with most of it, and an h4 with all but what may be the site's name",
         "<title>Harbour plan approved by the council today - Courier</title><h2>Harbour plan "
         "approved by the council</h2><h4>Harbour plan approved by the council today</h4>" PROSE,
         PITH_HEADLINE, "Harbour plan approved by the council today"},
        {"an h2 with nearly all of it, and an h3 with all",
         "<title>Harbour plan approved by the council II</title><h2>Harbour plan approved by the "
         "council</h2><h3>Harbour plan approved by the council II</h3>" PROSE,
         PITH_HEADLINE, "Harbour plan approved by the council II"},
        {"an h2 with nearly all of it, and a hidden one with all",
         "<title>Harbour plan approved by the council II</title><h2 hidden>Harbour plan approved "
         "by the council II</h2><h2>Harbour plan approved by the council</h2>" PROSE,
         PITH_HEADLINE, "Harbour plan approved by the council"},
        {"an h2 with most of it, and a hidden one with all",
         "<title>Harbour plan approved by the council today</title><h2 hidden>Harbour plan "
         "approved by the council today</h2><h2>Harbour plan approved by the council</h2>" PROSE,
         PITH_HEADLINE, "Harbour plan approved by the council today"},
        {"the first part of the title, and one that is most of it",
         "<title>Harbour plan - All notes on the eastern wall</title><h2>Harbour plan</h2><h2>All "
         "notes on the eastern wall</h2>" PROSE,
         PITH_HEADLINE, "Harbour plan"},
        {"two of level 1, and no title",
         "<h1>Harbour notes</h1>" PROSE "<h1>Walls and boats</h1>" PROSE, PITH_HEADLINE, "-"},
        {"the same one twice", "<h1>Harbour notes</h1>" PROSE "<h1>Harbour notes</h1>" PROSE,
         PITH_HEADLINE, "Harbour notes"},
    };
    CHECK(CASES);
}

#define SERVICE "<title>Harbour wall repair | Roe</title><meta property=og:site_name content=Roe>"
#define SLOGAN "<h1>A harbour wall that stands firm</h1>" PROSE

#define LETTERS_76 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define TITLE_400                                                                                  \
    "Harbour wall " LETTERS_76 " " LETTERS_76 " " LETTERS_76 " " LETTERS_76 " " LETTERS_76 " aa"
#define TITLED(title) "<title>" title "</title><meta property=og:title content='" title "'>" SLOGAN

static void test_other_pages(void **state) {
    static const struct page_case CASES[] = {
        {"a slogan, where the titles agree",
         SERVICE "<meta property=og:title content='Harbour wall repair'>" SLOGAN, PITH_HEADLINE,
         "Harbour wall repair"},
        {"where they do not", SERVICE "<meta property=og:title content='Roe holds the sea'>" SLOGAN,
         PITH_HEADLINE, "A harbour wall that stands firm"},
        {"where only Twitter's name agrees with <title>",
         SERVICE "<meta name=twitter:title content='Harbour wall repair'>" SLOGAN, PITH_HEADLINE,
         "A harbour wall that stands firm"},
        {"in an article",
         SERVICE "<meta property=og:title content='Harbour wall repair'>"
                 "<meta name=author content='Jane Roe'>" SLOGAN,
         PITH_HEADLINE, "A harbour wall that stands firm"},
        {"a heading with three of five words of the titles",
         SERVICE "<meta property=og:title content='Harbour wall repair'>"
                 "<h1>Harbour wall repair in Ellery</h1>" PROSE,
         PITH_HEADLINE, "Harbour wall repair in Ellery"},
        {"with two of four",
         SERVICE "<meta property=og:title content='Harbour wall repair'>"
                 "<h1>Harbour repair that lasts</h1>" PROSE,
         PITH_HEADLINE, "Harbour wall repair"},
        {"with most words of another name",
         SERVICE "<meta name=twitter:title content='A wall that stands firm'>"
                 "<meta property=og:title content='Harbour wall repair'>" SLOGAN,
         PITH_HEADLINE, "A harbour wall that stands firm"},
        {"the slogan of a front page",
         "<title>Home | Roe</title><meta property=og:title content='Home'>"
         "<h1>Home is where the harbour is</h1>" PROSE,
         PITH_HEADLINE, "Roe"},
        {"titles of four hundred bytes, which is the most", TITLED(TITLE_400), PITH_HEADLINE,
         TITLE_400},
        {"longer ones", TITLED(TITLE_400 "a"), PITH_HEADLINE, "A harbour wall that stands firm"},
        {"a front page", "<title>Home | Harbour Friends</title><h2>x</h2>" PROSE, PITH_HEADLINE,
         "Harbour Friends"},
        {"the other way round", "<title>Hafenfreunde – Startseite</title><h1>Startseite</h1>" PROSE,
         PITH_HEADLINE, "Hafenfreunde"},
    };
    CHECK(CASES);
}

/* What sites call their front pages. */
static void test_home(void **state) {
    static const char *const NAMES[] = {
        "Home",    "Homepage",       "Home Page",     "Startseite", "Accueil", "Inicio",
        "Início",  "Página inicial", "Strona główna", "Hem",        "Hjem",    "Forside",
        "Etusivu", "Acasă",          "Címlap",        "Kezdőlap",   "Начало",  "Naslovnica",
        "Početna", "Inici",          "Главная",       "首页",       "首頁",    "ホーム"};
    for (volatile size_t i = 0; i < N_OF(NAMES); i++) {
        char html[sizeof PROSE + 200];
        snprintf(html, sizeof html, "<title>%s | Harbour Friends</title><h2>x</h2>" PROSE,
                 NAMES[i]);
        const struct page_case home = {NAMES[i], html, PITH_HEADLINE, "Harbour Friends"};
        check(state, &home, 1);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(test_headline),      ARENA_TEST(test_parts_of_heading),
        ARENA_TEST(test_which_heading), ARENA_TEST(test_levels),
        ARENA_TEST(test_other_pages),   ARENA_TEST(test_home),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
