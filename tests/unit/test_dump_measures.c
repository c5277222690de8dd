/*
 * What is measured on the lines of a dump, before a model judges them: facts, features, words that
 * the article has too.
 */
#include "metadata_page.h"

#include "metadata/comparison_key.h"
#include "metadata/dump/dump_facts.h"
#include "metadata/dump/dump_features.h"
#include "metadata/dump/dump_vocabulary.h"
#include "metadata/date/line_dates.h"
#include "metadata/author/name.h"

static struct gathering gather(struct arena *arena, struct block_page *page, struct str dump) {
    *page = (struct block_page){.arena = arena};
    textdump_cut(page, dump);
    struct gathering g = {.arena = arena, .page = page, .score = plain_scores(page)};
    g.hints.languages = words_languages(STR("en"));
    return g;
}

/* A word of 108 bytes. */
#define LONG                                                                                       \
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz0123456789abcd" \
    "efghijklmnopqrst "
#define TEN "one two three four five six seven eight nine ten "

static void facts_of_lines(void **state) {
    static const struct {
        const char *line;
        int by, name, date, label;
        bool has_common;
    } CASES[] = {
        {"By Jane Doe", DUMP_BY_FIRST, NAME_OTHER, DUMP_DATE_NONE, LABEL_NONE, true},
        {"By", DUMP_BY_ALONE, NAME_NONE, DUMP_DATE_NONE, LABEL_NONE, true},
        {"3 May 2024 by Jane Doe", DUMP_BY_WITHIN, NAME_NONE, DUMP_DATE_DAY, LABEL_NONE, true},
        {"Jane Doe by", DUMP_BY_NONE, NAME_OTHER, DUMP_DATE_NONE, LABEL_NONE, true},
        {"Jane Doe", DUMP_BY_NONE, NAME_PERSON, DUMP_DATE_NONE, LABEL_NONE, false},
        {"Save Jane", DUMP_BY_NONE, NAME_OTHER, DUMP_DATE_NONE, LABEL_NONE, true},
        {"May 2024", DUMP_BY_NONE, NAME_OTHER, DUMP_DATE_MONTH, LABEL_NONE, false},
        {"3 May 2024", DUMP_BY_NONE, NAME_NONE, DUMP_DATE_DAY, LABEL_NONE, false},
        {"3 May 2024 15:13", DUMP_BY_NONE, NAME_NONE, DUMP_DATE_TIME, LABEL_NONE, false},
        {"Published 3 May 2024", DUMP_BY_NONE, NAME_OTHER, DUMP_DATE_DAY, LABEL_PUBLISHED, true},
        {"Updated 3 May 2024", DUMP_BY_NONE, NAME_OTHER, DUMP_DATE_DAY, LABEL_UPDATED, true},
        /* longer lines are no bylines */
        {TEN TEN TEN "one two three four five six seven 3 May 2024", DUMP_BY_NONE, NAME_NONE,
         DUMP_DATE_DAY, LABEL_NONE, false},
        {TEN TEN TEN "one two three four five six seven eight 3 May 2024", DUMP_BY_NONE, NAME_NONE,
         DUMP_DATE_NONE, LABEL_NONE, false},
        {LONG LONG LONG LONG LONG LONG LONG LONG LONG " on 3 May 2024", DUMP_BY_NONE, NAME_NONE,
         DUMP_DATE_DAY, LABEL_NONE, false},
        {LONG LONG LONG LONG LONG LONG LONG LONG LONG LONG " on 3 May 2024", DUMP_BY_NONE,
         NAME_NONE, DUMP_DATE_NONE, LABEL_NONE, false},
    };
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct dump_facts facts;
        struct block_page page;
        ARM((struct arena *)*state);
        struct gathering g = gather(*state, &page, str_of(CASES[i].line));
        assert_int_equal(page.n_blocks, 1);
        dump_facts_read(&g, 0, &facts);
        if (facts.by != CASES[i].by || facts.name != CASES[i].name || facts.date != CASES[i].date ||
            facts.label != CASES[i].label || facts.has_common != CASES[i].has_common)
            fail_msg("%s: by %d, name %d, date %d, label %d, common %d", CASES[i].line, facts.by,
                     facts.name, facts.date, facts.label, facts.has_common);
    }
}

#define FIRST                                                                                      \
    "The council of the town voted on Friday to rebuild the eastern half of the wall, ending a "   \
    "debate that began at breakfast and was still going when the boats came in.\n\n"
