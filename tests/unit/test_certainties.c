/*
 * How certain the values are: what makes a headline, a date or authors more certain, and what less,
 * whatever the weights are.
 */
#include "page_case.h"

#define TITLE(text) "<title>" text "</title>"
#define META(name, content) "<meta name='" name "' content='" content "'>"
#define PLAN "<h1>Harbour plan approved</h1>"
#define DAY "<p>3 May 2024</p>"
#define LD(json) "<script type=application/ld+json>" json "</script>"

static double certainty_of_page(struct arena *arena, const char *html, enum pith_field field) {
    struct block_page page;
    struct metadata m;
    read_html(arena, str_of(html), &page, &m);
    return (int)field == METADATA_N_FIELDS ? m.authors.certainty : m.fields[field].certainty;
}

/* Two pages with the same value. */
struct pair {
    const char *name, *one, *two;
    int order; /* of the certainty of one to that of two: -1 less, 0 equal, 1 more */
};

static void check_pairs(struct arena *arena, const struct pair *pairs, size_t n,
                        enum pith_field field) {
    ARM(arena);
    for (size_t i = 0; i < n; i++) {
        double one = certainty_of_page(arena, pairs[i].one, field);
        double two = certainty_of_page(arena, pairs[i].two, field);
        if ((one > two) - (one < two) != pairs[i].order || one <= 0 || one >= 1)
            fail_msg("%s: %g and %g", pairs[i].name, one, two);
    }
}

#define CHECK_PAIRS(pairs, field) check_pairs(*state, (pairs), N_OF(pairs), (field))

static void headlines(void **state) {
    static const struct pair PAIRS[] = {
        {"the title is the same", TITLE("Harbour plan approved") PLAN PROSE, PLAN PROSE, 1},
        {"the title begins with it", TITLE("Harbour plan approved | Courier") PLAN PROSE,
         TITLE("Courier | Harbour plan approved") PLAN PROSE, 1},
        {"another title", TITLE("Walls and boats of Ellery") PLAN PROSE, PLAN PROSE, -1},
        {"more other titles",
         TITLE("Walls and boats of Ellery") META("dc.title", "Ropes and nets for all") PLAN PROSE,
         TITLE("Walls and boats of Ellery") PLAN PROSE, -1},
        {"three others and four",
         TITLE("Walls and boats") META("headline", "Ropes and nets") META("dc.title", "Tar and oil")
             META("title", "Sails and masts") META("twitter:title", "Oars and rudders") PLAN PROSE,
         TITLE("Walls and boats") META("headline", "Ropes and nets") META("dc.title", "Tar and oil")
             META("title", "Sails and masts") PLAN PROSE,
         -1},
        {"JSON-LD rather than a meta element",
         LD("{\"@type\":\"Article\",\"headline\":\"Harbour plan approved\"}") PLAN PROSE,
         META("citation_title", "Harbour plan approved") PLAN PROSE, -1},
        {"a second heading of level 1",
         TITLE("Harbour plan approved") PLAN "<h1>Walls and boats</h1>" PROSE,
         TITLE("Harbour plan approved") PLAN PROSE, -1},
        {"a heading of level 2",
         TITLE("Harbour plan approved") "<h2>Harbour plan approved</h2>" PROSE,
         TITLE("Harbour plan approved") PLAN PROSE, -1},
        {"no heading", TITLE("Harbour plan approved") PROSE,
         TITLE("Harbour plan approved") PLAN PROSE, -1},
        {"two words", TITLE("Harbour plan") "<h1>Harbour plan</h1>" PROSE,
         TITLE("Harbour plan approved") PLAN PROSE, -1},
    };
    CHECK_PAIRS(PAIRS, PITH_HEADLINE);
}

static void dates(void **state) {
    static const struct pair PAIRS[] = {
        {"in the markup and on the page", META("date", "2024-05-03") PLAN DAY PROSE,
         META("date", "2024-05-03") PLAN PROSE, 1},
        {"in an address too",
         "<link rel=canonical href='https://a.example/2024/05/03/b'>" PLAN DAY PROSE,
         PLAN DAY PROSE, 1},
        {"another day in the address",
         "<link rel=canonical href='https://a.example/2024/05/09/b'>" PLAN DAY PROSE,
         PLAN DAY PROSE, -1},
        {"the day before in the address",
         "<link rel=canonical href='https://a.example/2024/05/02/b'>" PLAN DAY PROSE,
         "<link rel=canonical href='https://a.example/2024/05/03/b'>" PLAN DAY PROSE, 0},
        {"the day after in the address",
         "<link rel=canonical href='https://a.example/2024/05/04/b'>" PLAN DAY PROSE,
         "<link rel=canonical href='https://a.example/2024/05/03/b'>" PLAN DAY PROSE, 0},
        {"another day on the page", META("date", "2024-05-03") PLAN DAY "<p>8 May 2024</p>" PROSE,
         META("date", "2024-05-03") PLAN DAY PROSE, -1},
        {"a later change",
         META("date", "2024-05-03") META("date-modified", "2024-05-09") PLAN DAY PROSE,
         META("date", "2024-05-03") PLAN DAY PROSE, -1},
        {"a change on the day after",
         META("date", "2024-05-03") META("date-modified", "2024-05-04") PLAN DAY PROSE,
         META("date", "2024-05-03") PLAN DAY PROSE, 0},
        {"a change two days after",
         META("date", "2024-05-03") META("date-modified", "2024-05-05") PLAN DAY PROSE,
         META("date", "2024-05-03") PLAN DAY PROSE, -1},
        {"long ago", META("date", "1999-05-03") PLAN PROSE, META("date", "2000-05-03") PLAN PROSE,
         -1},
    };
    CHECK_PAIRS(PAIRS, PITH_DATE);
}

static void authors(void **state) {
    static const struct pair PAIRS[] = {
        {"in the markup and on the page",
         META("author", "Jane Doe") PLAN "<p>By Jane Doe</p>" PROSE,
         META("author", "Jane Doe") PLAN PROSE, 1},
        {"one word", META("author", "Jane") PLAN PROSE, META("author", "Jane Doe") PLAN PROSE, -1},
        {"two", META("author", "Jane Doe, Ann Poe") PLAN PROSE,
         META("author", "Jane Doe") PLAN PROSE, -1},
        {"in two elements of the markup",
         META("author", "Jane Doe") LD("{\"@type\":\"Article\",\"author\":\"Jane Doe\"}")
             PLAN PROSE,
         META("author", "Jane Doe") PLAN PROSE, 1},
    };
    CHECK_PAIRS(PAIRS, AUTHORS);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(headlines),
        ARENA_TEST(dates),
        ARENA_TEST(authors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
