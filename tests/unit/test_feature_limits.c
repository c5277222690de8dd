/*
 * Features at the edges: the last word, block or character that still counts, and the first that
 * does not; values that are as large as they get.
 */
#include "measured_page.h"

#include <stdio.h>

#include "page/token.h"
#include "score/expected_f1.h"
#include "score/neighborhood.h"
#include "score/shared_vocabulary.h"

static void characters_at_the_ends(void **state) {
    static const struct {
        const char *text;
        int first_char, last_char, signs;
    } CASES[] = {
        {"She said \"yes.\"", 3, 4, 0},
        {"the \"boat\"", 1, 1, 0},
        {"a \"boat\".", 1, 4, 0},
        {"zoo (x)", 1, 1, 0},
        {"9 z", 2, 0, 0},
        {"0 Z", 2, 0, 0},
        {"Zoo 9", 3, 0, 0},
        {"Aha..", 3, 4, 0},
        {"\xC3\x80 \xC3\xA9", 3, 0, 0},
        {"\xC2\xBF"
         "que",
         0, 0, 0}, /* an inverted question mark */
        {"x \xC2\xBB", 1, 0, 1},
        {"\xC2\xAB x", 0, 0, 1},
        {"x\xC2\xB7y", 1, 0, 1},
        {"x \xE2\x80\xBA", 1, 0, 1},
        {"\xE2\x80\xA2 x", 3, 0, 1},
        {"x \xC2\xBC", 1, 0, 0},
        {"x \xE2\x80\x94 y", 1, 0, 0},
        {"x \xE2\x82\xA2 y", 1, 0, 0},
        {"x > y < z", 1, 0, 1},
        {"@|/>", 0, 1, 4},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct measured m = measure_page(cut_dump(*state, CASES[i].text), NULL);
        ASSERT_FEATURE(m, 0, first_char, CASES[i].first_char);
        ASSERT_FEATURE(m, 0, last_char, CASES[i].last_char);
        ASSERT_FEATURE(m, 0, signs, CASES[i].signs);
    }
}

/* `n` copies of a text with one %d, or of one without. */
static const char *many(struct arena *arena, const char *before, const char *text, int n) {
    struct buffer out;
    buffer_init(&out, arena);
    buffer_append(&out, str_of(before));
    for (int i = 0; i < n; i++) {
        const char *number = strstr(text, "%d");
        struct str all = str_of(text);
        buffer_append(&out, number ? str_between(all, 0, (size_t)(number - text)) : all);
        if (number) {
            buffer_append_number(&out, (unsigned)i);
            buffer_append(&out, str_of(number + 2));
        }
    }
    buffer_append_byte(&out, '\0');
    return buffer_str(&out).at;
}

/* Also on a page of three hundred thousand words. */
static void text_that_was_seen_before(void **state) {
    static const int N_WORDS[] = {10, 300000};
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(N_WORDS); i++) {
        struct buffer text;
        buffer_init(&text, *state);
        buffer_append(&text, str_of(many(*state, "", "w%d ", N_WORDS[i])));
        buffer_append(&text, STR("\nfour more words here\nfour more words here\n"));
        buffer_append_byte(&text, '\0');
        struct measured m = measure_page(cut_dump(*state, buffer_str(&text).at), NULL);
        ASSERT_FEATURE(m, 1, seen_share, 0);
        ASSERT_FEATURE(m, 2, seen_share, 1);
    }
}

static void many_signs(void **state) {
    static const int NUMBERS[] = {254, 255, 256, 257, 600};
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(NUMBERS); i++) {
        struct measured m =
            measure_page(cut_dump(*state, many(*state, "x", "|", NUMBERS[i])), NULL);
        ASSERT_FEATURE(m, 0, signs, NUMBERS[i]);
    }
    struct measured m = measure(*state, "<pre>a\nb\n\nc</pre>");
    ASSERT_FEATURE(m, 0, lines, 4);
}

