/*
 * Lists that kept text announces.
 */
#include "part_case.h"

#define TEXT "<p>The boat is back at the pier, and it runs six times a day until the autumn.</p>"
#define INTRO "<p>From the pier at Oban the boats of the summer call at these islands:</p>"
#define LINKS "<ul><li><a href=/mull>Mull</a><li><a href=/tiree>Tiree</a></ul>"
#define PLAIN "<ul><li>Mull<li>Tiree</ul>"

static void lists_after_a_colon(void **state) {
    static const struct part_case CASES[] = {
        {INTRO LINKS, {0.75F, 0.15F, 0.15F}, "-|announced list|announced list"},
        {INTRO "<ol><li><a href=/mull>Mull</a></ol>", {0.75F, 0.15F}, "-|announced list"},
        /* the rest of a list that is kept in part */
        {INTRO LINKS, {0.75F, 1, 0.05F}, "-|-|announced list"},
        /* the sentence scores less, or the list does */
        {INTRO LINKS, {0.74F, 0.3F, 0.3F}, "-|-|-"},
        {INTRO LINKS, {0.75F, 0.14F, 0.14F}, "-|-|-"},
        {INTRO LINKS, {0.9F, 0.05F, 0.05F}, "-|announced list|announced list"},
        {INTRO LINKS, {1, 0.04F, 0.04F}, "-|-|-"},
        {INTRO LINKS, {0.89F, 0.14F, 0.14F}, "-|-|-"},
        /* without links, or with few */
        {INTRO "<ul><li>Mull, with a <a href=/pier>pier</a><li>Tiree</ul>",
         {0.6F, 0.05F, 0.05F},
         "-|announced list|announced list"},
        {INTRO PLAIN, {0.6F, 0.05F, 0.05F}, "-|announced list|announced list"},
        {INTRO PLAIN, {0.6F, 0.04F, 0.04F}, "-|-|-"},
        {INTRO PLAIN, {0.1F, 0.1F, 0.1F}, "-|-|-"},
        /* text directly in the element around the list */
        {TEXT "<div>The boats of the summer call at these islands, in this order, from Oban:" LINKS
              "</div>",
         {1, 0.75F, 0.15F, 0.15F},
         "-|-|announced list|announced list"},
    };
    CHECK_PARTS(CASES);
}

static void lists_that_nothing_announces(void **state) {
    static const struct part_case CASES[] = {
        {TEXT LINKS, {1, 0.3F, 0.3F}, "-|-|-"},
        {"<p>See also:</p>" LINKS TEXT, {1, 0.3F, 0.3F, 1}, "-|-|-|-"},
        {LINKS TEXT, {0.3F, 0.3F, 1}, "-|-|-"},
        /* elsewhere */
        {INTRO "<div>" LINKS TEXT "</div>", {1, 0.3F, 0.3F, 1}, "-|-|-|-"},
        {INTRO TEXT LINKS, {1, 0, 0.3F, 0.3F}, "-|-|-|-"},
        /* headings and short labels */
        {TEXT "<h2>Ports</h2>" LINKS TEXT, {1, 1, 0.3F, 0.3F, 1}, "-|-|-|-|-"},
        /* cards */
        {INTRO "<ul><li><a href=/mull><div>Mull</div></a><li><a href=/tiree>Tiree</a></ul>",
         {1, 0.3F, 0.3F},
         "-|-|-"},
    };
    CHECK_PARTS(CASES);
}

/* Within an item of another list. */
static void lists_below_text_of_an_item(void **state) {
    static const struct part_case CASES[] = {
        {TEXT "<ul><li>The islands" LINKS "</ul>",
         {1, 0.5F, 0.15F, 0.15F},
         "-|-|announced list|announced list"},
        {TEXT "<ul><li><p>The islands</p>" LINKS "</ul>",
         {1, 0.5F, 0.15F, 0.15F},
         "-|-|announced list|announced list"},
        {TEXT "<ul><li>The islands" LINKS "</ul>", {1, 0.49F, 0.3F, 0.3F}, "-|-|-|-"},
        {TEXT "<ul><li>The islands" LINKS "</ul>", {1, 0.5F, 0.14F, 0.14F}, "-|-|-|-"},
        {TEXT "<ul><li><a href=/sea>The islands</a>" LINKS "</ul>",
         {1, 0.5F, 0.15F, 0.15F},
         "-|-|-|-"},
        {TEXT "<ul><li>" LINKS "</ul>", {1, 0.15F, 0.15F}, "-|-|-"},
        {TEXT "<div>The islands" LINKS "</div>", {1, 0.5F, 0.15F, 0.15F}, "-|-|-|-"},
    };
    CHECK_PARTS(CASES);
}

/* The number of items that the announcement of a list of so many keeps. */
static size_t count_announced(struct arena *arena, size_t n_items) {
    static float scores[128];
    struct buffer html;
    size_t n = 0;
    buffer_init(&html, arena);
    buffer_append(&html, STR(INTRO "<ul>"));
    scores[0] = 1;
    for (size_t i = 1; i <= n_items; i++) {
        scores[i] = 0.06F;
        buffer_append(&html, STR("<li>Island "));
        buffer_append_byte(&html, (char)('a' + i % 26));
        buffer_append_byte(&html, (char)('a' + i / 26));
    }
    buffer_append_byte(&html, 0);
    struct block_page page = cut_html(arena, html.data);
    assert_int_equal(page.n_blocks, n_items + 1);
    struct selection selection = choose(&page, scores, &NO_METADATA, 0);
    for (size_t i = 1; i <= n_items; i++)
        n += selection.kept[i];
    return n;
}

/* Longer lists are menus. */
static void lists_of_a_hundred_items(void **state) {
    ARM((struct arena *)*state);
    assert_int_equal(count_announced(*state, 100), 100);
    assert_int_equal(count_announced(*state, 101), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(lists_after_a_colon),
        ARENA_TEST(lists_that_nothing_announces),
        ARENA_TEST(lists_below_text_of_an_item),
        ARENA_TEST(lists_of_a_hundred_items),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
