/*
 * Elements near the headline whose class or id says that they hold an author or a date, author
 * boxes elsewhere on the page, and how far from the headline they may be.
 */
#include "page_case.h"

#include "growing_page.h"

#define PLAN "<h1>Harbour plan</h1>"
#define CLASSED(class, text) PLAN "<div class='" class "'>" text "</div>" PROSE
#define BOX(html) PLAN PROSE PROSE "<ul><li>x</ul>" html

static void words_of_classes(void **state) {
    static const struct page_case CASES[] = {
        {"byline", CLASSED("byline", "Jane Doe"), AUTHORS, "Jane Doe"},
        {"author", CLASSED("author", "Jane Doe"), AUTHORS, "Jane Doe"},
        {"autor", CLASSED("autor", "Jane Doe"), AUTHORS, "Jane Doe"},
        {"writer", CLASSED("writer", "Jane Doe"), AUTHORS, "Jane Doe"},
        {"reporter", CLASSED("reporter", "Jane Doe"), AUTHORS, "Jane Doe"},
        {"contributor", CLASSED("contributor", "Jane Doe"), AUTHORS, "Jane Doe"},
        {"vcard", CLASSED("vcard", "Jane Doe"), AUTHORS, "Jane Doe"},
        {"creator", CLASSED("creator", "Jane Doe"), AUTHORS, "Jane Doe"},
        {"username", CLASSED("username", "Jane Doe"), AUTHORS, "Jane Doe"},
        {"postuser", CLASSED("postuser", "Jane Doe"), AUTHORS, "Jane Doe"},
        {"date", CLASSED("date", "3 May 2024"), PITH_DATE, "2024-05-03"},
        {"publish", CLASSED("publish", "3 May 2024"), PITH_DATE, "2024-05-03"},
        {"posted", CLASSED("posted", "3 May 2024"), PITH_DATE, "2024-05-03"},
        {"datum", CLASSED("datum", "3 May 2024"), PITH_DATE, "2024-05-03"},
        {"timestamp", CLASSED("timestamp", "3 May 2024"), PITH_DATE, "2024-05-03"},
        {"fecha", CLASSED("fecha", "3 May 2024"), PITH_DATE, "2024-05-03"},
        {"within another word", CLASSED("art-AUTHOR2", "Jane Doe"), AUTHORS, "Jane Doe"},
        {"the whole class counts", CLASSED("a b c author", "Jane Doe"), AUTHORS, "Jane Doe"},
        {"an author before a date", CLASSED("date-author", "Jane Doe"), AUTHORS, "Jane Doe"},
        {"not published",
         PLAN "<p>4 June 2024</p><p class=unpublished>Letter of 3 May 1950</p>" PROSE, PITH_DATE,
         "2024-06-04"},
        {"no word", CLASSED("headline", "Jane Doe"), AUTHORS, "-"},
        {"the start of a word", CLASSED("autho", "Jane Doe"), AUTHORS, "-"},
        {"a section's arrow", CLASSED("author", "Home \xC2\xBB Jane Doe"), AUTHORS, "-"},
        {"an id", PLAN "<div id=author>Jane Doe</div>" PROSE, AUTHORS, "Jane Doe"},
        {"an id beside a class", PLAN "<div id=author class=a>Jane Doe</div>" PROSE, AUTHORS, "-"},
        {"an id of a date", PLAN "<div id=post-date>3 May 2024, x y z</div>" PROSE, PITH_DATE,
         "2024-05-03"},
        {"of the body", "<body class=author>" PLAN "Jane Doe</body>", AUTHORS, "-"},
        {"names and jobs side by side",
         CLASSED("byline", "<a href=/j>Jane Doe</a><a href=/a>Ann Poe</a>"), AUTHORS,
         "Jane Doe; Ann Poe"},
    };
    CHECK(CASES);
}

static void dates_in_classes(void **state) {
    static const struct page_case CASES[] = {
        {"a change by its class", CLASSED("date-modified", "3 May 2024"), PITH_MODIFIED,
         "2024-05-03"},
        {"a change by its label", CLASSED("date", "<b>Updated</b> 3 May 2024"), PITH_MODIFIED,
         "2024-05-03"},
        {"no day", CLASSED("date", "May 2024"), PITH_DATE, "-"},
        {"no date", CLASSED("date", "Walls"), PITH_DATE, "-"},
        {"a title without a class", PLAN "<div title=2024-05-03T20:17:00>1 h</div>" PROSE,
         PITH_DATE, "2024-05-03T20:17:00"},
        {"a title as short as a day", PLAN "<div title=2024-05-03>1 h</div>" PROSE, PITH_DATE,
         "2024-05-03"},
        {"shorter", PLAN "<div title=2024-05-3>1 h</div>" PROSE, PITH_DATE, "-"},
        {"no digit first", PLAN "<div title='x024-05-03'>1 h</div>" PROSE, PITH_DATE, "-"},
        {"no hyphen", PLAN "<div title='2024 05-03'>1 h</div>" PROSE, PITH_DATE, "-"},
        {"no second hyphen", PLAN "<div title='2024-05 03'>1 h</div>" PROSE, PITH_DATE, "-"},
        {"no digit last", PLAN "<div title='2024-05-0x'>1 h</div>" PROSE, PITH_DATE, "-"},
        {"a title that is no date", CLASSED("date' title='See all of them", "3 May 2024"),
         PITH_DATE, "2024-05-03"},
    };
    CHECK(CASES);
}