static void bold_text(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(*state, "<p><b>ab</b><strong>cd</strong>"
                                        "<p><b><strong>abc</strong></b> de"
                                        "<p><em>ab</em> c<p><b>x</b>yz <i>q</i> <b>cd</b>");
    ASSERT_FEATURE(m, 0, bold_share, 1);
    ASSERT_FEATURE(m, 1, bold_share, 1); /* no more than all of it */
    ASSERT_FEATURE(m, 2, bold_share, 0);
    ASSERT_FEATURE(m, 3, bold_share, 3 / 8.0);
}

/* Distances stop at 255. */
static void far_prose(void **state) {
    enum { N = 300 };
    ARM((struct arena *)*state);
    struct measured m = measure(*state, many(*state, "<p>" TEN, "<p>x", N));
    assert_int_equal(m.page.n_blocks, N + 1);
    static const size_t BLOCKS[] = {1, 2, 254, 255, 256, N};
    for (size_t i = 0; i < N_OF(BLOCKS); i++) {
        ASSERT_FEATURE(m, BLOCKS[i], to_prose_before, BLOCKS[i] < 255 ? (double)BLOCKS[i] : 255);
        ASSERT_FEATURE(m, BLOCKS[i], to_prose_after, 255);
    }
    float *scores = arena_alloc_zero(*state, N + 1, sizeof *scores);
    scores[0] = 0.7f; /* just sure */
    const float *rows = neighborhood_measure(&m.page, &m.containers, m.rows, scores);
    for (size_t i = 0; i < N_OF(BLOCKS); i++) {
        const float *row = rows + BLOCKS[i] * NEIGHBORHOOD_N;
        assert_near((double)row[NEIGHBORHOOD_to_sure_before],
                    BLOCKS[i] < 255 ? (double)BLOCKS[i] : 255);
        assert_near((double)row[NEIGHBORHOOD_to_sure_after], 255);
        assert_near((double)row[NEIGHBORHOOD_since_first_sure], (double)BLOCKS[i]);
        assert_near((double)row[NEIGHBORHOOD_until_last_sure], -(double)BLOCKS[i]);
    }
    scores[0] = 0.69f;
    rows = neighborhood_measure(&m.page, &m.containers, m.rows, scores);
    assert_near((double)rows[NEIGHBORHOOD_N + NEIGHBORHOOD_to_sure_before], 255);
}

static void links_in_headings(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(*state, "<p>a<h2><a href=x>two</a> six</h2><p>b<h3>c</h3>");
    static const double density[] = {-1, 0.5, 0.5, 0};
    for (size_t i = 0; i < 4; i++)
        ASSERT_FEATURE(m, i, section_heading_link_density, density[i]);
    m = measure(*state, "<h2>a</h2><h2>b</h2><p>c");
    ASSERT_FEATURE(m, 0, section_blocks, 1);
    ASSERT_FEATURE(m, 1, section_blocks, 2);
}

/* Which block is the headline, or -1. */
static void check_headline(struct arena *arena, const char *html, int headline) {
    struct measured m = measure(arena, html);
    for (size_t i = 0; i < m.page.n_blocks; i++) {
        ASSERT_FEATURE(m, i, has_headline, headline >= 0);
        ASSERT_FEATURE(m, i, to_headline, headline >= 0 ? (double)i - headline : 0);
    }
}

