/*
 * From scores to the choice of the body: threshold, bias, confidence, and the roles of metadata.
 */
#include "chosen_page.h"

static const struct metadata NO_METADATA = {.lead_block = SIZE_MAX};
static const struct metadata AN_ARTICLE = {.fields[PITH_TYPE].text = STR_INIT("article"),
                                           .lead_block = SIZE_MAX};

/* Four blocks of ten words. */
#define TEN " one two three four five six seven eight nine"
static const char FOUR[] = "<p>A" TEN "<p>B" TEN "<p>C" TEN "<p>D" TEN;

/* Asserts the first letters of the kept blocks. */
static void assert_kept_of(const struct block_page *page, const struct metadata *metadata,
                           const float *scores, double bias, const char *want) {
    struct selection selection = choose(page, scores, metadata, bias);
    char got[5] = "";
    size_t n = 0;
    for (size_t i = 0; i < page->n_blocks; i++)
        if (selection.kept[i])
            got[n++] = selection.text[i].at[0];
    assert_string_equal(got, want);
    assert_str(rules_of(page, &selection), STR("-|-|-|-"));
}

static void assert_kept(struct arena *arena, const float *scores, double bias, const char *want) {
    struct block_page page = cut_html(arena, FOUR);
    assert_kept_of(&page, &AN_ARTICLE, scores, bias, want);
}

/* 18 / 29.6, 28 / 39.6, 37.2 / 49.6 = 0.75, 39.2 / 59.6: the threshold is 0.375. */
static const float SCORES[] = {0.9f, 0.1f, 0.5f, 0.46f};

static void half_the_best_f1_is_the_threshold(void **state) {
    ARM((struct arena *)*state);
    assert_kept(*state, SCORES, 0, "ACD");
    assert_kept(*state, (float[]){0.9f, 0.1f, 0.5f, 0.36f}, 0, "AC");
}

static void bias_moves_the_threshold(void **state) {
    ARM((struct arena *)*state);
    assert_kept(*state, SCORES, 0.15, "AC"); /* 0.469 */
    assert_kept(*state, SCORES, 0.5, "A");   /* 0.688 */
    assert_kept(*state, SCORES, 1, "");      /* 1: no block is so certain */
    assert_kept(*state, (float[]){1, 0, 0.9f, 1}, 1, "AD");
    assert_kept(*state, SCORES, -0.75, "ABCD"); /* 0.094 */
    assert_kept(*state, SCORES, -1, "ABCD");
    assert_kept(*state, (float[]){0.9f, 0.2f, 0.5f, 0.46f}, -0.5, "ABCD"); /* 0.184 */
    assert_kept(*state, (float[]){0.9f, 0.2f, 0.5f, 0.46f}, -0.4, "ACD");  /* 0.221 */
}

/* 6.4 / 16, 12 / 26 = 0.46: half of it would keep the doubtful blocks. */
static void doubtful_pages_keep_little(void **state) {
    ARM((struct arena *)*state);
    assert_kept(*state, (float[]){0.32f, 0, 0.28f, 0}, 0, "A");
    assert_kept(*state, (float[]){0.05f, 0.05f, 0.05f, 0.05f}, 0, "");
}

/* Expected to reach 37.2 / 51.8 = 0.718. */
static const float GRADED[] = {0.9f, 0.58f, 0.38f, 0.32f};

#define HUNDRED TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN

#define NINETY_NINE TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN
#define HALF_OF_IT TEN TEN TEN TEN TEN TEN " "

