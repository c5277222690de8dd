/*
 * The scores of the compiled-in model are those that the trainer computed for the same pages.
 */
#include <math.h>
#include <stdio.h>

#include "ground.h"
#include "pith_context.h"
#include "score/score.h"

/* How far the program may differ from the trainer. */
static const double TOLERANCE = 1e-5;

struct golden {
    char page[256];
    unsigned block;
    double first, final;
};

static bool next_golden(FILE *from, struct golden *out) {
    return fscanf(from, "%255s %u %lf %lf", out->page, &out->block, &out->first, &out->final) == 4;
}

static char *read_page(const char *file, size_t *len) {
    FILE *in = fopen(file, "rb");
    assert_non_null(in);
    char *bytes = malloc(1 << 20);
    assert_non_null(bytes);
    *len = fread(bytes, 1, 1 << 20, in);
    fclose(in);
    return bytes;
}

static void score_page(struct arena *arena, const char *file, struct block_page *page,
                       struct score *score) {
    struct pith_options options = PITH_OPTIONS_INIT;
    options.input = PITH_INPUT_HTML;
    size_t len;
    char *bytes = read_page(file, &len);
    struct str copy = arena_copy(arena, (struct str){bytes, len});
    free(bytes);
    assert_int_equal(pith_parse(arena, &options, NULL, copy, page), PITH_OK);
    score_blocks(page, &MODEL_HTML, score);
}

static void scores_are_the_trainers(void **state) {
    struct arena *arena = *state;
    ARM(arena);
    FILE *from = fopen("tests/model_scores.tsv", "r");
    assert_non_null(from);
    struct golden golden;
    struct block_page page = {0};
    struct score score;
    char at[256] = "";
    unsigned n_pages = 0;
    while (next_golden(from, &golden)) {
        if (strcmp(at, golden.page) != 0) {
            arena_reset(arena, SIZE_MAX);
            strcpy(at, golden.page);
            score_page(arena, at, &page, &score);
            n_pages++;
        }
        assert_true(golden.block < page.n_blocks);
        assert_true(fabs((double)score.block[golden.block] - golden.first) < TOLERANCE);
        assert_true(fabs((double)score.final[golden.block] - golden.final) < TOLERANCE);
    }
    assert_true(n_pages >= 40); /* of 50: without those whose features changed after the training */
    fclose(from);
}

int main(void) {
    const struct CMUnitTest tests[] = {ARENA_TEST(scores_are_the_trainers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