static void headlines(void **state) {
#define FERRY "<title>Ferry runs again</title><p>x"
    ARM((struct arena *)*state);
    check_headline(*state, FERRY "<p>Ferry runs again", 1);
    check_headline(*state, FERRY "<p>Ferry runs", -1); /* two words */
    check_headline(*state, FERRY "<p>Ferry runs now", 1);
    check_headline(*state, FERRY "<p>Ferry runs so now", -1); /* half of them */
    check_headline(*state, FERRY "<h2>Ferry runs</h2>", 1);
    check_headline(*state, FERRY "<h2>Ferry is back</h2>", 1);      /* 1/3 + .2 */
    check_headline(*state, FERRY "<h2>Ferry is back now</h2>", -1); /* 1/4 + .2 */
    check_headline(*state, FERRY "<h6>Ferry is back</h6>", 1);
    check_headline(*state, FERRY "<h1>It says that the ferry is back now</h1>", 1);
    check_headline(*state, FERRY "<h1>So it is back</h1>", -1);
    check_headline(*state, FERRY "<p><a href=x>Ferry runs again</a>", 1); /* 1 - .3 */
    check_headline(*state, FERRY "<p><a href=x>Ferry runs again</a> soon", -1);
    check_headline(*state, FERRY "<h2><a href=x>Ferry is back</a></h2>", 1);
    check_headline(*state, FERRY "<p>Ferry runs again<p>Ferry runs again", 1); /* the first */
    check_headline(*state, FERRY "<p>Ferry runs again<h1>Ferry runs again</h1>", 2);
#define THIRTY_NINE TEN " " TEN " " TEN " one two three four five six seven eight nine"
    check_headline(*state, FERRY "<h1>" THIRTY_NINE " ferry</h1>", 1);
    check_headline(*state, FERRY "<h1>" THIRTY_NINE " so ferry</h1>", -1);
}

/* Of a title, 256 different words count. */
static void long_titles(void **state) {
    ARM((struct arena *)*state);
    const char *title = many(*state, "<title>", "w%d ", 300);
    struct buffer html;
    buffer_init(&html, *state);
    buffer_append(&html, str_of(title));
    buffer_append(&html, STR("</title><p>w0 w255<p>w255 w256<p>w256 w299"));
    buffer_append_byte(&html, '\0');
    struct measured m = measure(*state, buffer_str(&html).at);
    ASSERT_FEATURE(m, 0, title_share, 1);
    ASSERT_FEATURE(m, 1, title_share, 0.5);
    ASSERT_FEATURE(m, 2, title_share, 0);
}

static void descriptions(void **state) {
    static const struct {
        const char *head;
        double share; /* of "red" in it */
    } CASES[] = {
        {"<meta name=description content=red>", 1},
        {"<meta name=DESCRIPTION content=red>", 1},
        {"<meta name=og:description content=red>", 1},
        {"<meta property=description content=red>", 1},
        {"<meta property=OG:description content=red>", 0},
        {"<meta name=keywords property=description content=red>", 0},
        {"<meta name=description>", 0},
        {"<meta name=description content=blue><meta property=og:description content=red>", 0},
        {"<meta name=keywords content=blue><meta property=og:description content=red>", 1},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct buffer html;
        buffer_init(&html, *state);
        buffer_append(&html, str_of(CASES[i].head));
        buffer_append(&html, STR("<p>red"));
        buffer_append_byte(&html, '\0');
        struct measured m = measure(*state, buffer_str(&html).at);
        ASSERT_FEATURE(m, 0, description_share, CASES[i].share);
    }
}

/* A table with one word or name. */
struct one_token {
    uint32_t hash;
    uint16_t first[257];
};

static const int16_t WEIGHTS[1][MODEL_N_RANGES] = {{-2, -4, -8}};

static struct model_tokens make_token(struct one_token *token, uint32_t hash) {
    *token = (struct one_token){.hash = hash};
    for (size_t i = (hash >> 24) + 1; i < 257; i++)
        token->first[i] = 1;
    return (struct model_tokens){&token->hash, WEIGHTS, token->first, 1, 2, 0};
}

