/*
 * What is measured of the lines of a dump: where the article begins, lines within others, credits,
 * words of scripts without spaces.
 */
#include "metadata_page.h"

#include "metadata/dump/dump_features.h"
#include "metadata/dump/dump_form.h"
#include "metadata/dump/dump_vocabulary.h"

#define COOKIES                                                                                    \
    "We use cookies to show you a page that works, and our partners use them to count how many "   \
    "people have seen their advertisements on it this week.\n\n"

#define ARTICLE                                                                                    \
    "The town council voted on Friday to rebuild the eastern half of the harbour, ending a "       \
    "debate that began at breakfast and was still going when the boats came in.\n\n"               \
    "Eleven members voted for it and seven against, and two of them abstained, one of whom was "   \
    "the harbour master's brother, who left the hall before the count was made.\n\n"               \
    "Work on the harbour is to begin in September, after the regatta, and the first part of the "  \
    "new pier is to be open to boats of up to twelve metres by the spring of next year.\n\n"       \
    "The old fish market goes to a company that wants to turn it into flats and a small hotel, "   \
    "the mayor told reporters on the steps of the town hall on the evening of the vote.\n\n"

#define MENU                                                                                       \
    "Home\n\nNews\n\nSport\n\nWeather\n\nJobs\n\nShips\n\nTides\n\nPort\n\nTown\n\nMaps\n\nRadio"  \
    "\n\nHelp\n\n"
#define TITLE "Council votes to rebuild eastern harbour"

struct measured {
    struct gathering g;
    struct block_page page;
    struct dump_measures lines;
};

static void measure(struct arena *arena, struct str dump, struct measured *out) {
    *out = (struct measured){.page = {.arena = arena}};
    textdump_cut(&out->page, dump);
    metadata_prepare(&out->g, &out->page, plain_scores(&out->page), STR_NONE);
    dump_features_measure(&out->g, &out->lines);
}

/* A feature of the first line with that text. */
static float feature_of(const struct measured *m, struct str line, enum dump_feature feature) {
    for (size_t i = 0; i < m->lines.n; i++)
        if (str_equals(m->page.blocks[m->lines.blocks[i]].text, line))
            return m->lines.rows[i * DUMP_FEATURE_N + feature];
    fail_msg("no line \"%.*s\"", (int)line.len, line.at);
    return 0;
}

static void a_notice_is_not_the_body(void **state) {
    struct measured m;
    ARM((struct arena *)*state);
    measure(*state, STR(COOKIES MENU TITLE "\n\n" ARTICLE), &m);
    assert_float_equal(feature_of(&m, STR(TITLE), DUMP_FEATURE_TO_BODY), 1, 0);
    assert_true(feature_of(&m, STR(TITLE), DUMP_FEATURE_MASS_ABOVE) < 0.3f);
    assert_true(feature_of(&m, STR("Home"), DUMP_FEATURE_MASS_AFTER) <
                feature_of(&m, STR(TITLE), DUMP_FEATURE_MASS_AFTER));
    assert_float_equal(feature_of(&m, STR("Home"), DUMP_FEATURE_MASS_NEXT), 0, 0);
    measure(*state, STR(COOKIES), &m); /* with nothing else, it is */
    assert_int_equal(m.lines.body, 0);
}

static void lines_are_measured_far_from_the_body(void **state) {
    struct buffer dump;
    struct measured m;
    ARM((struct arena *)*state);
    buffer_init(&dump, *state);
    buffer_append(&dump, STR(TITLE "\n\n"));
    for (int i = 0; i < 300; i++)
        buffer_append(&dump, STR("Harbour map\n\n"));
    buffer_append(&dump, STR(ARTICLE "Signed by the harbour master\n\n"));
    measure(*state, buffer_str(&dump), &m);
    assert_float_equal(feature_of(&m, STR(TITLE), DUMP_FEATURE_TO_BODY), 301, 0);
    assert_float_equal(feature_of(&m, STR("Signed by the harbour master"), DUMP_FEATURE_TAIL), 1,
                       0);
    for (int i = 0; i < 2000; i++)
        buffer_append(&dump, STR("Tide table\n\n"));
    measure(*state, buffer_str(&dump), &m);
    assert_true(m.lines.n <= 1024);
}

static void lines_within_others(void **state) {
    struct measured m;
    ARM((struct arena *)*state);
    measure(*state,
            STR("Home > Town > " TITLE "\n\n" TITLE "\n\nThe pier\n\nThe pier is closed\n\n" ARTICLE
                "Comments on " TITLE "\n\n" TITLE "\n"),
            &m);
    assert_float_equal(feature_of(&m, STR(TITLE), DUMP_FEATURE_HELD), 2, 0);
    assert_float_equal(feature_of(&m, STR(TITLE), DUMP_FEATURE_HOLDS), 0, 0);
    assert_float_equal(feature_of(&m, STR("Comments on " TITLE), DUMP_FEATURE_HOLDS), 2, 0);
    assert_float_equal(feature_of(&m, STR("The pier"), DUMP_FEATURE_HELD), 0, 0);
}

