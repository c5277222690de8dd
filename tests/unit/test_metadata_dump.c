/*
 * Headline and authors of a dump: which of its lines are chosen, and when none is.
 */
#include "metadata_page.h"

#define FIRST                                                                                      \
    "The town council voted on Friday to rebuild the eastern half of the harbour, ending a "       \
    "debate that began at breakfast and was still going when the boats came in.\n\n"

#define SECOND                                                                                     \
    "Eleven members voted for it and seven against, and two of them abstained, one of whom was "   \
    "the harbour master's brother, who left the hall before the count was made.\n"

#define BODY FIRST SECOND

#define MENU "The Courier\n\nHome\n\nNews\n\nSport\n\nWeather\n\n"
#define TITLE "Council votes to rebuild the eastern harbour"
#define INTRO "Here is what people have been reading about this week or the last\n\n"
#define ALIKE                                                                                      \
    "Council votes to rebuild eastern harbour\n\nEastern harbour: council votes to rebuild\n\n"
#define FAR "Sport news\n\nWeather map\n\nShip list\n\nTide table\n\nPort radio\n\n"
#define SIGNED "By Jane Doe\n\nFriday 26 April 2024\n\n"

struct dump_case {
    const char *name;
    struct str dump, want;
};

/* Checks the headline, or the authors. */
static void check(struct arena *arena, const struct dump_case *cases, size_t n, bool of_authors) {
    ARM(arena);
    for (size_t i = 0; i < n; i++) {
        struct block_page page;
        struct metadata m;
        read_dump(arena, cases[i].dump, &page, &m);
        struct str got = of_authors ? joined_authors(arena, &m) : field_or_dash(&m, PITH_HEADLINE);
        if (!str_equals(got, cases[i].want))
            fail_msg("%s: \"%.*s\"", cases[i].name, (int)got.len, got.at);
    }
}

static void test_lines(void **state) {
    static const struct dump_case CASES[] = {
        {"above byline and date", STR_INIT(MENU TITLE "\n\n" SIGNED BODY), STR_INIT(TITLE)},
        {"above the text alone", STR_INIT(MENU TITLE "\n\n" BODY), STR_INIT(TITLE)},
        {"a longer standfirst below",
         STR_INIT(MENU TITLE "\n\nMembers voted on Friday for the eastern half after a debate that "
                             "began at breakfast\n\n" SIGNED BODY),
         STR_INIT(TITLE)},
        {"a sentence below",
         STR_INIT(MENU TITLE "\n\nThe debate on the eastern harbour had begun on Friday at "
                             "breakfast.\n\n" SIGNED BODY),
         STR_INIT(TITLE)},
        {"a path of sections above",
         STR_INIT(MENU "Home > Town > " TITLE "\n\n" TITLE "\n\n" SIGNED BODY), STR_INIT(TITLE)},
        {"a caption below",
         STR_INIT(MENU TITLE
                  "\n\nPhoto: the eastern half of the harbour on Friday\n\n" SIGNED BODY),
         STR_INIT(TITLE)},
        {"another page's above",
         STR_INIT(MENU "Trams run through the night again on three lines\n\n" TITLE
                       "\n\n" SIGNED BODY),
         STR_INIT(TITLE)},
        {"a teaser below the first paragraph",
         STR_INIT(MENU TITLE "\n\n" SIGNED BODY
                             "\nSeven members abstained from the harbour vote\n"),
         STR_INIT(TITLE)},
        {"the same as a sentence", STR_INIT(INTRO TITLE "\n\n" TITLE ".\n\n" BODY),
         STR_INIT(TITLE)},
        {"the same as a credit", STR_INIT(INTRO TITLE "\n\nPhoto: " TITLE "\n\n" BODY),
         STR_INIT(TITLE)},
        {"the same with a section's name", STR_INIT(MENU TITLE "\n\n" TITLE " | Town\n\n" BODY),
         STR_INIT(TITLE)},
        {"the same as a prompt", STR_INIT(INTRO TITLE "\n\nRead also: " TITLE "\n\n" BODY),
         STR_INIT(TITLE)},
        {"the same after a byline word", STR_INIT(INTRO TITLE "\n\nBy " TITLE "\n\n" BODY),
         STR_INIT(TITLE)},
        {"the same and more of it",
         STR_INIT(INTRO TITLE "\n\n" TITLE " after a debate that began at breakfast and was still "
                              "going when the boats came in\n\n" BODY),
         STR_INIT(TITLE)},
        {"the end of a path",
         STR_INIT(MENU "Town > " TITLE "\n\n" TITLE
                       "\n\nMembers voted for the eastern harbour half "
                       "that began at breakfast\n\n" BODY),
         STR_INIT(TITLE)},
        {"a line far off",
         STR_INIT("Members voted for the eastern harbour half that began at breakfast\n\n" FAR FAR
                      FAR FAR TITLE "\n\n" BODY),
         STR_INIT(TITLE)},
        {"a line below that fits as well",
         STR_INIT(MENU TITLE "\n\n" FIRST
                             "Town council voted to rebuild eastern harbour\n\n" SIGNED SECOND),
         STR_INIT(TITLE)},
        {"nothing but the text", STR_INIT(BODY), STR_INIT("-")},
        {"a menu and the text", STR_INIT(MENU BODY), STR_INIT("-")},
        {"a menu", STR_INIT(MENU), STR_INIT("-")},
    };
    check(*state, CASES, N_OF(CASES), false);
}

static void test_lone_names(void **state) {
    static const struct dump_case CASES[] = {
        {"below the headline", STR_INIT(MENU TITLE "\n\nJane Doe\n\n" BODY), STR_INIT("Jane Doe")},
        {"after a label", STR_INIT(MENU TITLE "\n\nEastern Half\n\nJane Doe\n\n" BODY),
         STR_INIT("Jane Doe")},
        {"a label", STR_INIT(MENU TITLE "\n\nEastern Half\n\n" BODY), STR_INIT("-")},
        {"within another word", STR_INIT(MENU TITLE "\n\nMary Brea\n\n" BODY),
         STR_INIT("Mary Brea")},
        {"a long one", STR_INIT(MENU TITLE "\n\nJane Mary Doe Roe\n\n" BODY),
         STR_INIT("Jane Mary Doe Roe")},
    };
    check(*state, CASES, N_OF(CASES), true);
}

static void test_whole_dump(void **state) {
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

int main(void) {
    const struct CMUnitTest tests[] = {ARENA_TEST(test_lines), ARENA_TEST(test_lone_names),
                                       ARENA_TEST(test_whole_dump)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
