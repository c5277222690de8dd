/*
 * Lines of dumps at the edges: what marks one has, how long lines with a role may be, how far
 * around a line is looked, and from which likelihood on a line is the headline.
 */
#include "metadata_page.h"

#include "growing_page.h"
#include "lexicon/words.h"
#include "metadata/author/name.h"
#include "metadata/dump/dump_facts.h"
#include "metadata/dump/dump_features.h"
#include "metadata/dump/dump_form.h"
#include "metadata/dump/dump_lines.h"
#include "metadata/dump/dump_nested.h"
#include "metadata/dump/dump_vocabulary.h"
#include "metadata/lines.h"
#include "metadata/title/title.h"

#define ARTICLE                                                                                    \
    "The town council voted on Friday to rebuild the eastern half of the harbour, ending a "       \
    "debate that began at breakfast and was still going when the boats came in.\n\n"               \
    "Eleven members voted for it and seven against, and two of them abstained, one of whom was "   \
    "the harbour master's brother, who left the hall before the count was made.\n\n"

static void forms_of_lines(void **state) {
    static const struct {
        const char *text;
        bool asks, has_separator, has_address;
    } CASES[] = {
        {"Walls fall", false, false, false},
        {"", false, false, false},
        {"Walls fall?", true, false, false},
        {"\"Walls\" fall", true, false, false},
        {"Walls: they fall", true, false, false},
        {"Walls:", false, false, false},
        {"\xE2\x80\x9CWalls fall", true, false, false},
        {"\xE2\x80\x9EWalls fall", true, false, false},
        {"Walls|fall", false, true, false},
        {"Walls > fall", false, true, false},
        {"Walls>fall", false, false, false},
        {"Walls / fall", false, true, false},
        {"Walls/fall", false, false, false},
        {"Walls \xC2\xBB fall", false, true, false},
        {"Walls \xE2\x80\xBA fall", false, true, false},
        {"Walls \xC2\xB7 fall", false, true, false},
        {"Walls \xE2\x80\xA2 fall", false, true, false},
        {"walls@fall", false, false, true},
        {"#walls", false, false, true},
        {"www.walls", false, false, true},
        {"ftp://walls", false, false, true},
        {"walls.com", false, false, true},
        {"walls.example", false, false, false},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct str text = str_of(CASES[i].text);
        if (dump_form_asks(text) != CASES[i].asks ||
            dump_form_has_separator(text) != CASES[i].has_separator ||
            dump_form_has_address(text) != CASES[i].has_address)
            fail_msg("%s", CASES[i].text);
    }
}

static void starts_and_ends_of_lines(void **state) {
    static const struct {
        const char *text;
        enum dump_start start;
        enum dump_ending ending;
    } CASES[] = {
        {"", DUMP_START_MARK, DUMP_END_NONE},
        {"a", DUMP_START_SMALL, DUMP_END_NONE},
        {"A.", DUMP_START_LETTER, DUMP_END_POINT},
        {"7..", DUMP_START_DIGIT, DUMP_END_POINT},
        {"\xE2\x80\x98"
         "a...",
         DUMP_START_QUOTE, DUMP_END_CUT},
        {"\xE2\x80\x9E"
         "a,",
         DUMP_START_QUOTE, DUMP_END_COMMA},
        {"\xE2\x80\x93"
         " a:",
         DUMP_START_MARK, DUMP_END_COLON},
        {"\xC2\xA9 a!", DUMP_START_MARK, DUMP_END_ASKING},
        {"\xC3\xA9?", DUMP_START_LETTER, DUMP_END_ASKING},
        {"(a;", DUMP_START_MARK, DUMP_END_NONE},
    };
    (void)state;
    for (size_t i = 0; i < N_OF(CASES); i++)
        if (dump_form_start(str_of(CASES[i].text)) != CASES[i].start ||
            dump_form_ending(str_of(CASES[i].text)) != CASES[i].ending)
            fail_msg("%s", CASES[i].text);
}

static void shares_of_capitals(void **state) {
    (void)state;
    assert_float_equal(dump_form_capitals(STR("")), 0, 0);
    assert_float_equal(dump_form_capitals(STR("1 2")), 0, 0);
    assert_float_equal(dump_form_capitals(STR("ABC")), 1, 0);
    assert_float_equal(dump_form_capitals(STR("Ab c d!")), 0.25f, 0);
}