/* A word weighs -1 in a line of nine words, -2 in one of ten; only 256 words of a block count. */
static void words_of_long_blocks(void **state) {
#define NINE "one two three four five six seven eight nine"
    ARM((struct arena *)*state);
    uint32_t ferry;
    struct one_token token;
    feature_words(STR("ferry"), &ferry, 1);
    struct model model = {.words = make_token(&token, ferry)};
    struct measured m = measure_page(
        cut_dump(*state, "one two three four five six seven eight ferry\n\n" NINE " ferry"),
        &model);
    ASSERT_FEATURE(m, 0, word_min, -1);
    ASSERT_FEATURE(m, 0, word_max, 0);
    ASSERT_FEATURE(m, 0, word_total, -1 / 3.0);
    ASSERT_FEATURE(m, 1, word_min, -2);
    ASSERT_FEATURE(m, 1, word_total, -2 / sqrt(10));
    for (int n = 255; n <= 256; n++) {
        struct buffer text;
        buffer_init(&text, *state);
        buffer_append(&text, str_of(many(*state, "", "w%d ", n)));
        buffer_append(&text, STR("ferry"));
        buffer_append_byte(&text, '\0');
        m = measure_page(cut_dump(*state, buffer_str(&text).at), &model);
        ASSERT_FEATURE(m, 0, word_total, n == 255 ? -2 / 16.0 : 0);
    }
}

/* An element's tokens are its tag and names, up to TOKEN_MAX in the order of its attributes. */
static void names_of_elements_with_many(void **state) {
    static const uint32_t POST = 0xDDB164C7; /* as in test_token.c */
    ARM((struct arena *)*state);
    for (int n = TOKEN_MAX - 3; n <= TOKEN_MAX; n++) {
        struct one_token token;
        struct model model = {.tokens = make_token(&token, POST)};
        struct buffer first, last;
        buffer_init(&first, *state);
        buffer_init(&last, *state);
        const char *fillers = many(*state, "", "some ", n);
        buffer_append(&first, STR("<p id=post class='"));
        buffer_append(&first, str_of(fillers));
        buffer_append(&first, STR("'>a"));
        buffer_append_byte(&first, '\0');
        buffer_append(&last, STR("<p class='"));
        buffer_append(&last, str_of(fillers));
        buffer_append(&last, STR("' id=post>a"));
        buffer_append_byte(&last, '\0');
        struct measured m = measure_page(cut_html(*state, buffer_str(&first).at), &model);
        ASSERT_FEATURE(m, 0, token_own, -1);
        ASSERT_FEATURE(m, 0, token_min, -1);
        ASSERT_FEATURE(m, 0, token_max, 0);
        m = measure_page(cut_html(*state, buffer_str(&last).at), &model);
        ASSERT_FEATURE(m, 0, token_own, n + 2 <= TOKEN_MAX ? -1 : 0);
    }
}

/* Parts are at most 15 containers away. */
static void far_parts(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(*state, many(*state, "<div class=newsletter>0", "<div>%d", 20));
    for (size_t i = 0; i <= 20; i++)
        ASSERT_FEATURE(m, i, to_promotion, i < 15 ? (double)i : 15);
}

/* The share of blocks inside the container that gets the most points. */
static void check_best(struct arena *arena, const char *html, size_t first, size_t end) {
    struct measured m = measure(arena, html);
    for (size_t i = 0; i < m.page.n_blocks; i++)
        ASSERT_FEATURE(m, i, best_inside, i >= first && i < end);
}

static void points_of_containers(void **state) {
#define CHARS_24 "abcdefghijkl abcdefghijkl"
#define CHARS_290                                                                                  \
    CHARS_24 CHARS_24 CHARS_24 CHARS_24 CHARS_24 CHARS_24 CHARS_24 CHARS_24 CHARS_24 CHARS_24      \
        CHARS_24 CHARS_24 "ab"
    ARM((struct arena *)*state);
    /* 25 characters give points, 24 do not */
    check_best(*state, "<div><p>" CHARS_24 "<p>x</div><section><p>" CHARS_24 "m<p>x</section>", 2,
               4);
    /* a comma is worth 100 characters, of which 300 count */
    check_best(*state,
               "<div><p>" CHARS_290 CHARS_290 "<p>x</div><section><p>" CHARS_290 ",<p>x</section>",
               2, 4);
    check_best(*state,
               "<div><p>" CHARS_290 "abcdefghij"
               "<p>x</div><section><p>" CHARS_290 "<p>x</section>",
               0, 2);
    /* links take points away */
    check_best(*state,
               "<div><p><a href=x>" CHARS_24 "</a> mno<p>x</div><section><p>" CHARS_24
               "m<p>x</section>",
               2, 4);
    /* half of the points go to the container around */
    check_best(*state,
               "<div><section><p>" CHARS_24 "m<p>x</section><section><p>" CHARS_24
               "m<p>x</section><section><p>" CHARS_24 "m<p>x</section></div><p>y",
               0, 6);
}

