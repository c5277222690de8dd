/*
 * Why a block was kept or dropped: rows of explanation, with a hand-written forest.
 */
#include "cut_page.h"

#include "block_rows.h"
#include "score/feature.h"

/* Five trees of one node each. In the first four, the first of the two blocks of the page below
 * goes right and the other one left, so that the mean of each is 0; the last tree does not
 * distinguish them. */
enum { N_TREES = 5 };
static const enum feature ASKED[N_TREES] = {FEATURE_words, FEATURE_chars, FEATURE_stops,
                                            FEATURE_digit_share, FEATURE_repeats_all};
static const float CUTS[N_TREES] = {2, 5, 1, 0.1f, 1};
static const int16_t LEAVES[] = {-5000, 5000, 3037, -3037, -2000, 2000, -1500, 1500, 90, 90};

static const char PAGE[] = "<div class='post wide'><p>One two 3.</p></div><p>no</p>";

struct forest_memory {
    uint16_t first_cut[FEATURE_N + 1];
    uint16_t nodes[N_TREES];
};

static struct forest make_forest(struct forest_memory *memory) {
    *memory = (struct forest_memory){0};
    for (size_t t = 0; t < N_TREES; t++) {
        memory->nodes[t] = (uint16_t)(1 + t); /* features are in ascending order, and so are
                                                 their cuts */
        for (size_t f = (size_t)ASKED[t] + 1; f <= FEATURE_N; f++)
            memory->first_cut[f]++;
    }
    return (struct forest){
        CUTS, memory->first_cut, memory->nodes, LEAVES, FEATURE_N, N_TREES, 1, 1000, 0};
}

static struct article_parts explain(const struct block_page *page, const struct score *score) {
    struct selection selection = {
        .kept = arena_alloc_zero(page->arena, page->n_blocks + 1, 1),
        .rule = arena_alloc_zero(page->arena, page->n_blocks + 1, sizeof(char *))};
    struct article_parts parts = {0};
    if (page->n_blocks) {
        selection.kept[0] = 1;
        selection.rule[0] = "code";
    }
    struct metadata metadata = {.lead_block = SIZE_MAX};
    struct render_source source = {
        .page = page, .metadata = &metadata, .selection = &selection, .flags = PITH_EXPLAIN};
    selection.text = arena_alloc(page->arena, (page->n_blocks + 1) * sizeof *selection.text);
    for (size_t i = 0; i < page->n_blocks; i++)
        selection.text[i] = page->blocks[i].text;
    source.spans = arena_alloc_zero(page->arena, page->n_blocks + 1, sizeof *source.spans);
    source.spans[0].end = 1;
    struct body_tree body;
    body_tree_build(&source, &body);
    block_rows_build(&body, score, &parts);
    assert_int_equal(parts.n_blocks, page->n_blocks);
    return parts;
}

static struct article_parts explain_html(struct arena *arena, struct block_page *page,
                                         const char *html) {
    struct forest_memory *memory = arena_alloc(arena, sizeof *memory);
    struct model *model = arena_alloc_zero(arena, 1, sizeof *model);
    struct score score = {.model = model};
    *page = cut_html(arena, html);
    model->block = make_forest(memory);
    containers_build(page, &score.containers);
    score.block = arena_alloc(arena, (page->n_blocks + 1) * sizeof(float));
    score.final = arena_alloc(arena, (page->n_blocks + 1) * sizeof(float));
    for (size_t i = 0; i < page->n_blocks; i++) {
        score.block[i] = 0.25f;
        score.final[i] = 0.75f;
    }
    return explain(page, &score);
}

static void reasons_are_the_strongest_pulls(void **state) {
    ARM((struct arena *)*state);
    struct block_page page;
    struct article_parts parts = explain_html(*state, &page, PAGE);
    assert_int_equal(parts.n_blocks, 2);
    assert_string_equal(parts.blocks[0].reasons,
                        "words +5.00, chars -3.04, stops +2.00, digit_share +1.50");
    assert_string_equal(parts.blocks[1].reasons,
                        "words -5.00, chars +3.04, stops -2.00, digit_share -1.50");
}

/* A block equal to the page's mean has none. */
static void features_without_pull_are_not_reasons(void **state) {
    ARM((struct arena *)*state);
    struct block_page page;
    struct article_parts parts = explain_html(*state, &page, "<p>no");
    assert_string_equal(parts.blocks[0].reasons, "");
    explain_html(*state, &page, "");
}

static void rows_describe_what_was_judged(void **state) {
    ARM((struct arena *)*state);
    struct block_page page;
    struct article_parts parts = explain_html(*state, &page, PAGE);
    const struct pith_block *first = &parts.blocks[0], *second = &parts.blocks[1];
    assert_memory_equal(first->text, "One two 3.", 10); /* the article adds a NUL */
    assert_int_equal(first->text_len, 10);
    assert_string_equal(first->path, "body/div.post/p");
    assert_string_equal(second->path, "body/p");
    assert_near(first->score, 0.75);
    assert_near(first->score_block, 0.25);
    assert_near(first->text_density, 3);
    assert_near(first->link_density, 0);
    assert_true(first->kept);
    assert_string_equal(first->rule, "code");
    assert_false(second->kept);
    assert_null(second->rule);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ARENA_TEST(reasons_are_the_strongest_pulls),
        ARENA_TEST(features_without_pull_are_not_reasons),
        ARENA_TEST(rows_describe_what_was_judged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
