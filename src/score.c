/*
 * The two stages of scoring.
 */
#include "score.h"

#include "context.h"
#include "feature.h"

static float *run(struct arena *arena, const struct model_forest *forest, const float *rows,
                  size_t n) {
    float *out = arena_alloc(arena, (n + 1) * sizeof *out);
    model_run(forest, rows, n, out);
    return out;
}

static bool is_dense(const struct block *block) {
    return block->counts.n_words >= 10 && block_link_density(block) < 0.33;
}

/* Hand-set density rules, after Kohlschuetter et al. (2010), for a build without a model. */
static void score_by_density(const struct block_page *page, struct score *out) {
    out->block = out->final = arena_alloc_zero(page->arena, page->n_blocks, sizeof(float));
    boxes_build(page, &out->boxes);
    for (size_t i = 0; i < page->n_blocks; i++) {
        const struct block *b = &page->blocks[i];
        bool near = (i > 0 && is_dense(&page->blocks[i - 1])) ||
                    (i + 1 < page->n_blocks && is_dense(&page->blocks[i + 1]));
        float s = is_dense(b) ? (b->counts.n_words >= 20 ? 0.9f : 0.7f)
                  : near && block_link_density(b) < 0.33 && !(b->flags & BLOCK_HIDDEN) ? 0.4f
                                                                                       : 0.1f;
        out->block[i] = b->flags & BLOCK_HIDDEN ? s * 0.3f : s;
    }
}

void score_blocks(const struct block_page *page, const struct model *model, struct score *out) {
    size_t n = page->n_blocks;
    out->model = model;
    if (model->block.n_trees == 0) {
        score_by_density(page, out);
        return;
    }
    boxes_build(page, &out->boxes);
    out->features = feature_measure(page, &out->boxes, model);
    out->block = run(page->arena, &model->block, out->features, n);
    out->contexts = context_measure(page, &out->boxes, out->features, out->block);
    out->final = run(page->arena, &model->context, out->contexts, n);
}