/* An agency after a stroke is a credit in the last forty bytes of a line. */
static void credits_are_at_the_end(void **state) {
    char line[80];
    (void)state;
    for (size_t n = 37; n <= 39; n++) {
        memset(line, 'a', sizeof line);
        memcpy(line + 20, "e/A", 3);
        struct str text = {line, 23 + n};
        if (dump_form_has_credit(text) != (n <= 38))
            fail_msg("%zu", n);
    }
    assert_true(dump_form_has_credit(STR("a/B")));
    assert_false(dump_form_has_credit(STR("/B")));
    assert_false(dump_form_has_credit(STR("a/b")));
    assert_false(dump_form_has_credit(STR("1/B")));
    assert_false(dump_form_has_credit(STR("a/")));
}

static struct gathering gather(struct arena *arena, struct block_page *page, struct str dump) {
    *page = (struct block_page){.arena = arena};
    textdump_cut(page, dump);
    struct gathering g = {.arena = arena, .page = page, .score = plain_scores(page)};
    g.hints.languages = words_languages(STR("en"));
    return g;
}

static void facts_of_long_lines(void **state) {
    static const struct {
        const char *before, *repeated;
        size_t n;
        const char *after;
        int by, name;
    } CASES[] = {
        {"Jane Doe", " Ann", 3, "", DUMP_BY_NONE, NAME_PERSON},
        /* words of a line that is just a name */
        {"Center", " Ab", 7, "", DUMP_BY_NONE, NAME_OTHER},
        {"Center", " Ab", 8, "", DUMP_BY_NONE, NAME_NONE},
        /* bytes of a line with a byline word after its start */
        {"x", "x", 147, " by Jane Doe", DUMP_BY_WITHIN, NAME_NONE},
        {"x", "x", 148, " by Jane Doe", DUMP_BY_NONE, NAME_NONE},
        {"x by", "", 0, "", DUMP_BY_NONE, NAME_OTHER},
        {"x by", "", 0, " J", DUMP_BY_WITHIN, NAME_OTHER},
        {"xby J", "", 0, "", DUMP_BY_NONE, NAME_OTHER},
    };
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct page dump = {0};
        struct block_page page;
        struct dump_facts facts;
        ARM((struct arena *)*state);
        add(&dump, CASES[i].before);
        add_times(&dump, CASES[i].repeated, CASES[i].n);
        add(&dump, CASES[i].after);
        struct gathering g = gather(*state, &page, (struct str){dump.at, dump.len});
        dump_facts_read(&g, 0, &facts);
        free(dump.at);
        if (facts.by != CASES[i].by || facts.name != CASES[i].name)
            fail_msg("%s %zu: by %d, name %d", CASES[i].before, CASES[i].n, facts.by, facts.name);
    }
}

/* Lines of three words and sixteen bytes, up to 200 bytes, may be in others. */
static void lines_within_others(void **state) {
    static const struct {
        const char *part, *whole;
        bool is_held;
    } CASES[] = {
        {"the pier is open", "so the pier is open now", true}, /* 16 bytes */
        {"a pier is opened", "so a pier is opened", true},
        {"the pier is ope", "so the pier is open", false},
        {"thepier isopened", "so thepier isopened", false}, /* two words */
        {"the pier is open", "the pier is open", false},    /* the same */
        {"the pier is open", "the pier was open then", false},
    };
    for (size_t i = 0; i < N_OF(CASES); i++) {
        char dump[200];
        float held[4] = {0}, holds[4] = {0};
        static const uint32_t BLOCKS[] = {0, 1};
        struct block_page page;
        ARM((struct arena *)*state);
        snprintf(dump, sizeof dump, "%s\n%s\n", CASES[i].part, CASES[i].whole);
        struct gathering g = gather(*state, &page, str_of(dump));
        dump_nested_count(&g, BLOCKS, 2, held, holds, 2);
        if (held[0] != CASES[i].is_held || holds[2] != CASES[i].is_held || held[2] != 0 ||
            holds[0] != 0)
            fail_msg("%s, %s: %g, %g", CASES[i].part, CASES[i].whole, (double)held[0],
                     (double)holds[2]);
    }
}

