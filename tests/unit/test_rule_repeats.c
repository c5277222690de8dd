/*
 * Texts that occur twice in sections of their own: what belongs to each section is kept.
 */
#include "part_case.h"

#define TWENTY TEN TEN
#define SIXTY TEN TEN TEN TEN TEN TEN
#define SECTION(heading, text) "<section><h3>" heading "</h3><p>" text "</section>"
#define DROPPED "-|-|heading without text|repeated"

/* A section says what it has to say, even if another one has said it. */
static void copies_below_other_headings(void **state) {
    static const struct part_case CASES[] = {
        {SECTION("get", LONG) SECTION("put", LONG), {0.8F, 0.8F, 0.8F, 0.8F}, "-|-|-|-"},
        {SECTION("get", LONG) SECTION("put", LONG), {0.8F, 0.8F, 0.8F, 0.61F}, "-|-|-|-"},
        {SECTION("get", LONG) SECTION("put", LONG), {0.8F, 0.8F, 0.8F, 0.6F}, DROPPED},
        /* nested sections */
        {"<section><h2>of boats</h2>" SECTION("get", LONG) "</section>"
                                                           "<section><h2>of ferries</h2>" SECTION(
                                                               "put", LONG) "</section>",
         {0.8F, 0.8F, 0.8F, 0.8F, 0.8F, 0.8F},
         "-|-|-|-|-|-"},
        /* the same heading, none, or one that is not kept */
        {SECTION("get", LONG) SECTION("Get", LONG), {0.8F, 0.8F, 0.8F, 0.8F}, DROPPED},
        {"<section><p>" LONG "</section>" SECTION("put", LONG),
         {0.8F, 0.8F, 0.8F},
         "-|heading without text|repeated"},
        {SECTION("get", LONG) SECTION("put", LONG), {0.8F, 0.8F, 0, 0.8F}, "-|-|-|repeated"},
        /* elsewhere, such as in the summary of a page, up to a paragraph */
        {"<div><h3>All</h3><p>" SIXTY "</div>" SECTION("put", SIXTY),
         {0.7F, 0.7F, 0.7F, 0.7F},
         "-|-|-|-"},
        {"<div><h3>All</h3><p>" LONG "</div>" SECTION("put", LONG),
         {0.8F, 0.8F, 0.8F, 0.8F},
         DROPPED},
        {SECTION("get", TWENTY "so") "<section><h3>put</h3><blockquote><p>" TWENTY
                                     "so</blockquote></section>",
         {0.8F, 0.8F, 0.8F, 0.8F},
         DROPPED},
    };
    CHECK_PARTS(CASES);
}

static void signatures_below_other_headings(void **state) {
    static const struct metadata FORUM = {.fields[PITH_TYPE].text = STR_INIT("forum"),
                                          .lead_block = SIZE_MAX};
    static const struct part_case ONE = {
        SECTION("get", LONG) SECTION("put", LONG), {0.8F, 0.8F, 0.8F, 0.8F}, DROPPED};
    ARM((struct arena *)*state);
    check_parts_of(*state, &FORUM, 0, &ONE, 1);
}

/* A table of contents does not stand for the headings in it. */
static void headings_in_a_table_of_contents(void **state) {
#define LISTED(entry) "<ul><li>" entry "</ul><div><h2>The boat is back</h2><p>It runs.</div>"
    static const struct part_case CASES[] = {
        {LISTED("<a href='#b'>The boat is back</a>"), {0.55F, 0.55F, 0.55F}, "-|-|-"},
        {LISTED("<b><a href='page.html#b'>The boat is back</a></b>"),
         {0.55F, 0.55F, 0.55F},
         "-|-|-"},
        {LISTED("<a href='page.html'>The boat is back</a>"), {0.55F, 0.55F, 0.55F}, "-|repeated|-"},
        {LISTED("The boat <a href='#b'>is back</a>"), {0.55F, 0.55F, 0.55F}, "-|repeated|-"},
        {LISTED("<a href='#b'>The</a> boat is back"), {0.55F, 0.55F, 0.55F}, "-|repeated|-"},
        {LISTED("The boat is back"), {0.55F, 0.55F, 0.55F}, "-|repeated|-"},
        {"<ul><li><a href='#b'>The boat is back</a></ul><div><p>The boat is back<p>It runs.</div>",
         {0.55F, 0.55F, 0.55F},
         "-|repeated|-"},
    };
    CHECK_PARTS(CASES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(copies_below_other_headings),
        ARENA_TEST(signatures_below_other_headings),
        ARENA_TEST(headings_in_a_table_of_contents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
