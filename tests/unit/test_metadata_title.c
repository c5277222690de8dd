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

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(test_headline),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
