/*
 * Hand-set density rules, after Kohlschuetter et al. (2010), figure 4: a block is judged by the
 * text and link density of itself and its neighbours.
 */
#include "score.h"

static bool is_dense(const struct block *block) {
    return block->counts.n_words >= 10 && block_link_density(block) < 0.33;
}

void score_blocks(const struct block_page *page, struct score *out) {
    out->block = arena_alloc_zero(page->arena, page->n_blocks, sizeof(float));
    out->final = out->block;
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