/* The innermost container with more than three fifths of the prose. */
static void prose_that_dominates(void **state) {
    ARM((struct arena *)*state);
    struct measured m =
        measure(*state, "<div><p>" TEN "<p>" TEN "<p>" TEN "</div><p>" TEN "<p>" TEN);
    ASSERT_FEATURE(m, 0, dominant_climb, 2); /* three fifths: the page */
    ASSERT_FEATURE(m, 4, dominant_inside, 1);
    m = measure(*state, "<div><p>" TEN "<p>" TEN "<p>" TEN "<p>" TEN "</div><p>" TEN "<p>" TEN);
    ASSERT_FEATURE(m, 0, dominant_climb, 1);
    ASSERT_FEATURE(m, 4, dominant_inside, 0);
}

/* Means over 3, 8 and 20 blocks on each side, computed one by one. */
static void means_around(void **state) {
    enum { N = 60 };
    static const struct {
        enum neighborhood measure;
        int reach;
    } MEANS[] = {{NEIGHBORHOOD_mean3, 3}, {NEIGHBORHOOD_mean8, 8}, {NEIGHBORHOOD_mean20, 20}};
    float scores[N];
    ARM((struct arena *)*state);
    for (int i = 0; i < N; i++)
        scores[i] = (float)(i * i % 17) / 20;
    struct measured m = measure(*state, many(*state, "", "<p>x", N));
    const float *rows = neighborhood_measure(&m.page, &m.containers, m.rows, scores);
    for (int i = 0; i < N; i++) {
        const float *row = rows + i * NEIGHBORHOOD_N;
        for (size_t k = 0; k < N_OF(MEANS); k++) {
            double sum = 0, n = 0;
            for (int j = i - MEANS[k].reach; j <= i + MEANS[k].reach; j++) {
                sum += j >= 0 && j < N ? (double)scores[j] : 0;
                n += j >= 0 && j < N;
            }
            assert_near((double)row[MEANS[k].measure], sum / n);
        }
        for (int k = 1; k <= 4; k++) {
            assert_near((double)row[NEIGHBORHOOD_prev1 + 1 - k],
                        i >= k ? (double)scores[i - k] : -1);
            assert_near((double)row[NEIGHBORHOOD_next1 - 1 + k],
                        i + k < N ? (double)scores[i + k] : -1);
        }
    }
}

/* A score of 0.5 is likely, less is not. */
static void likely_blocks(void **state) {
    ARM((struct arena *)*state);
    struct measured m = measure(*state, "<p>a b c<p>d");
    const float *rows =
        neighborhood_measure(&m.page, &m.containers, m.rows, (float[]){0.5f, 0.49f});
    assert_near((double)rows[NEIGHBORHOOD_path_likely], 0.75);
}

/* The best expected F1 of n blocks with different scores, computed slowly. */
static double best_f1_of(const struct block *blocks, const float *scores, size_t n) {
    double mass = 0, best = 0;
    for (size_t i = 0; i < n; i++)
        mass += (double)scores[i] * blocks[i].counts.n_words;
    for (size_t cut = 0; cut < n; cut++) { /* all blocks that score no less than this one */
        double hit = 0, taken = 0;
        for (size_t i = 0; i < n; i++)
            if (scores[i] >= scores[cut]) {
                hit += (double)scores[i] * blocks[i].counts.n_words;
                taken += blocks[i].counts.n_words;
            }
        best = fmax(best, taken + mass > 0 ? 2 * hit / (taken + mass) : 0);
    }
    return best;
}

