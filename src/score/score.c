/*
 * The two stages of scoring.
 */
#include "score/score.h"

#include "score/feature.h"
#include "score/neighborhood.h"

static float *run(struct arena *arena, const struct forest *forest, const float *rows, size_t n) {
    float *out = arena_alloc(arena, (n + 1) * sizeof *out);
    struct arena_mark mark = arena_mark(arena);
    model_run(arena, forest, rows, n, out);
    arena_release(arena, mark);
    return out;
}

void score_blocks(const struct block_page *page, const struct model *model, struct score *out) {
    size_t n = page->n_blocks;
    out->model = model;
    containers_build(page, &out->containers);
    out->features = feature_measure(page, &out->containers, model);
    out->block = run(page->arena, &model->block, out->features, n);
    out->neighborhoods = neighborhood_measure(page, &out->containers, out->features, out->block);
    out->final = run(page->arena, &model->neighborhood, out->neighborhoods, n);
}
