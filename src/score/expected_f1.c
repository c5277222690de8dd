/*
 * The best expected F1 of the k best blocks, over all k.
 */
#include "score/expected_f1.h"

#include <stdlib.h>

struct ranked {
    float score, n_words;
};

/* Highest score first and, among equal ones, the longest, so that every libc sorts alike. */
static int by_score_down(const void *a, const void *b) {
    const struct ranked *x = a, *y = b;
    if (x->score != y->score)
        return x->score < y->score ? 1 : -1;
    return (x->n_words < y->n_words) - (x->n_words > y->n_words);
}

struct expected_f1 expected_f1_best(const struct block_page *page, const float *score) {
    size_t n = page->n_blocks;
    struct ranked *ranked = arena_alloc(page->arena, n * sizeof *ranked);
    double mass = 0, hit = 0, taken = 0;
    for (size_t i = 0; i < n; i++) {
        ranked[i] = (struct ranked){score[i], (float)page->blocks[i].counts.n_words};
        mass += (double)score[i] * page->blocks[i].counts.n_words;
    }
    qsort(ranked, n, sizeof *ranked, by_score_down);
    struct expected_f1 best = {0, 1};
    for (size_t i = 0; i < n; i++) {
        hit += (double)ranked[i].score * (double)ranked[i].n_words;
        taken += (double)ranked[i].n_words;
        float f1 = taken + mass > 0 ? (float)(2 * hit / (taken + mass)) : 0.0f;
        if (f1 > best.f1)
            best = (struct expected_f1){f1, ranked[i].score};
    }
    return best;
}