static void a_lone_text_is_the_body(void **state) {
    static const struct {
        const char *html, *want;
    } pages[] = {{"<pre>A" HUNDRED "</pre>", "lone-text"},
                 {"<pre>A" HUNDRED "</pre><p>B", "lone-text|-"},
                 {"<p>B<pre>A" HUNDRED "</pre>", "-|lone-text"},
                 {"<pre>A" HUNDRED "</pre><p>B" TEN TEN, "-|-"}, /* 85 % */
                 {"<pre>A" TEN TEN TEN "</pre>", "-"}, /* it may be the text of an error */
                 {"<p><a href=/>A" HUNDRED "</a>", "-"},
                 /* 100 words are enough, 99 are not; nine in ten words, and one less */
                 {"<pre>A" NINETY_NINE "</pre>", "lone-text"},
                 {"<pre>" NINETY_NINE "</pre>", "-"},
                 {"<pre>A" NINETY_NINE " more more</pre><p>one two three four five six seven eight "
                  "nine ten eleven",
                  "lone-text|-"},
                 {"<pre>A" NINETY_NINE " more</pre><p>one two three four five six seven eight "
                  "nine ten eleven twelve",
                  "-|-"},
                 /* half of its letters in links, and more than half of them */
                 {"<pre>" HALF_OF_IT "<a href=/>" HALF_OF_IT "</a></pre>", "lone-text"},
                 {"<pre>" HALF_OF_IT "<a href=/>" HALF_OF_IT "x</a></pre>", "-"}};
    static const float low[] = {0.1f, 0.1f};
    ARM((struct arena *)*state);
    for (size_t i = 0; i < N_OF(pages); i++) {
        struct block_page page = cut_html(*state, pages[i].html);
        struct selection selection = choose(&page, low, &AN_ARTICLE, 0);
        assert_str(rules_of(&page, &selection), str_of(pages[i].want));
        assert_int_equal(selection.kept[0], pages[i].want[0] == 'l');
    }
}

static void the_kind_of_page_sets_the_threshold(void **state) {
    static const struct {
        const char *type, *want;
        bool is_news;
    } kinds[] = {{"article", "ABC", false},    {"article", "A", true},
                 {"forum", "ABC", false},      {"documentation", "ABCD", false},
                 {"documentation", "A", true}, {"", "ABCD", false}};
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, FOUR);
    for (size_t i = 0; i < N_OF(kinds); i++) {
        struct metadata metadata = NO_METADATA;
        metadata.fields[PITH_TYPE].text = (struct str){kinds[i].type, strlen(kinds[i].type)};
        metadata.is_news = kinds[i].is_news;
        assert_kept_of(&page, &metadata, GRADED, 0, kinds[i].want);
    }
}

static void the_date_of_a_dump_sets_the_threshold(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_dump(*state, "A" TEN "\nB" TEN "\nC" TEN "\nD" TEN);
    struct metadata metadata = NO_METADATA;
    assert_kept_of(&page, &metadata, GRADED, 0, "ABCD");
    metadata.fields[PITH_DATE].text = STR("2024-05-03");
    assert_kept_of(&page, &metadata, GRADED, 0, "AB");
}

static double confidence_of(struct arena *arena, const float *scores,
                            const float calibration[MODEL_N_CALIBRATION]) {
    struct model model = {0};
    memcpy(model.calibration, calibration, sizeof model.calibration);
    struct block_page page = cut_html(arena, FOUR);
    struct score score = {.model = &model, .final = (float[]){0, 0, 0, 0}};
    struct selection selection;
    containers_build(&page, &score.containers);
    score.cues = cues_of(&page, &score.containers);
    memcpy(score.final, scores, 4 * sizeof *scores);
    select_blocks(&page, &score, &NO_METADATA, 0, &selection);
    return selection.confidence;
}

static void confidence_lies_between_two_knots(void **state) {
    static const float knots[MODEL_N_CALIBRATION] = {0.05f, 0.2f, 0.4f, 0.5f,  0.5f, 0.5f,
                                                     0.6f,  0.8f, 0.9f, 0.95f, 0.98f};
    ARM((struct arena *)*state);
    assert_near(confidence_of(*state, SCORES, knots), 0.85); /* of 0.75 */
    assert_near(confidence_of(*state, (float[]){1, 1, 0, 0}, knots), 0.98);
    assert_near(confidence_of(*state, (float[]){0, 0, 0, 0}, knots), 0.05);
    assert_near(confidence_of(*state, (float[]){0.32f, 0, 0.28f, 0}, knots), 0.5);
}

static void an_empty_page_has_no_choice(void **state) {
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, "");
    struct selection selection = choose(&page, NULL, &NO_METADATA, 0);
    assert_near(selection.confidence, 0);
}