#define SECOND                                                                                     \
    "Eleven members voted for it and seven against, and two of them abstained, one of whom was "   \
    "the harbour master's brother, who left the hall before the count was made.\n\n"

static const char DUMP[] = "Courier\n\n"
                           "Home > Town > Council votes for the wall\n\n"
                           "Council votes for the wall\n\n"
                           "By Jane Doe\n"
                           "Updated Friday 26 April 2024 15:13\n\n" FIRST SECOND "Ann Poe\n\n"
                           "\"Storms, rain\": www.weather.example\n\n"
                           "Courier\n";

enum { LINE_SITE, LINE_CRUMBS, LINE_HEADLINE, LINE_BY, LINE_DATE, LINE_FIRST, LINE_SECOND };
enum { LINE_SIGNED = LINE_SECOND + 1, LINE_STORMS, LINE_LAST, N_LINES };

static void features_of_lines(void **state) {
    static const struct {
        int line, feature;
        double value;
    } CASES[] = {
        {LINE_HEADLINE, DUMP_FEATURE_WORDS, 5},
        {LINE_HEADLINE, DUMP_FEATURE_BYTES, 26},
        {LINE_HEADLINE, DUMP_FEATURE_WORD_BYTES, 26 / 5.0},
        {LINE_HEADLINE, DUMP_FEATURE_CAPITALIZED, 1 / 5.0},
        {LINE_HEADLINE, DUMP_FEATURE_UPPER, 1 / 22.0},
        {LINE_HEADLINE, DUMP_FEATURE_SEPARATOR, 0},
        {LINE_CRUMBS, DUMP_FEATURE_SEPARATOR, 1},
        {LINE_HEADLINE, DUMP_FEATURE_ASKS, 0},
        {LINE_STORMS, DUMP_FEATURE_ASKS, 1},
        {LINE_STORMS, DUMP_FEATURE_ADDRESS, 1},
        {LINE_STORMS, DUMP_FEATURE_COMMAS, 1},
        {LINE_STORMS, DUMP_FEATURE_START, 3},
        {LINE_HEADLINE, DUMP_FEATURE_ADDRESS, 0},
        {LINE_FIRST, DUMP_FEATURE_END, 1},
        {LINE_HEADLINE, DUMP_FEATURE_END, 0},
        {LINE_BY, DUMP_FEATURE_BY, DUMP_BY_FIRST},
        {LINE_BY, DUMP_FEATURE_BYS, 1},
        {LINE_BY, DUMP_FEATURE_GAP_BEFORE, 1},
        {LINE_BY, DUMP_FEATURE_GAP_AFTER, 0},
        {LINE_DATE, DUMP_FEATURE_GAP_BEFORE, 0},
        {LINE_DATE, DUMP_FEATURE_GAP_AFTER, 1},
        {LINE_DATE, DUMP_FEATURE_DATE, DUMP_DATE_TIME},
        {LINE_DATE, DUMP_FEATURE_DATES, 1},
        {LINE_DATE, DUMP_FEATURE_DATE_FIRST, 8},
        {LINE_DATE, DUMP_FEATURE_DATE_SHARE, 26 / 34.0},
        {LINE_DATE, DUMP_FEATURE_LABEL, LABEL_UPDATED},
        {LINE_FIRST, DUMP_FEATURE_LABEL_B1, LABEL_UPDATED},
        {LINE_DATE, DUMP_FEATURE_DIGITS, 10 / 29.0},
        /* "Council votes for the wall": four of its words are long enough, three in the article */
        {LINE_HEADLINE, DUMP_FEATURE_SHARED, 2 / 3.0},
        {LINE_HEADLINE, DUMP_FEATURE_LEAD, 2 / 3.0},
        {LINE_HEADLINE, DUMP_FEATURE_TO_BODY, LINE_FIRST - LINE_HEADLINE},
        {LINE_SIGNED, DUMP_FEATURE_TO_BODY, LINE_FIRST - LINE_SIGNED},
        {LINE_HEADLINE, DUMP_FEATURE_AT, LINE_HEADLINE},
        {LINE_HEADLINE, DUMP_FEATURE_AT_SHARE, LINE_HEADLINE / (double)N_LINES},
        {LINE_HEADLINE, DUMP_FEATURE_N_LINES, N_LINES},
        {LINE_SECOND, DUMP_FEATURE_TAIL, 0},
        {LINE_SIGNED, DUMP_FEATURE_TAIL, 1},
        {LINE_LAST, DUMP_FEATURE_TAIL, 3},
        {LINE_SITE, DUMP_FEATURE_SAME_BEFORE, 0},
        {LINE_SITE, DUMP_FEATURE_SAME_AFTER, 1},
        {LINE_LAST, DUMP_FEATURE_SAME_BEFORE, 1},
        {LINE_LAST, DUMP_FEATURE_SAME_AFTER, 0},
        {LINE_DATE, DUMP_FEATURE_SCORE, 0.1},
        {LINE_DATE, DUMP_FEATURE_SCORE_B1, 0.1},
        {LINE_DATE, DUMP_FEATURE_SCORE_A1, 0.9},
        {LINE_BY, DUMP_FEATURE_SCORE_A2, 0.9},
        {LINE_HEADLINE, DUMP_FEATURE_SCORE_A2, 0.1},
        {LINE_CRUMBS, DUMP_FEATURE_SCORE_A1, 0.1},
        {LINE_SITE, DUMP_FEATURE_SCORE_B1, 0},
        {LINE_CRUMBS, DUMP_FEATURE_IS_CRUMBS, 1},
        {LINE_CRUMBS, DUMP_FEATURE_ENDS_CRUMBS, 0},
        {LINE_HEADLINE, DUMP_FEATURE_IS_CRUMBS, 0},
        {LINE_HEADLINE, DUMP_FEATURE_ENDS_CRUMBS, 1},
        {LINE_DATE, DUMP_FEATURE_WORDS_B3, 7},
        {LINE_DATE, DUMP_FEATURE_WORDS_B2, 5},
        {LINE_DATE, DUMP_FEATURE_WORDS_B1, 3},
        {LINE_HEADLINE, DUMP_FEATURE_WORDS_A1, 3},
        {LINE_SITE, DUMP_FEATURE_WORDS_B1, -1},
        {LINE_LAST, DUMP_FEATURE_WORDS_A1, -1},
        {LINE_DATE, DUMP_FEATURE_BY_B1, DUMP_BY_FIRST},
        {LINE_HEADLINE, DUMP_FEATURE_BY_A1, DUMP_BY_FIRST},
        {LINE_CRUMBS, DUMP_FEATURE_BY_A2, DUMP_BY_FIRST},
        {LINE_SITE, DUMP_FEATURE_BY_A3, DUMP_BY_FIRST},
        {LINE_BY, DUMP_FEATURE_DATE_A1, DUMP_DATE_TIME},
        {LINE_SECOND, DUMP_FEATURE_DATE_B2, DUMP_DATE_TIME},
        {LINE_SECOND, DUMP_FEATURE_NAME_A1, NAME_PERSON},
        {LINE_LAST, DUMP_FEATURE_NAME_B2, NAME_PERSON},
        {LINE_HEADLINE, DUMP_FEATURE_BY_BELOW, 1},
        {LINE_HEADLINE, DUMP_FEATURE_BY_ABOVE, 13},
        {LINE_SIGNED, DUMP_FEATURE_BY_ABOVE, LINE_SIGNED - LINE_BY},
        {LINE_SITE, DUMP_FEATURE_DATE_BELOW, LINE_DATE},
        {LINE_SITE, DUMP_FEATURE_DATES_NEAR, 1},
        {LINE_SITE, DUMP_FEATURE_NAME_BELOW, LINE_SIGNED},
        {LINE_LAST, DUMP_FEATURE_NAME_ABOVE, LINE_LAST - LINE_SIGNED},
        {LINE_SITE, DUMP_FEATURE_LONG_ABOVE, 0},
        {LINE_BY, DUMP_FEATURE_LONG_ABOVE, 2},
        {LINE_SECOND, DUMP_FEATURE_LONG_ABOVE, 4},
        {LINE_SITE, DUMP_FEATURE_LONG_BETWEEN, 0},
    };
    struct dump_measures measures;
    struct block_page page;
    ARM((struct arena *)*state);
    struct gathering g = gather(*state, &page, str_of(DUMP));
    assert_int_equal(page.n_blocks, N_LINES);
    dump_features_measure(&g, &measures);
    assert_int_equal(measures.n, N_LINES);
    assert_int_equal(measures.body, LINE_FIRST);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        float got = measures.rows[CASES[i].line * DUMP_FEATURE_N + CASES[i].feature];
        double off = (double)got - CASES[i].value;
        if (off < -0.001 || off > 0.001)
            fail_msg("line %d: %s is %g, not %g", CASES[i].line,
                     dump_feature_name((enum dump_feature)CASES[i].feature), (double)got,
                     CASES[i].value);
    }
}