static void author_boxes(void **state) {
    static const struct page_case CASES[] = {
        {"a name", BOX("<p class=author-name>Jane Doe"), AUTHORS, "Jane Doe"},
        {"a name in capitals", BOX("<p class=AUTHOR_NAME>Jane Doe"), AUTHORS, "Jane Doe"},
        {"a name further on", BOX("<p class='x post-author__name y'>Jane Doe"), AUTHORS,
         "Jane Doe"},
        {"information", BOX("<p class=author-info>Jane Doe"), AUTHORS, "Jane Doe"},
        {"details", BOX("<p class=authDetails>Jane Doe"), AUTHORS, "Jane Doe"},
        {"the shortest", BOX("<p class=authname>Jane Doe"), AUTHORS, "Jane Doe"},
        {"a name first", BOX("<p class=name-author>Jane Doe"), AUTHORS, "-"},
        {"an author only", BOX("<p class=author-x>Jane Doe"), AUTHORS, "-"},
        {"the same name again", BOX("<p class=author-name>Jane Doe<p class=author-name>JANE DOE"),
         AUTHORS, "Jane Doe"},
        {"another name", BOX("<p class=author-name>Jane Doe<p class=author-name>Ann Poe"), AUTHORS,
         "-"},
        {"an empty box", BOX("<p class=author-name><p class=author-name>Jane Doe"), AUTHORS,
         "Jane Doe"},
        {"a comment's author", BOX("<div class=comment><p class=author-name>Jane Doe</div>"),
         AUTHORS, "-"},
        {"a box after the comments",
         BOX("<div class='a comments'><p class=author-name>Ann Poe</p></div>"
             "<p class=author-name>Jane Doe"),
         AUTHORS, "Jane Doe"},
        {"a class that has both", BOX("<p class='author-name in-comment'>Jane Doe"), AUTHORS, "-"},
        {"a box is not needed",
         PLAN "<p>By Ann Poe</p>" PROSE PROSE "<ul><li>x</ul><p class=author-name>Jane Doe",
         AUTHORS, "Ann Poe"},
    };
    CHECK(CASES);
}

/* Whose names are not the page's: those of comments. */
static void classes_of_comments(void **state) {
    static const struct page_case CASES[] = {
        {"in a comment", PLAN "<div class=comment><p class=byline>Jane Doe</div>" PROSE, AUTHORS,
         "-"},
        {"in comments", PLAN "<div class='x Comments'><p class=byline>Jane Doe</div>" PROSE,
         AUTHORS, "Jane Doe"},
        {"in a list of comments",
         PLAN "<div class='x comment-list'><p class=byline>Jane Doe</div>" PROSE, AUTHORS, "-"},
        {"beside them", PLAN "<div class=comment>x</div><p class=byline>Jane Doe</p>" PROSE,
         AUTHORS, "Jane Doe"},
        {"a word that ends so", PLAN "<div class=no-comment><p class=byline>Jane Doe</div>" PROSE,
         AUTHORS, "Jane Doe"},
    };
    CHECK(CASES);
}

/* An element is read near the headline and down to the fourth block below the first paragraph, and
 * if its text has up to 160 bytes. */
static void classes_have_a_reach(void **state) {
#define DATED "<p class=x title=2024-05-03>1 h</p>"
    static const struct {
        const char *before, *repeated;
        size_t n;
        const char *after;
        const char *want;
    } CASES[] = {
        {"<p>x</p>" DATED, "<p>x</p>", 1, PLAN PROSE, "2024-05-03 -"},
        {"<p>x</p>" DATED, "<p>x</p>", 3, PLAN PROSE, "- -"},
        {PLAN PROSE, "<p>x</p>", 2, DATED "<p>x</p>", "2024-05-03 -"},
        {PLAN PROSE, "<p>x</p>", 3, DATED "<p>x</p>", "- -"},
        {PLAN "<p class=byline>Jane Doe (", "x", 149, ")</p>" PROSE, "- Jane Doe"},
        {PLAN "<p class=byline>Jane Doe (", "x", 150, ")</p>" PROSE, "- -"},
        {PLAN "<p>x", "<i></i>", 780, DATED PROSE, "2024-05-03 -"},
        {PLAN "<p>x", "<i></i>", 800, DATED PROSE, "- -"},
    };
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct page html = {0};
        struct block_page page;
        struct metadata m;
        ARM((struct arena *)*state);
        add(&html, CASES[i].before);
        add_times(&html, CASES[i].repeated, CASES[i].n);
        add(&html, CASES[i].after);
        read_html(*state, (struct str){html.at, html.len}, &page, &m);
        struct str date = field_or_dash(&m, PITH_DATE), authors = joined_authors(*state, &m);
        char got[60];
        snprintf(got, sizeof got, "%.*s %.*s", (int)date.len, date.at, (int)authors.len,
                 authors.at);
        free(html.at);
        if (strcmp(got, CASES[i].want) != 0)
            fail_msg("%s %s %zu: %s", CASES[i].before, CASES[i].repeated, CASES[i].n, got);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(words_of_classes),    ARENA_TEST(dates_in_classes),     ARENA_TEST(author_boxes),
        ARENA_TEST(classes_of_comments), ARENA_TEST(classes_have_a_reach),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
