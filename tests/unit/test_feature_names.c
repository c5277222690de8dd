/*
 * Features that depend on names and words: of the elements around a block, and in its text.
 */
#include "measured_page.h"

static void names_of_parts(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(*state, "<p>a<div class=newsletter-box><p>b<div id=Comments><p>c"
                                        "<p class=byline>d</div></div>");
    static const double promotion[] = {15, 1, 2, 2}, comment[] = {15, 15, 1, 1};
    static const double signature[] = {15, 15, 15, 0};
    for (size_t i = 0; i < 4; i++) {
        ASSERT_FEATURE(m, i, to_promotion, promotion[i]);
        ASSERT_FEATURE(m, i, to_comment, comment[i]);
        ASSERT_FEATURE(m, i, to_signature, signature[i]);
        ASSERT_FEATURE(m, i, to_menu, 15);
    }
}

static void lines_of_dumps_are_in_no_part(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure_page(cut_dump(*state, "Comments\n\n" TEN "\n"), NULL);
    for (size_t i = 0; i < 2; i++) {
        ASSERT_FEATURE(m, i, to_promotion, 0);
        ASSERT_FEATURE(m, i, to_comment, 0);
        ASSERT_FEATURE(m, i, to_menu, 0);
    }
}

static void signs_of_comments(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(
        *state, "<title>The boat is back</title><h1>The boat is back</h1><p>March 3, 2009<p>" TEN
                "<h4>2 comments:</h4><div class=a><p>Anna said...<p>So it "
                "is.<p>3:14 PM</div><div class=a><p>Ben said...<p>At "
                "last.<p>4:15 PM</div>");
    ASSERT_FEATURE(m, 1, has_date, 1);
    ASSERT_FEATURE(m, 2, has_date, 0);
    ASSERT_FEATURE(m, 6, has_date, 2);
    ASSERT_FEATURE(m, 6, dates_page, 3);
    ASSERT_FEATURE(m, 2, dates_near, 1);
    ASSERT_FEATURE(m, 7, dates_since_headline, 2);
    ASSERT_FEATURE(m, 4, has_reply, 1);
    ASSERT_FEATURE(m, 5, has_reply, 0);
    ASSERT_FEATURE(m, 5, replies_before, 1);
    ASSERT_FEATURE(m, 5, replies_near, 2);
    ASSERT_FEATURE(m, 5, replies_page, 2);
    ASSERT_FEATURE(m, 5, item_replies, 1);
    ASSERT_FEATURE(m, 5, siblings_replies, 1);
    ASSERT_FEATURE(m, 5, siblings_dates, 1);
    ASSERT_FEATURE(m, 2, since_comments, -1);
    ASSERT_FEATURE(m, 3, since_comments, 0);
    ASSERT_FEATURE(m, 5, since_comments, 2);
}

static void signs_of_captions_and_prompts(void **state) {
    ARM((struct arena *)*state);
    struct measured m =
        measure(*state, "<p>Photo: Anna Quill<p>Read more: the timetable<p>Please log in to go on");
    ASSERT_FEATURE(m, 0, has_credit, 1);
    ASSERT_FEATURE(m, 1, has_credit, 0);
    ASSERT_FEATURE(m, 0, phrase, 0);
    ASSERT_FEATURE(m, 1, phrase, 1);
    ASSERT_FEATURE(m, 2, phrase, 2);
    ASSERT_FEATURE(m, 0, phrases_near, 2);
}

/* A table with one name, whose weights are these. */
struct one_name {
    uint32_t hash;
    uint16_t first[257];
};

static const int16_t NAME_WEIGHTS[1][MODEL_N_RANGES] = {{2, 4, 8}};

static struct model_tokens make_name(struct one_name *name, uint32_t hash, float bias) {
    *name = (struct one_name){.hash = hash};
    for (size_t i = (hash >> 24) + 1; i < 257; i++)
        name->first[i] = 1;
    return (struct model_tokens){&name->hash, NAME_WEIGHTS, name->first, 1, 2, bias};
}

static const uint32_t CLASS_POST = 0xDDB164C7; /* as in test_token.c */

/* Weights are 1 on its own container, 2 on the next two, 4 further out; the bias is 0.25. */
static struct measured measure_names(struct arena *arena, const char *html) {
    struct one_name name;
    struct model model = {.tokens = make_name(&name, CLASS_POST, 0.25f)};
    return measure_page(cut_html(arena, html), &model);
}