static void neighbours_are_the_lines_next_to_it(void **state) {
    struct measured m;
    ARM((struct arena *)*state);
    measure(*state, STR("Home\n\n" TITLE "\n\nBoats at the pier. Photo: Jane Doe\n\n" ARTICLE), &m);
    assert_float_equal(feature_of(&m, STR(TITLE), DUMP_FEATURE_CREDIT_A1), 2, 0);
    assert_float_equal(feature_of(&m, STR(TITLE), DUMP_FEATURE_CREDIT_B1), 0, 0);
    assert_float_equal(feature_of(&m, STR("Home"), DUMP_FEATURE_CREDIT_B1), -1, 0);
    assert_float_equal(feature_of(&m, STR("Home"), DUMP_FEATURE_SHARED_A1),
                       feature_of(&m, STR(TITLE), DUMP_FEATURE_SHARED), 0);
}

static void credits(void **state) {
    static const char *const YES[] = {"Boats at the pier \xC2\xA9 Jane Doe",
                                      "Boats (REUTERS/Jane Roe)",
                                      "Boats on Friday. Credit: Jane Doe", "Boats Jane Doe/AFP"};
    static const char *const NO[] = {"Council votes to rebuild harbour",
                                     "An either/or for the town",
                                     "24/7 Boats",
                                     "/Boats",
                                     "Boats 3/Monday",
                                     "A/",
                                     ""};
    (void)state;
    for (size_t i = 0; i < N_OF(YES); i++)
        assert_true(dump_form_has_credit(str_of(YES[i])));
    for (size_t i = 0; i < N_OF(NO); i++)
        assert_false(dump_form_has_credit(str_of(NO[i])));
}

/* Each pair of characters is a word: of the three of the line, the body has two. */
static void words_without_spaces(void **state) {
    struct measured m;
    size_t n;
    ARM((struct arena *)*state);
    measure(*state, STR("\xE5\x9C\xB0\xE9\x9C\x87\xE6\xB4\xA5 harbour\n"), &m); /* 地震津 */
    const struct dump_vocabulary *known = dump_vocabulary_of(&m.g, 0, 1);
    struct str line = STR("\xE5\x9C\xB0\xE9\x9C\x87\xE6\xB4\xA5\xE6\xB3\xA2"); /* 地震津波 */
    assert_int_equal(dump_vocabulary_shared(known, line, &n), 2);
    assert_int_equal(n, 3);
    assert_int_equal(dump_vocabulary_shared(known, STR("a \xE6\xB4\xA5 harbour"), &n), 1);
    assert_int_equal(n, 1);
}

/* Words of at least four bytes; in scripts without spaces, each two characters. */
static void words_of_a_vocabulary(void **state) {
    static const struct {
        const char *key;
        size_t n, n_shared;
    } CASES[] = {
        {"pier", 1, 1},     {"wal", 0, 0},       {"", 0, 0},          {"pier wall", 2, 2},
        {"the pier", 1, 1}, {"piers", 1, 0},     {"pier pier", 2, 2}, {"港口", 1, 1},
        {"港", 0, 0},       {"港口港", 2, 1},    {"港口 pier", 2, 2}, {"pier港口", 2, 2},
        {"港a口", 0, 0},    {"ábcd pier", 2, 1},
    };
    struct measured m;
    ARM((struct arena *)*state);
    measure(*state, STR("the pier, wall\n港口\n"), &m);
    static const float SCORES[] = {0, 0.4f}, LOW[] = {0, 0.39f};
    m.g.score = SCORES;
    const struct dump_vocabulary *known = dump_vocabulary_of(&m.g, 0, 2);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        size_t n, n_shared = dump_vocabulary_shared(known, str_of(CASES[i].key), &n);
        if (n != CASES[i].n || n_shared != CASES[i].n_shared)
            fail_msg("%s: %zu of %zu", CASES[i].key, n_shared, n);
    }
    m.g.score = LOW;
    assert_int_equal(known->n, 3);
    assert_int_equal(dump_vocabulary_of(&m.g, 0, 2)->n, 2);
    assert_int_equal(dump_vocabulary_of(&m.g, 1, 2)->n, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_notice_is_not_the_body),
        ARENA_TEST(lines_are_measured_far_from_the_body),
        ARENA_TEST(lines_within_others),
        ARENA_TEST(neighbours_are_the_lines_next_to_it),
        cmocka_unit_test(credits),
        ARENA_TEST(words_without_spaces),
        ARENA_TEST(words_of_a_vocabulary),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