static void metadata_is_removed_from_the_body(void **state) {
    static uint8_t roles[] = {METADATA_HEADLINE, METADATA_STANDFIRST, METADATA_BYLINE,
                              METADATA_DATELINE, METADATA_NONE,       METADATA_HEADLINE};
    static const struct metadata metadata = {.roles = roles, .lead_block = SIZE_MAX};
    static const float scores[] = {0.9f, 0.1f, 0.9f, 0.9f, 0.9f, 0.1f};
    ARM((struct arena *)*state);
    struct block_page page =
        cut_html(*state, "<h1>The head</h1><p>The standfirst<p>By Mira<p>Oban, "
                         "May 3<p>The boat is back<p>The foot");
    struct selection selection = choose(&page, scores, &metadata, 0);
    assert_str(kept_text(&page, &selection), STR("The standfirst|The boat is back"));
    assert_str(rules_of(&page, &selection), STR("headline|standfirst|byline|dateline|-|-"));
}

/* A long block says more than who wrote the page. */
static void long_blocks_have_no_role(void **state) {
    static uint8_t roles[] = {METADATA_BYLINE, METADATA_BYLINE};
    static const struct metadata metadata = {.roles = roles, .lead_block = SIZE_MAX};
    ARM((struct arena *)*state);
#define SIXTY "A" TEN " A" TEN " A" TEN " A" TEN " A" TEN " A" TEN
    struct block_page page = cut_html(*state, "<p>" SIXTY "<p>" SIXTY " more");
    struct selection selection = choose(&page, NULL, &metadata, 0);
    assert_str(rules_of(&page, &selection), STR("byline|-"));
    assert_false(selection.kept[0]);
    assert_true(selection.kept[1]);
}

static void a_dateline_is_cut_off(void **state) {
    static uint8_t roles[] = {METADATA_NONE, METADATA_NONE};
    static const struct metadata metadata = {.roles = roles, .lead_block = 1, .lead_len = 7};
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, "<p>The boat<p>OBAN - The boat is back");
    struct selection selection = choose(&page, NULL, &metadata, 0);
    assert_str(kept_text(&page, &selection), STR("The boat|The boat is back"));
}

/* Declared news keep blocks from .6 on, other pages from .3 on; a page with prose is not empty. */
static void prose_that_comes_near_is_better_than_nothing(void **state) {
    static const char html[] = "<p>The boat is back at the pier after a winter in the yard."
                               "<p>Menu<p>It is to run from Monday on, six times a day, the town "
                               "says.";
    static const struct metadata news = {.is_news = true, .lead_block = SIZE_MAX};
    struct arena *arena = *state;
    ARM(arena);
    struct block_page page = cut_html(arena, html);
    struct selection selection = choose(&page, (float[]){0.5f, 0.5f, 0.25f}, &news, 0);
    assert_str(rules_of(&page, &selection), STR("only-prose|-|-"));
    selection = choose(&page, (float[]){0.5f, 0.5f, 0.7f}, &news, 0); /* something is kept */
    assert_str(rules_of(&page, &selection), STR("-|-|-"));
    selection = choose(&page, (float[]){0.5f, 0.5f, 0.25f}, &news, 0.9); /* as requested */
    assert_str(rules_of(&page, &selection), STR("-|-|-"));
}

/* Not what a rule dropped, or what a reader would not call a sentence. */
static void only_prose_comes_near(void **state) {
    static const char html[] = "<p>The boat is back at the pier after a winter in the yard."
                               "<p>Sign up for our newsletter, in which we tell all about the boat."
                               "<p>The boat is back at the old pier after"
                               "<p>The boat is back at the pier after her winter in the old yard.";
    static const struct metadata news = {.is_news = true, .lead_block = SIZE_MAX};
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, html);
    struct selection selection = choose(&page, (float[]){0.3f, 0.6f, 0.5f, 0.29f}, &news, 0);
    assert_str(rules_of(&page, &selection), STR("only-prose|prompt|-|-"));
    assert_str(kept_text(&page, &selection), page.blocks[0].text);
    selection = choose(&page, (float[]){0.16f, 0.1f, 0.1f, 0.14f}, &news, -0.5);
    assert_str(rules_of(&page, &selection), STR("only-prose|-|-|-"));
}