static void long_lines_are_not_within_others(void **state) {
    for (size_t n = 199; n <= 201; n++) {
        struct page dump = {0};
        float held[2] = {0}, holds[2] = {0};
        static const uint32_t BLOCKS[] = {0, 1};
        struct block_page page;
        ARM((struct arena *)*state);
        add(&dump, "the pier is open\nthe pier is open ");
        add_times(&dump, "x", n - 17);
        struct gathering g = gather(*state, &page, (struct str){dump.at, dump.len});
        dump_nested_count(&g, BLOCKS, 2, held, holds, 1);
        free(dump.at);
        assert_true((held[0] > 0) == (n <= 200));
    }
}

/* ---- the likeliest lines ---- */

static const uint32_t JUDGED[] = {2, 5, 9};
static const float LIKELY[3][DUMP_N_ROLES] = {{0.1f, 0.6f, 0}, {0.4f, 0.2f, 0}, {0.2f, 0.1f, 0}};

static void likelihoods_of_blocks(void **state) {
    struct dump_lines lines = {JUDGED, 3, LIKELY}, none = {.n = 0};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        assert_float_equal(dump_lines_likely(&lines, JUDGED[i], DUMP_HEADLINE), LIKELY[i][0], 0);
        assert_float_equal(dump_lines_likely(&lines, JUDGED[i], DUMP_BYLINE), LIKELY[i][1], 0);
        assert_float_equal(dump_lines_likely(&lines, JUDGED[i] + 1, DUMP_HEADLINE), 0, 0);
        assert_float_equal(dump_lines_likely(&lines, JUDGED[i] - 1, DUMP_HEADLINE), 0, 0);
    }
    assert_int_equal(dump_lines_best(&lines, DUMP_HEADLINE), 5);
    assert_int_equal(dump_lines_best(&lines, DUMP_BYLINE), 2);
    assert_int_equal(dump_lines_best(&lines, DUMP_DATELINE), 2); /* the first of equals */
    assert_int_equal(dump_lines_best(&none, DUMP_HEADLINE), NOWHERE);
    assert_float_equal(dump_lines_likely(&none, 2, DUMP_HEADLINE), 0, 0);
}

/* A line of few words, or one that looks like a paragraph, must be likelier than others. */
static void headlines_are_likely_enough(void **state) {
    static const struct {
        uint32_t block;
        float likely;
        bool is_headline;
    } CASES[] = {
        {0, 0.19f, false}, {0, 0.2f, true},   {1, 0.29f, false},
        {1, 0.3f, true},   {2, 0.49f, false}, {2, 0.5f, true},
    };
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block_page page;
        struct headline headline;
        ARM((struct arena *)*state);
        struct gathering g =
            gather(*state, &page, STR("Council votes for it\n\nHarbour plan\n\n" ARTICLE));
        const float likely[1][DUMP_N_ROLES] = {{CASES[i].likely, 0, 0}};
        struct dump_lines lines = {&CASES[i].block, 1, likely};
        g.dump_lines = &lines;
        dump_headline_find(&g, &headline);
        if ((headline.first != NOWHERE) != CASES[i].is_headline)
            fail_msg("%u, %g", CASES[i].block, (double)CASES[i].likely);
        if (!CASES[i].is_headline)
            continue;
        assert_int_equal(headline.first, CASES[i].block);
        assert_int_equal(headline.end, CASES[i].block + 1);
        assert_str(headline.value.text, page.blocks[CASES[i].block].text);
        assert_true(headline.value.certainty == (double)CASES[i].likely);
    }
}

static void no_headline_without_an_article(void **state) {
    static const float LOW[] = {0.49f, 0.49f}, HIGH[] = {0.49f, 0.5f};
    const uint32_t block = 0;
    const float likely[1][DUMP_N_ROLES] = {{0.9f, 0, 0}};
    struct dump_lines lines = {&block, 1, likely}, none = {.n = 0};
    struct block_page page;
    struct headline headline;
    ARM((struct arena *)*state);
    struct gathering g = gather(*state, &page, STR("Council votes for it\n\nHarbour plan\n"));
    g.dump_lines = &lines;
    g.score = LOW;
    dump_headline_find(&g, &headline);
    assert_int_equal(headline.first, NOWHERE);
    g.score = HIGH;
    dump_headline_find(&g, &headline);
    assert_int_equal(headline.first, 0);
    g.dump_lines = &none;
    dump_headline_find(&g, &headline);
    assert_int_equal(headline.first, NOWHERE);
}

/* ---- how far is looked ---- */

#define TITLE "Council votes to rebuild the wall"