static void expected_f1_of_many(void **state) {
    enum { MOST = 40, PRIME = 41 };
    ARM((struct arena *)*state);
    for (size_t n = 1; n <= MOST; n++) {
        struct block blocks[MOST] = {0};
        float scores[MOST];
        for (size_t i = 0; i < n; i++) {
            blocks[i].counts.n_words = (uint32_t)(i * i * 5 + n) % 32;
            scores[i] = (float)((i * 29 + n) % PRIME) / PRIME;
        }
        struct block_page page = {.arena = *state, .blocks = blocks, .n_blocks = n};
        assert_near((double)expected_f1_best(&page, scores).f1, best_f1_of(blocks, scores, n));
    }
}

/* Case is ignored from A to Z; a letter between two ideographs separates them. */
static void vocabulary(void **state) {
    static const struct {
        const char *first, *second;
        uint32_t n_words, n_main; /* of the second */
    } CASES[] = {
        {"APPLE ZEBRA", "apple zebra", 2, 2},
        {"apple zebra", "ZEBRA", 1, 1},
        {"harbour", "harbours", 1, 0},
        {"harbour", "harbour harbour", 2, 2},
        {"four five", "four", 0, 0},
        {"\xE5\x9C\xB0\xE9\x9C\x87", "\xE5\x9C\xB0\xE9\x9C\x87", 1, 1},
        {"\xE5\x9C\xB0\xE9\x9C\x87", "\xE9\x9C\x87\xE5\x9C\xB0", 1, 0},
        {"\xE5\x9C\xB0\xE9\x9C\x87",
         "\xE5\x9C\xB0"
         "a\xE9\x9C\x87",
         0, 0},
        {"\xE5\x9C\xB0\xE9\x9C\x87", "\xE5\x9C\xB0 \xE9\x9C\x87", 0, 0},
        {"\xE5\x9C\xB0\xE9\x9C\x87", "harbour\xE5\x9C\xB0\xE9\x9C\x87", 2, 1},
        {"harbour", "\xE5\x9C\xB0harbour", 1, 1},
        {"harbour", "", 0, 0},
    };
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(CASES); i++) {
        struct block blocks[] = {{.text = str_of(CASES[i].first)},
                                 {.text = str_of(CASES[i].second)}};
        struct block_page page = {.arena = *state, .blocks = blocks, .n_blocks = 2};
        const struct shared_vocabulary *shared =
            shared_vocabulary_measure(&page, (float[]){0.7f, 0.69f}, 0.7f);
        if (shared[1].n_words != CASES[i].n_words || shared[1].n_main != CASES[i].n_main ||
            shared[1].n_beside != 0)
            fail_msg("%s, %s: %u, %u", CASES[i].first, CASES[i].second, shared[1].n_words,
                     shared[1].n_main);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(characters_at_the_ends),
        ARENA_TEST(text_that_was_seen_before),
        ARENA_TEST(many_signs),
        ARENA_TEST(bold_text),
        ARENA_TEST(far_prose),
        ARENA_TEST(links_in_headings),
        ARENA_TEST(headlines),
        ARENA_TEST(long_titles),
        ARENA_TEST(descriptions),
        ARENA_TEST(words_of_long_blocks),
        ARENA_TEST(names_of_elements_with_many),
        ARENA_TEST(far_parts),
        ARENA_TEST(points_of_containers),
        ARENA_TEST(prose_that_dominates),
        ARENA_TEST(means_around),
        ARENA_TEST(likely_blocks),
        ARENA_TEST(expected_f1_of_many),
        ARENA_TEST(vocabulary),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
