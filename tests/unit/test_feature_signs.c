/*
 * Features of the wording of short lines: prompts, credits, dates, lines of comments.
 */
#include "measured_page.h"

static void dates_in_lines(void **state) {
    static const struct {
        const char *text;
        int dates; /* 1: a year, 2: a time, 3: both */
    } CASES[] = {
        {"in 1900", 1},  {"in 1899", 0}, {"in 2099", 1},        {"in 2100", 0},   {"in 12024", 0},
        {"in 202", 0},   {"at 3:14", 2}, {"at 23:14", 2},       {"at 123:14", 0}, {"at 3:1", 0},
        {"at 3:145", 0}, {"at 3.14", 0}, {"May 2024, 3:14", 3}, {"3:", 0},        {"2024", 1},
        {"2024:14", 1},  {"20 24", 0},   {"in May", 0},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct measured m = measure_page(cut_dump(*state, CASES[i].text), NULL);
        ASSERT_FEATURE(m, 0, has_date, CASES[i].dates);
    }
}

/* Lines with a date have up to 20 words, with a prompt or a credit 60. */
static void long_blocks_have_no_signs(void **state) {
    ARM((struct arena *)*state);
    struct measured m =
        measure(*state, "<p>" TEN " one two three four five six seven eight nine 2024"
                        "<p>" TEN " " TEN " 2024"
                        "<p>Please log in " TEN " " TEN " " TEN " " TEN " " TEN " a b c d e f g"
                        "<p>Please log in " TEN " " TEN " " TEN " " TEN " " TEN " a b c d e f g h"
                        "<pre>Please log in</pre>");
    ASSERT_FEATURE(m, 0, has_date, 1);
    ASSERT_FEATURE(m, 1, has_date, 0);
    ASSERT_FEATURE(m, 2, phrases_near, 1);
    assert_true(m.rows[2 * FEATURE_N + FEATURE_phrase] > 0);
    ASSERT_FEATURE(m, 3, phrase, 0);
    ASSERT_FEATURE(m, 4, phrase, 0);
}

static void signs_are_counted(void **state) {
    static const char html[] =
        "<title>The boat is back</title><p>Ann says:<h1>The boat is back</h1>"
        "<p>Photo: Anna Quill<p>In 2024<p>At 3:14<p>" TEN
        "<p>3 comments<p>Ben says:<p>x<p>Please log in";
    enum { SAYS, HEAD, PHOTO, YEAR, TIME, BODY, COMMENTS, BEN, X, PROMPT };
    ARM((struct arena *)*state);
    struct measured m = measure(*state, html);
    assert_int_equal(m.page.n_blocks, PROMPT + 1);
    ASSERT_FEATURE(m, SAYS, has_reply, 1);
    ASSERT_FEATURE(m, HEAD, has_reply, 0);
    ASSERT_FEATURE(m, PHOTO, has_credit, 1);
    ASSERT_FEATURE(m, YEAR, has_credit, 0);
    /* up to three blocks on each side */
    ASSERT_FEATURE(m, SAYS, dates_near, 1);
    ASSERT_FEATURE(m, HEAD, dates_near, 2);
    ASSERT_FEATURE(m, COMMENTS, dates_near, 2);
    ASSERT_FEATURE(m, BEN, dates_near, 1);
    ASSERT_FEATURE(m, X, dates_near, 0);
    ASSERT_FEATURE(m, YEAR, replies_near, 1);
    ASSERT_FEATURE(m, TIME, replies_near, 1);
    ASSERT_FEATURE(m, BODY, replies_near, 1);
    ASSERT_FEATURE(m, COMMENTS, phrases_near, 1);
    ASSERT_FEATURE(m, BODY, phrases_near, 0);
    /* of the page, before the block, since the headline */
    ASSERT_FEATURE(m, SAYS, dates_page, 2);
    ASSERT_FEATURE(m, SAYS, replies_page, 2);
    ASSERT_FEATURE(m, SAYS, replies_before, 0);
    ASSERT_FEATURE(m, BEN, replies_before, 1);
    ASSERT_FEATURE(m, PROMPT, replies_before, 2);
    ASSERT_FEATURE(m, HEAD, dates_since_headline, 0);
    ASSERT_FEATURE(m, YEAR, dates_since_headline, 0);
    ASSERT_FEATURE(m, TIME, dates_since_headline, 1);
    ASSERT_FEATURE(m, BODY, dates_since_headline, 2);
    /* since the heading above comments */
    ASSERT_FEATURE(m, BODY, since_comments, -1);
    ASSERT_FEATURE(m, COMMENTS, since_comments, 0);
    ASSERT_FEATURE(m, PROMPT, since_comments, 3);
}

static void headlines_have_dates(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(*state, "<title>The boat of 2024</title><p>In 2023"
                                        "<h1>The boat of 2024</h1><p>x<p>y");
    ASSERT_FEATURE(m, 1, dates_since_headline, 0);
    ASSERT_FEATURE(m, 2, dates_since_headline, 1);
    ASSERT_FEATURE(m, 3, dates_since_headline, 1);
}

static void signs_of_items(void **state) {
    static const char html[] = "<ul><li><p>Ann says:<p>In 2024</li><li><p>Ben says:<p>x</li>"
                               "<li><p>a b<p>x</li></ul><p>" TEN;
    ARM((struct arena *)*state);
    struct measured m = measure(*state, html);
    ASSERT_FEATURE(m, 0, item_replies, 1);
    ASSERT_FEATURE(m, 4, item_replies, 0);
    ASSERT_FEATURE(m, 4, siblings_replies, 2 / 3.0);
    ASSERT_FEATURE(m, 4, siblings_dates, 1 / 3.0);
    ASSERT_FEATURE(m, 6, siblings_replies, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(dates_in_lines),    ARENA_TEST(long_blocks_have_no_signs),
        ARENA_TEST(signs_are_counted), ARENA_TEST(headlines_have_dates),
        ARENA_TEST(signs_of_items),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