/* A feature of the first line that has the text. */
static float feature_of(struct arena *arena, struct str dump, struct str line,
                        enum dump_feature feature) {
    struct block_page page;
    struct dump_measures measures;
    struct gathering g = gather(arena, &page, dump);
    dump_features_measure(&g, &measures);
    for (size_t i = 0; i < measures.n; i++)
        if (str_equals(page.blocks[measures.blocks[i]].text, line))
            return measures.rows[i * DUMP_FEATURE_N + feature];
    fail_msg("no line \"%.*s\"", (int)line.len, line.at);
    return 0;
}

#define LANTERNS                                                                                   \
    "The lanterns on the quay were lit before the count, as they are each Friday evening, and "    \
    "they burned until the last boat was moored.\n\n"

#define LETTERS_57 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define LETTERS_399 LETTERS_57 LETTERS_57 LETTERS_57 LETTERS_57 LETTERS_57 LETTERS_57 LETTERS_57

static void features_have_a_reach(void **state) {
    static const struct {
        const char *before, *repeated;
        size_t n;
        const char *after, *line;
        enum dump_feature feature;
        float value;
    } CASES[] = {
        /* lines from a breadcrumb trail to the headline that ends it */
        {"Home > " TITLE "\n\n", "x\n\n", 11, TITLE "\n\n" ARTICLE, TITLE, DUMP_FEATURE_ENDS_CRUMBS,
         1},
        {"Home > " TITLE "\n\n", "x\n\n", 12, TITLE "\n\n" ARTICLE, TITLE, DUMP_FEATURE_ENDS_CRUMBS,
         0},
        {"Home > " TITLE "\n\n", "x\n\n", 11, TITLE "\n\n" ARTICLE, "Home > " TITLE,
         DUMP_FEATURE_IS_CRUMBS, 1},
        {"Home > " TITLE "\n\n", "x\n\n", 12, TITLE "\n\n" ARTICLE, "Home > " TITLE,
         DUMP_FEATURE_IS_CRUMBS, 0},
        {"a\n\nb\n\nc\n\nd\n\nHome > " TITLE "\n\n", "x\n\n", 11, TITLE "\n\n" ARTICLE, TITLE,
         DUMP_FEATURE_ENDS_CRUMBS, 1},
        {"a\n\nb\n\nc\n\nd\n\nHome > " TITLE "\n\n", "x\n\n", 12, TITLE "\n\n" ARTICLE, TITLE,
         DUMP_FEATURE_ENDS_CRUMBS, 0},
        {"> " TITLE "\n\n", "", 0, TITLE "\n\n" ARTICLE, TITLE, DUMP_FEATURE_ENDS_CRUMBS, 0},
        {"a> " TITLE "\n\n", "", 0, TITLE "\n\n" ARTICLE, TITLE, DUMP_FEATURE_ENDS_CRUMBS, 1},
        {"Home > Wall\n\n", "", 0, "Wall\n\n" ARTICLE, "Wall", DUMP_FEATURE_ENDS_CRUMBS, 0},
        {"Home > Wall news\n\n", "", 0, "Wall news\n\n" ARTICLE, "Wall news",
         DUMP_FEATURE_ENDS_CRUMBS, 0},
        {"Home > Wall news today\n\n", "", 0, "Wall news today\n\n" ARTICLE, "Wall news today",
         DUMP_FEATURE_ENDS_CRUMBS, 1},
        /* two words, if they are long */
        {"Home > Wallpapers extravaganza\n\n", "", 0, "Wallpapers extravaganza\n\n" ARTICLE,
         "Wallpapers extravaganza", DUMP_FEATURE_ENDS_CRUMBS, 0},
        {"Home > Wallpapers extravaganzas\n\n", "", 0, "Wallpapers extravaganzas\n\n" ARTICLE,
         "Wallpapers extravaganzas", DUMP_FEATURE_ENDS_CRUMBS, 1},
        /* words of the first two paragraphs */
        {"Brother lanterns\n\n", "", 0, ARTICLE LANTERNS, "Brother lanterns", DUMP_FEATURE_LEAD,
         0.5f},
        {"Brother lanterns\n\n", "", 0, ARTICLE LANTERNS, "Brother lanterns", DUMP_FEATURE_SHARED,
         1},
        /* bytes, up to 400 */
        {LETTERS_399 "\n\n", "", 0, ARTICLE, LETTERS_399, DUMP_FEATURE_BYTES, 399},
        {LETTERS_399 "a\n\n", "", 0, ARTICLE, LETTERS_399 "a", DUMP_FEATURE_BYTES, 400},
        {LETTERS_399 "aa\n\n", "", 0, ARTICLE, LETTERS_399 "aa", DUMP_FEATURE_BYTES, 400},
        /* from a line with a fact */
        {"By Jane Doe\n\n", "x\n\n", 10, TITLE "\n\n" ARTICLE, TITLE, DUMP_FEATURE_BY_ABOVE, 11},
        {"By Jane Doe\n\n", "x\n\n", 11, TITLE "\n\n" ARTICLE, TITLE, DUMP_FEATURE_BY_ABOVE, 12},
        {"By Jane Doe\n\n", "x\n\n", 12, TITLE "\n\n" ARTICLE, TITLE, DUMP_FEATURE_BY_ABOVE, 13},
        {"By Jane Doe\n\n", "x\n\n", 20, TITLE "\n\n" ARTICLE, TITLE, DUMP_FEATURE_BY_ABOVE, 13},
        {"By\n\n", "", 0, TITLE "\n\n" ARTICLE, TITLE, DUMP_FEATURE_BY_ABOVE, 1},
        {"Walls by Jane Doe\n\n", "", 0, TITLE "\n\n" ARTICLE, TITLE, DUMP_FEATURE_BY_ABOVE, 13},
        {"May 2024\n\n", "", 0, TITLE "\n\n" ARTICLE, TITLE, DUMP_FEATURE_DATE_ABOVE, 13},
        {"3 May 2024\n\n", "", 0, TITLE "\n\n" ARTICLE, TITLE, DUMP_FEATURE_DATE_ABOVE, 1},
        {"Jane\n\n", "", 0, TITLE "\n\n" ARTICLE, TITLE, DUMP_FEATURE_NAME_ABOVE, 13},
        {"3 May 2024\n\n", "x\n\n", 9, TITLE "\n\n" ARTICLE, TITLE, DUMP_FEATURE_DATES_NEAR, 1},
        {"3 May 2024\n\n", "x\n\n", 10, TITLE "\n\n" ARTICLE, TITLE, DUMP_FEATURE_DATES_NEAR, 0},
        {"", "3 May 2024\n\n", 3, TITLE "\n\n" ARTICLE, TITLE, DUMP_FEATURE_DATES, 3},
        {"", "x\n\n", 800, "3 May 2024\n\n" TITLE "\n\n" ARTICLE, TITLE, DUMP_FEATURE_DATE_ABOVE,
         1},
        {"", "x\n\n", 800, "3 May 2024\n\n" ARTICLE, "3 May 2024", DUMP_FEATURE_DATE,
         DUMP_DATE_DAY},
        /* the article's words in the twelve lines above, and in the next ones */
        {ARTICLE, "x\n\n", 10, "Signed by a clerk\n\n", "Signed by a clerk",
         DUMP_FEATURE_MASS_BEFORE, 1},
        {ARTICLE, "x\n\n", 12, "Signed by a clerk\n\n", "Signed by a clerk",
         DUMP_FEATURE_MASS_BEFORE, 0},
        {TITLE "\n\n", "x\n\n", 2, ARTICLE, TITLE, DUMP_FEATURE_MASS_NEXT, 1},
        {TITLE "\n\n", "x\n\n", 4, ARTICLE, TITLE, DUMP_FEATURE_MASS_NEXT, 0},
        {TITLE "\n\n", "x\n\n", 10, ARTICLE, TITLE, DUMP_FEATURE_MASS_AFTER, 1},
        {TITLE "\n\n", "x\n\n", 12, ARTICLE, TITLE, DUMP_FEATURE_MASS_AFTER, 0},
        /* long lines above, among eighty */
        {"one two three four five\n\n", "x\n\n", 79, TITLE "\n\n" ARTICLE, TITLE,
         DUMP_FEATURE_LONG_ABOVE, 1},
        {"one two three four five\n\n", "x\n\n", 80, TITLE "\n\n" ARTICLE, TITLE,
         DUMP_FEATURE_LONG_ABOVE, 0},
        {"one two three four\n\n", "x\n\n", 9, TITLE "\n\n" ARTICLE, TITLE, DUMP_FEATURE_LONG_ABOVE,
         0},
        /* paragraphs between the line and the body */
        {TITLE "\n\n", "one two three four five six seven eight\n\n", 3, ARTICLE, TITLE,
         DUMP_FEATURE_LONG_BETWEEN, 3},
        {TITLE "\n\n", "one two three four five six seven\n\n", 3, ARTICLE, TITLE,
         DUMP_FEATURE_LONG_BETWEEN, 0},
        {"one two three four five six seven eight\n\n", "", 0, TITLE "\n\n" ARTICLE, TITLE,
         DUMP_FEATURE_LONG_BETWEEN, 0},
        /* lines like it */
        {TITLE "\n\n", TITLE "\n\n", 2, ARTICLE, TITLE, DUMP_FEATURE_SAME_AFTER, 2},
        {TITLE "\n\n", TITLE "\n\n", 2, ARTICLE, TITLE, DUMP_FEATURE_SAME_BEFORE, 0},
    };
    for (volatile size_t i = 0; i < N_OF(CASES); i++) {
        struct page dump = {0};
        ARM((struct arena *)*state);
        add(&dump, CASES[i].before);
        add_times(&dump, CASES[i].repeated, CASES[i].n);
        add(&dump, CASES[i].after);
        float value = feature_of(*state, (struct str){dump.at, dump.len}, str_of(CASES[i].line),
                                 CASES[i].feature);
        free(dump.at);
        if (value != CASES[i].value)
            fail_msg("%zu: %s of %s: %g", i, dump_feature_name(CASES[i].feature), CASES[i].line,
                     (double)value);
    }
}