static void a_sentence_is_not_a_byline(void **state) {
    static const char html[] =
        "<p>By Anna Quill's account, the boat had left the pier long before the bell was rung."
        "<p>By Anna Quill<p>The boat is back.";
    static uint8_t roles[] = {METADATA_BYLINE, METADATA_BYLINE, METADATA_NONE};
    static const struct metadata metadata = {.roles = roles, .lead_block = SIZE_MAX};
    struct arena *arena = *state;
    ARM(arena);
    struct block_page page = cut_html(arena, html);
    struct selection selection = choose(&page, (float[]){0.97f, 0.97f, 0.97f}, &metadata, 0);
    assert_str(rules_of(&page, &selection), STR("-|byline|-"));
    selection = choose(&page, (float[]){0.7f, 0.7f, 0.97f}, &metadata, 0);
    assert_str(rules_of(&page, &selection), STR("byline|byline|-"));
}

/* A line of more than 12 words with a score above .9 is a sentence; a standfirst or headline may be
 * one. */
static void bounds_of_bylines(void **state) {
#define TWELVE "one two three four five six seven eight nine ten eleven twelve"
    static uint8_t roles[] = {METADATA_BYLINE,  METADATA_DATELINE,   METADATA_BYLINE,
                              METADATA_BYLINE,  METADATA_STANDFIRST, METADATA_HEADLINE,
                              METADATA_DATELINE};
    static const float scores[] = {1, 1, 0.9f, 1, 0.1f, 1, 1};
    static const struct metadata metadata = {.roles = roles, .lead_block = SIZE_MAX};
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, "<p>a " TWELVE "<p>b " TWELVE "<p>c " TWELVE
                                              "<p>" TWELVE "<p>d " TWELVE "<p>e " TWELVE "<p>f");
    struct selection selection = choose(&page, scores, &metadata, 0);
    assert_str(rules_of(&page, &selection), STR("-|-|byline|byline|standfirst|headline|dateline"));
}

/* Three dates below each other are data; two may be those of the page, and dates side by side too.
 */
static void columns_of_dates(void **state) {
    static uint8_t roles[] = {METADATA_DATELINE, METADATA_DATELINE, METADATA_DATELINE};
    static const float scores[] = {1, 1, 1};
    static const struct metadata metadata = {.roles = roles, .lead_block = SIZE_MAX};
    static const struct {
        const char *html, *rules;
    } CASES[] = {
        {"<table><tr><td>1 May<tr><td>2 May<tr><td>3 May</table>", "-|-|-"},
        {"<table><tr><td>1 May<tr><td>2 May</table><p>3 May", "dateline|dateline|dateline"},
        {"<table><tr><td>1 May<td>2 May<td>3 May</table>", "dateline|dateline|dateline"},
        {"<ul><li>1 May<li>2 May<li>3 May</ul>", "dateline|dateline|dateline"},
    };
    for (volatile size_t i = 0; i < N_OF(CASES); i++) {
        ARM((struct arena *)*state);
        struct block_page page = cut_html(*state, CASES[i].html);
        struct selection selection = choose(&page, scores, &metadata, 0);
        assert_str(rules_of(&page, &selection), str_of(CASES[i].rules));
    }
}