static void names_around(void **state) {
    ARM((struct arena *)*state);
    struct measured m =
        measure_names(*state, "<div class=post><p class=post>" TEN "<p>" TEN "</div>");
    ASSERT_FEATURE(m, 0, token_own, 1);
    ASSERT_FEATURE(m, 0, token_near, 2);
    ASSERT_FEATURE(m, 0, token_far, 0);
    ASSERT_FEATURE(m, 0, token_total, 3.25);
    ASSERT_FEATURE(m, 0, token_min, 0);
    ASSERT_FEATURE(m, 0, token_max, 2);
    ASSERT_FEATURE(m, 1, token_own, 0);
    ASSERT_FEATURE(m, 1, token_total, 2.25);
    ASSERT_FEATURE(m, 0, token_lead, 0.5);
    ASSERT_FEATURE(m, 1, token_lead, -0.5);
}

/* Each div has text, so each is a container: the post is three containers out. */
static void names_further_out(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure_names(
        *state, "0<div class=post>a<div>b<div class=post>c<div>d<div>e<div class=Post>f");
    static const double own[] = {0, 1, 0, 1, 0, 0, 1}, near_by[] = {0, 0, 2, 2, 2, 2, 0},
                        far_off[] = {0, 0, 0, 0, 4, 4, 8};
    for (size_t i = 0; i < 7; i++) {
        ASSERT_FEATURE(m, i, token_own, own[i]);
        ASSERT_FEATURE(m, i, token_near, near_by[i]);
        ASSERT_FEATURE(m, i, token_far, far_off[i]);
    }
    ASSERT_FEATURE(m, 6, token_max, 4);
}

static void without_a_model_names_weigh_nothing(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(*state, "<p class=post>" TEN);
    ASSERT_FEATURE(m, 0, token_total, 0);
    ASSERT_FEATURE(m, 0, token_own, 0);
    ASSERT_FEATURE(m, 0, word_total, 0);
}

static void words_are_hashed(void **state) {
    (void)state;
    uint32_t hashes[8], again[8];
    assert_int_equal(feature_words(STR("A-b 7 caf\xC3\xA9!"), hashes, 8), 4);
    assert_int_equal(feature_words(STR("a, B (7) CAF\xC3\xA9"), again, 8), 4);
    assert_memory_equal(hashes, again, 4 * sizeof *hashes);
    assert_int_equal(hashes[0], (2166136261u ^ 'a') * 16777619u); /* FNV-1a */
    assert_int_equal(feature_words(STR("a b c"), hashes, 2), 2);
    assert_int_equal(feature_words(STR(" .,!"), hashes, 8), 0);
}

/* "ferry" weighs 1 in a short line, 2 in a long one, 4 as the first word; the bias is 0.5. */
static void words_weigh(void **state) {
    ARM((struct arena *)*state);
    uint32_t ferry;
    struct one_name name;
    feature_words(STR("ferry"), &ferry, 1);
    struct model model = {.words = make_name(&name, ferry, 0.5f)};
    struct measured m = measure_page(
        cut_dump(*state, "Ferry, ferry now\nno\n" TEN " ferry\n\na\n\nb\n\nc"), &model);
    double first = 0.5 + 4 + 2 / sqrt(3), third = 0.5 + 2 / sqrt(11);
    ASSERT_FEATURE(m, 0, word_total, first);
    ASSERT_FEATURE(m, 0, word_first, 4);
    ASSERT_FEATURE(m, 0, word_max, 1);
    ASSERT_FEATURE(m, 0, word_min, 0);
    ASSERT_FEATURE(m, 1, word_total, 0.5);
    ASSERT_FEATURE(m, 2, word_total, third);
    ASSERT_FEATURE(m, 2, word_max, 2);
    ASSERT_FEATURE(m, 2, word_first, 0);
    ASSERT_FEATURE(m, 0, word_prev, 0);
    ASSERT_FEATURE(m, 1, word_prev, first);
    ASSERT_FEATURE(m, 0, word_next, 0.5);
    /* weighted by words, over three blocks on each side: 3, 1, 11 and 1 words from the first on */
    ASSERT_FEATURE(m, 0, word_near, (3 * first + 0.5 + 11 * third + 0.5) / 16);
    ASSERT_FEATURE(m, 5, word_near, (11 * third + 3 * 0.5) / 14);
    ASSERT_FEATURE(m, 4, word_page, (3 * first + 11 * third + 4 * 0.5) / 18);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(lines_of_dumps_are_in_no_part),
        ARENA_TEST(names_of_parts),
        ARENA_TEST(signs_of_comments),
        ARENA_TEST(signs_of_captions_and_prompts),
        ARENA_TEST(names_around),
        ARENA_TEST(names_further_out),
        ARENA_TEST(without_a_model_names_weigh_nothing),
        cmocka_unit_test(words_are_hashed),
        ARENA_TEST(words_weigh),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