/* What follows the only paragraph follows the last one. */
static void lines_after_one_paragraph(void **state) {
    struct dump_measures measures;
    struct block_page page;
    ARM((struct arena *)*state);
    struct gathering g = gather(*state, &page, STR("Courier\n\n" FIRST "Ann Poe\n"));
    dump_features_measure(&g, &measures);
    assert_int_equal(measures.n, 3);
    assert_int_equal(measures.body, 1);
    assert_true(measures.rows[1 * DUMP_FEATURE_N + DUMP_FEATURE_TAIL] == 0);
    assert_true(measures.rows[2 * DUMP_FEATURE_N + DUMP_FEATURE_TAIL] == 1);
}

static void marks_at_both_ends(void **state) {
    static const struct {
        const char *line;
        int start, end;
    } CASES[] = {
        {"Walls fall...", 0, 4},
        {"Walls fall\xE2\x80\xA6", 0, 4},
        {"walls fall.", 1, 1},
        {"3 walls fall?", 2, 2},
        {"Walls fall!", 0, 2},
        {"\"Walls\" fall:", 3, 3},
        {"'Walls' fall,", 3, 5},
        {"Walls fall \xC2\xBB", 0, 6},
        {"Walls fall \xE2\x80\xBA", 0, 6},
        {"\xE2\x80\x9CWalls\xE2\x80\x9D fall", 3, 0},
        {"\xC2\xABWalls fall", 3, 0},
        {"> walls fall", 4, 0},
        {"\xE2\x86\x92 walls", 4, 0},
        {"\xC3\x89tretat falls", 0, 0},
        {"\xE5\xA2\x99\xE5\x80\x92\xE4\xBA\x86\xE3\x80\x82", 0, 1},
    };
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct dump_measures measures;
        struct block_page page;
        ARM((struct arena *)*state);
        struct gathering g = gather(*state, &page, str_of(CASES[i].line));
        dump_features_measure(&g, &measures);
        if (measures.n != 1)
            fail_msg("%s: %zu lines", CASES[i].line, measures.n);
        if ((int)measures.rows[DUMP_FEATURE_START] != CASES[i].start ||
            (int)measures.rows[DUMP_FEATURE_END] != CASES[i].end)
            fail_msg("%s: %g, %g", CASES[i].line, (double)measures.rows[DUMP_FEATURE_START],
                     (double)measures.rows[DUMP_FEATURE_END]);
    }
}

