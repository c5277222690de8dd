/*
 * Finds the few features that moved a block's score most.
 */
#include "explain.h"

#include <math.h>
#include <stdio.h>

#include "base/buffer.h"
#include "score/feature.h"

/* Appends "+1.25" or "-0.08", whatever the locale. */
static void append_pull(struct buffer *out, float pull) {
    char digits[16];
    int hundredths = (int)(pull < 0 ? -pull * 100 + 0.5f : pull * 100 + 0.5f);
    int n = snprintf(digits, sizeof digits, "%c%d.%02d", pull < 0 ? '-' : '+', hundredths / 100,
                     hundredths % 100);
    buffer_append(out, (struct str){digits, (size_t)n});
}

static size_t strongest(const float *pull) {
    size_t best = 0;
    for (size_t f = 1; f < FEATURE_N; f++)
        if (fabsf(pull[f]) > fabsf(pull[best]))
            best = f;
    return best;
}

/* The most blocks that have reasons: the first of the page. Computing a block's reasons takes as
 * long as scoring 30 blocks (100 us), so more of them could make a page slow; of 2,219 real pages
 * the largest has 2,641 blocks. */
enum { MOST_BLOCKS = 5000 };

static size_t n_explained(const struct block_page *page) {
    return page->n_blocks < MOST_BLOCKS ? page->n_blocks : MOST_BLOCKS;
}

/* How much each feature of each of these blocks adds to its score. */
static float *measure_pulls(const struct block_page *page, const struct score *score) {
    size_t n = n_explained(page);
    float *pulls = arena_alloc(page->arena, (n + 1) * FEATURE_N * sizeof *pulls);
    struct arena_mark mark = arena_mark(page->arena);
    const float *features = feature_measure(page, &score->containers, score->model);
    model_pull(page->arena, &score->model->block, features, n, pulls);
    arena_release(page->arena, mark);
    return pulls;
}

/* "token_total +1.25, link_density -0.80": what moved the first stage's score most. */
static const char *reasons_of(const struct block_page *page, float *pull) {
    enum { REASONS = 4 };
    struct buffer out;
    buffer_init(&out, page->arena);
    for (int k = 0; k < REASONS; k++) {
        size_t f = strongest(pull);
        const char *name = feature_name((enum feature)f);
        if (pull[f] == 0)
            break;
        if (k)
            buffer_append(&out, STR(", "));
        buffer_append(&out, str_of(name));
        buffer_append_byte(&out, ' ');
        append_pull(&out, pull[f]);
        pull[f] = 0;
    }
    buffer_append_byte(&out, '\0');
    return out.data;
}

const char **explain_reasons(const struct block_page *page, const struct score *score) {
    float *pulls = measure_pulls(page, score);
    const char **reasons = arena_alloc(page->arena, (page->n_blocks + 1) * sizeof *reasons);
    for (size_t i = 0; i < page->n_blocks; i++)
        reasons[i] = i < n_explained(page) ? reasons_of(page, pulls + i * FEATURE_N) : "";
    return reasons;
}