/* Lines of up to sixty words are measured, 768 above the body and 1,024 in all. */
static void lines_that_are_measured(void **state) {
    static const struct {
        const char *before, *repeated;
        size_t n;
        const char *after;
        size_t n_measured, first;
    } CASES[] = {
        {"", "x ", 60, "\n\n" ARTICLE, 3, 0},
        {"", "x ", 61, "\n\n" ARTICLE, 2, 1},
        {"", "x\n\n", 768, ARTICLE, 770, 0},
        {"", "x\n\n", 769, ARTICLE, 770, 1},
        {ARTICLE, "x\n\n", 1022, "", 1024, 0},
        {ARTICLE, "x\n\n", 1023, "", 1024, 0},
        {"", "", 0, "", 0, 0},
    };
    for (volatile size_t i = 0; i < N_OF(CASES); i++) {
        struct page dump = {0};
        struct block_page page;
        struct dump_measures measures;
        ARM((struct arena *)*state);
        add(&dump, CASES[i].before);
        add_times(&dump, CASES[i].repeated, CASES[i].n);
        add(&dump, CASES[i].after);
        struct gathering g = gather(*state, &page, (struct str){dump.at, dump.len});
        dump_features_measure(&g, &measures);
        free(dump.at);
        if (measures.n != CASES[i].n_measured ||
            (measures.n && measures.blocks[0] != CASES[i].first))
            fail_msg("%zu: %zu lines", i, measures.n);
    }
}

