/*
 * Bylines and dates that are far from the headline: after a list of other pages, above the text of
 * a page whose headline is only in a list below it, below a box, or below the text.
 */
#include "page_case.h"

#define MENU(first, second, third)                                                                 \
    "<h3><a href=/1>" first "</a></h3><h3><a href=/2>" second "</a></h3><h3><a href=/3>" third     \
    "</a></h3>"
#define PAGES MENU("The ferry is sold again", "Boats return to Ellery", "Winter on the long pier")
#define BYLINE "<p>By Jane Doe 3 May 2024</p>"
#define SENTENCES PROSE PROSE PROSE PROSE

/* A list of other pages between headline and text ends with the element that has it. */
static void text_beside_a_list(void **state) {
#define BESIDE(text)                                                                               \
    "<h1>Harbour plan approved</h1><div><aside>" PAGES "</aside><article>" text "</article></div>"
    static const struct page_case CASES[] = {
        {"the author beside it", BESIDE(BYLINE PROSE), AUTHORS, "Jane Doe"},
        {"the day beside it", BESIDE(BYLINE PROSE), PITH_DATE, "2024-05-03"},
        {"in the list's element", "<h1>Harbour plan approved</h1><div>" PAGES BYLINE "</div>" PROSE,
         AUTHORS, "-"},
    };
    CHECK(CASES);
}

/* The page's title in a list below its text is a link to the page, not its head. */
static void headlines_below_the_text(void **state) {
#define TITLE "<meta property=og:title content='Doe: Harbour plan approved'>"
#define BELOW(link) "<ul><li>" link "</li><li><a href=/2>Boats return to Ellery</a></li></ul>"
#define LINK "<a href=/1>Doe: Harbour plan approved</a>"
    static const struct page_case CASES[] = {
        {"an author above the text", TITLE BYLINE SENTENCES BELOW(LINK), AUTHORS, "Jane Doe"},
        {"a day above the text", TITLE "<p>3 May 2024</p>" SENTENCES BELOW(LINK), PITH_DATE,
         "2024-05-03"},
        {"the heading that it repeats",
         TITLE "<h1>Harbour plan approved</h1>" SENTENCES BELOW(LINK), PITH_HEADLINE,
         "Harbour plan approved"},
        {"a heading of two words",
         "<meta property=og:title content='Doe: Harbour plan'><h1>Harbour plan</h1>" PROSE BELOW(
             "<a href=/1>Doe: Harbour plan</a>"),
         PITH_HEADLINE, "Doe: Harbour plan"},
    };
    CHECK(CASES);
}

/* "By Jane Doe" above a paragraph is a byline wherever it is, if nobody else is named. */
static void bylines_below_a_box(void **state) {
#define BOXED(lines)                                                                               \
    "<h1>Harbour plan approved</h1><div><h2>How to see it</h2>" SENTENCES "</div>" lines SENTENCES
    static const struct page_case CASES[] = {
        {"in a paragraph", BOXED("<p>By Jane Doe</p>"), AUTHORS, "Jane Doe"},
        {"with an agency below it", BOXED("<p>By Jane Doe</p><p>The Ellery Times News Service</p>"),
         AUTHORS, "Jane Doe"},
        {"twice", BOXED("<p>By Jane Doe</p>" PROSE "<p>By Jane Doe</p>"), AUTHORS, "Jane Doe"},
        {"of several books", BOXED("<p>By Jane Doe</p>" PROSE "<p>By Ann Poe</p>"), AUTHORS, "-"},
        {"below the title of a book", BOXED("<h3>The Long Pier</h3><p>By Jane Doe</p>"), AUTHORS,
         "-"},
        {"another name in the markup",
         "<meta name=author content='Ann Poe'>" BOXED("<p>By Jane Doe</p>"), AUTHORS, "Ann Poe"},
        {"a sentence", BOXED("<p>By contrast, nobody came</p>"), AUTHORS, "-"},
    };
    CHECK(CASES);
}

/* A day below the text is the page's if a class says so. */
static void days_below_the_text(void **state) {
#define ENDS_WITH(line) "<h1>Harbour plan approved</h1>" SENTENCES line, PITH_DATE
    static const struct page_case CASES[] = {
        {"with a class",
         ENDS_WITH("<div><span class=published>Fri 2024-05-03 13:44:00</span> | 12 notes</div>"),
         "2024-05-03T13:44:00"},
        {"with the block's class", ENDS_WITH("<div class=entry-date>3 May 2024</div>"),
         "2024-05-03"},
        {"within a class", ENDS_WITH("<div class=publishedDate>3 May 2024</div>"), "2024-05-03"},
        {"not published", ENDS_WITH("<div class=unpublished>3 May 2024</div>"), "-"},
        {"with another", ENDS_WITH("<div class=opened>3 May 2024</div>"), "-"},
        {"ten words",
         ENDS_WITH("<div class=published>3 May 2024 by the clerk of the old harbour</div>"),
         "2024-05-03"},
        {"eleven words",
         ENDS_WITH("<div class=published>3 May 2024 by the clerk of the very old harbour</div>"),
         "-"},
    };
    CHECK(CASES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(text_beside_a_list),
        ARENA_TEST(headlines_below_the_text),
        ARENA_TEST(bylines_below_a_box),
        ARENA_TEST(days_below_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