static void words_of_the_article(void **state) {
    static const struct {
        const char *key;
        size_t n, n_shared;
        float common; /* share of the capitalized words that the page has in lower case */
    } CASES[] = {
        {"council", 1, 1, 0},       {"wall", 1, 1, 0},         {"the of", 0, 0, 0},
        {"walls council", 2, 1, 0}, {"Wall Council", 2, 0, 1}, {"Eastern Ferry", 2, 0, 0.5F},
        {"Half", 1, 0, 1},          {"Ann", 0, 0, 0},          {"Members", 1, 0, 1},
        {"Courier", 1, 0, 0},
    };
    const struct str of_second = STR("brother");
    struct block_page page;
    ARM((struct arena *)*state);
    struct gathering g = gather(*state, &page, str_of(DUMP));
    const struct dump_vocabulary *known = dump_vocabulary_of(&g, LINE_FIRST, 2);
    const struct dump_vocabulary *lead = dump_vocabulary_of(&g, LINE_FIRST, 1);
    const struct dump_vocabulary *small = dump_vocabulary_small(&g);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        size_t n, n_shared = dump_vocabulary_shared(known, str_of(CASES[i].key), &n);
        float common = dump_vocabulary_common(small, str_of(CASES[i].key));
        if (n != CASES[i].n || n_shared != CASES[i].n_shared || common != CASES[i].common)
            fail_msg("%s: %zu of %zu, %g", CASES[i].key, n_shared, n, (double)common);
    }
    size_t n;
    assert_int_equal(dump_vocabulary_shared(known, of_second, &n), 1);
    assert_int_equal(dump_vocabulary_shared(lead, of_second, &n), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(facts_of_lines),
        ARENA_TEST(features_of_lines),
        ARENA_TEST(lines_after_one_paragraph),
        ARENA_TEST(marks_at_both_ends),
        ARENA_TEST(words_of_the_article),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
