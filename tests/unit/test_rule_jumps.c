/*
 * rule_jumps.c: links that occur again and again and lead nowhere, or elsewhere on the page.
 */
#include "part_case.h"

#define TEXT "<p>The boat is back in the harbour, after a winter in the yard.</p>"
#define LINK(href, text) "<p><a href='" href "'>" text "</a></p>"
#define THRICE(link) TEXT link TEXT link TEXT link
#define EACH(score)                                                                                \
    { 0.95F, score, 0.95F, score, 0.95F, score }

#define KEPT "-|-|-|-|-|-"
#define DROPPED "-|jump link|-|jump link|-|jump link"

static void links_to_the_top(void **state) {
    static const struct part_case CASES[] = {
        {THRICE(LINK("#top", "Top")), EACH(0.9F), DROPPED},
        {THRICE(LINK("#top", "Top")), EACH(0.91F), KEPT},
        {THRICE(LINK("#top", "top") LINK("#top", "^ TOP")),
         {0.95F, 0.9F, 0.9F, 0.95F, 0.9F, 0.9F, 0.95F, 0.9F, 0.9F},
         "-|jump link|jump link|-|jump link|jump link|-|jump link|jump link"},
        {THRICE(LINK("#page-top", "Nach oben")), EACH(0.9F), DROPPED},
        {THRICE(LINK("#top_of_page", "Back to top")), EACH(0.9F), DROPPED},
        {THRICE(LINK("#main", "[Haut]")), EACH(0.9F), DROPPED},
        {THRICE(LINK("#main", "Наверх")), EACH(0.9F), DROPPED},
        {THRICE(LINK("#", "Reply")), EACH(0.9F), DROPPED},
        {THRICE(LINK("#", "Go back to top")), EACH(0.9F), KEPT}, /* four words */
        {TEXT LINK("#top", "Top") TEXT LINK("#top", "Top"), EACH(0.9F), "-|-|-|-"},
        {TEXT LINK("#top", "Top") TEXT LINK("#top", "Top") TEXT LINK("#", "Up"), EACH(0.9F), KEPT},
    };
    CHECK_PARTS(CASES);
}

static void links_that_are_content(void **state) {
    static const struct part_case CASES[] = {
        {THRICE(LINK("/top", "Top")), EACH(0.9F), KEPT},
        {THRICE(LINK("#type-tide-table", "Tide Table")), EACH(0.9F), KEPT},
        {THRICE(LINK("#%D1%82", "\xD1\x82\xD0\xB8\xD0\xBF")), EACH(0.9F), KEPT},
        {THRICE(LINK("#type-42", "Duration")), EACH(0.9F), KEPT},
        {THRICE(LINK("#c1", "HAMLIN")), EACH(0.9F), KEPT},
        {THRICE("<p>Top</p>"), EACH(0.9F), KEPT},
        {THRICE("<p>See <a href='#a'>it</a></p>"), EACH(0.9F), KEPT},
        {THRICE("<h3><a href='#'>Boats</a></h3>") TEXT,
         {0.95F, 0.9F, 0.95F, 0.9F, 0.95F, 0.9F, 0.95F},
         KEPT "|-"},
        {THRICE("<table><tr><td><a href='#'>Up</a></table>"), EACH(0.9F), KEPT},
    };
    CHECK_PARTS(CASES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(links_to_the_top),
        ARENA_TEST(links_that_are_content),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