/* Without running text, the article begins with its first line of eight words. */
static void bodies_without_running_text(void **state) {
    static const struct {
        const char *line;
        float score;
        uint32_t body;
    } CASES[] = {
        {"one two three four five six seven eight", 0.5f, 1},
        {"one two three four five six seven", 0.5f, 2},
        {"one two three four five six seven eight", 0.49f, 2},
    };
    for (volatile size_t i = 0; i < N_OF(CASES); i++) {
        char dump[200];
        struct block_page page;
        struct dump_measures measures;
        ARM((struct arena *)*state);
        snprintf(dump, sizeof dump, "x\n\n%s\n\none two three four five six seven eight nine\n",
                 CASES[i].line);
        struct gathering g = gather(*state, &page, str_of(dump));
        const float scores[] = {0.9f, CASES[i].score, 0.5f};
        g.score = scores;
        dump_features_measure(&g, &measures);
        assert_int_equal(measures.body, CASES[i].body);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_of_lines),
        cmocka_unit_test(starts_and_ends_of_lines),
        cmocka_unit_test(shares_of_capitals),
        cmocka_unit_test(credits_are_at_the_end),
        ARENA_TEST(facts_of_long_lines),
        ARENA_TEST(lines_within_others),
        ARENA_TEST(long_lines_are_not_within_others),
        cmocka_unit_test(likelihoods_of_blocks),
        ARENA_TEST(headlines_are_likely_enough),
        ARENA_TEST(no_headline_without_an_article),
        ARENA_TEST(features_have_a_reach),
        ARENA_TEST(lines_that_are_measured),
        ARENA_TEST(bodies_without_running_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