/* Three headings with dates divide a log into its entries. */
static void headings_of_logs(void **state) {
#define BOAT "<p>The boat is back."
    static uint8_t roles[] = {METADATA_DATELINE, METADATA_NONE, METADATA_DATELINE,
                              METADATA_NONE,     METADATA_NONE, METADATA_NONE};
    static const struct metadata metadata = {.roles = roles, .lead_block = SIZE_MAX};
    static const struct {
        const char *html, *rules;
    } CASES[] = {
        {"<h3>1 May 2024, refit</h3>" BOAT "<h3>2 May 2024</h3>" BOAT "<h3>3 May 2024</h3>" BOAT,
         "-|-|-|-|-|-"},
        {"<h3>1 May 2024, refit</h3>" BOAT "<h3>2 May 2024</h3>" BOAT "<h3>Launch</h3>" BOAT,
         "dateline|-|dateline|-|-|-"},
        {"<h3>1 May 2024</h3>" BOAT "<h2>2 May 2024</h2>" BOAT "<h3>3 May 2024</h3>" BOAT,
         "dateline|-|dateline|-|-|-"},
        {"<h3 class=a>1 May 2024</h3>" BOAT "<h3 class=b>2 May 2024</h3>" BOAT
         "<h3 class=c>3 May 2024</h3>" BOAT,
         "dateline|-|dateline|-|-|-"},
        {"<h1>1 May 2024</h1>" BOAT "<h1>2 May 2024</h1>" BOAT "<h1>3 May 2024</h1>" BOAT,
         "dateline|-|dateline|-|-|-"},
        {"<p>1 May 2024" BOAT "<p>2 May 2024" BOAT "<p>3 May 2024" BOAT,
         "dateline|-|dateline|-|-|-"},
    };
    for (volatile size_t i = 0; i < N_OF(CASES); i++) {
        ARM((struct arena *)*state);
        struct block_page page = cut_html(*state, CASES[i].html);
        struct selection selection = choose(&page, NULL, &metadata, 0);
        assert_str(rules_of(&page, &selection), str_of(CASES[i].rules));
    }
}

/* The score alone drops the byline; no rule keeps it then. */
static void a_byline_is_no_loose_text(void **state) {
    static uint8_t roles[] = {METADATA_BYLINE, METADATA_NONE};
    static const struct metadata with_byline = {.roles = roles, .lead_block = SIZE_MAX};
    static const struct metadata without = {.lead_block = SIZE_MAX};
    static const float scores[] = {0.21f, 1};
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, "<div>By Anna Quill, Harbour News<p>It runs.</div>");
    struct selection selection = choose(&page, scores, &with_byline, 0);
    assert_str(kept_text(&page, &selection), STR("It runs."));
    selection = choose(&page, scores, &without, 0);
    assert_str(rules_of(&page, &selection), STR("loose text|-"));
}

static void a_lead_block_that_does_not_exist_is_ignored(void **state) {
    static uint8_t roles[] = {METADATA_NONE};
    static const struct metadata metadata = {.roles = roles, .lead_block = 1, .lead_len = 4};
    static const struct metadata without_roles = {.lead_block = 0, .lead_len = 4};
    ARM((struct arena *)*state);
    struct block_page page = cut_html(*state, "<p>The boat");
    struct selection selection = choose(&page, NULL, &metadata, 0);
    assert_str(kept_text(&page, &selection), STR("The boat"));
    selection = choose(&page, NULL, &without_roles, 0);
    assert_str(kept_text(&page, &selection), STR("The boat"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(prose_that_comes_near_is_better_than_nothing),
        ARENA_TEST(only_prose_comes_near),
        ARENA_TEST(a_sentence_is_not_a_byline),
        ARENA_TEST(bounds_of_bylines),
        ARENA_TEST(a_byline_is_no_loose_text),
        ARENA_TEST(a_lead_block_that_does_not_exist_is_ignored),
        ARENA_TEST(half_the_best_f1_is_the_threshold),
        ARENA_TEST(bias_moves_the_threshold),
        ARENA_TEST(doubtful_pages_keep_little),
        ARENA_TEST(a_lone_text_is_the_body),
        ARENA_TEST(the_kind_of_page_sets_the_threshold),
        ARENA_TEST(the_date_of_a_dump_sets_the_threshold),
        ARENA_TEST(confidence_lies_between_two_knots),
        ARENA_TEST(an_empty_page_has_no_choice),
        ARENA_TEST(metadata_is_removed_from_the_body),
        ARENA_TEST(long_blocks_have_no_role),
        ARENA_TEST(columns_of_dates),
        ARENA_TEST(headings_of_logs),
        ARENA_TEST(a_dateline_is_cut_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
