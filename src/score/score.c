/*
 * The two stages of scoring.
 */
#include "score/score.h"

#include "score/feature.h"
#include "score/neighborhood.h"

void score_take_cues(const float *features, size_t n, struct score_cues *out) {
    for (size_t i = 0; i < n; i++, features += FEATURE_N)
        out[i] = (struct score_cues){.phrase = (uint8_t)features[FEATURE_phrase],
                                     .has_credit = features[FEATURE_has_credit] > 0,
                                     .has_date = features[FEATURE_has_date] > 0};
}

void score_blocks(const struct block_page *page, const struct model *model, struct score *out) {
    struct arena *arena = page->arena;
    size_t n = page->n_blocks;
    out->model = model;
    containers_build(page, &out->containers);
    out->cues = arena_alloc(arena, (n + 1) * sizeof *out->cues);
    out->block = arena_alloc(arena, (n + 1) * sizeof *out->block);
    out->final = arena_alloc(arena, (n + 1) * sizeof *out->final);
    struct arena_mark mark = arena_mark(arena);
    const float *features = feature_measure(page, &out->containers, model);
    score_take_cues(features, n, out->cues);
    model_run(arena, &model->block, features, n, out->block);
    const float *rows = neighborhood_measure(page, &out->containers, features, out->block);
    model_run(arena, &model->neighborhood, rows, n, out->final);
    arena_release(arena, mark);
}
