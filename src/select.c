/*
 * Scores into the choice of the body: the threshold that promises the highest F1, then the few
 * exact rules for what a score cannot know.
 */
#include "select.h"

#include <stdlib.h>

/* A block in the order of its score. */
struct ranked {
    float score;
    float weight; /* words */
};

static int by_score_down(const void *a, const void *b) {
    float x = ((const struct ranked *)a)->score, y = ((const struct ranked *)b)->score;
    return (x < y) - (x > y);
}

/*
 * The highest expected F1 of any choice of blocks: the best k of them, for k from 0 to n, has
 * F1(k) = 2 sum_k(w p) / (sum_k(w) + sum_all(w p)), by words w and likelihoods p (Ye et al. 2012,
 * with the expectation of the quotient taken as the quotient of the expectations).
 */
static double best_expected_f1(const struct block_page *page, const float *score) {
    size_t n = page->n_blocks;
    struct ranked *ranked = arena_alloc(page->arena, n * sizeof *ranked);
    double all = 0, hit = 0, taken = 0, best = 0;
    for (size_t i = 0; i < n; i++) {
        ranked[i] = (struct ranked){score[i], (float)page->blocks[i].counts.n_words};
        all += (double)score[i] * page->blocks[i].counts.n_words;
    }
    qsort(ranked, n, sizeof *ranked, by_score_down);
    for (size_t i = 0; i < n; i++) {
        hit += (double)ranked[i].score * (double)ranked[i].weight;
        taken += (double)ranked[i].weight;
        if (taken + all > 0 && 2 * hit / (taken + all) > best)
            best = 2 * hit / (taken + all);
    }
    return best;
}

static double clamp(double x, double low, double high) {
    return x < low ? low : x > high ? high : x;
}

/* Half the best F1 is the optimal threshold (Lipton et al. 2014); the bounds keep a page of
 * uncertain blocks from keeping all and one of certain blocks from losing its doubtful ones. */
static double threshold(double best_f1, double precision_bias) {
    double t = clamp(best_f1 / 2, 0.30, 0.55);
    return precision_bias >= 0 ? t + precision_bias * (1 - t) : t + precision_bias * t;
}

static const char *role_rule(uint8_t role) {
    switch (role) {
    case METADATA_HEADLINE:
        return "headline";
    case METADATA_BYLINE:
        return "byline";
    case METADATA_DATELINE:
        return "dateline";
    default:
        return NULL;
    }
}

/* Metadata leaves the body, and the standfirst stays. */
static void apply_roles(const struct block_page *page, const struct metadata *metadata,
                        struct selection *out) {
    for (size_t i = 0; metadata->roles && i < page->n_blocks; i++) {
        uint8_t role = metadata->roles[i];
        if (role == METADATA_NONE)
            continue;
        bool keep = role == METADATA_STANDFIRST;
        if (out->kept[i] != keep)
            out->rule[i] = keep ? "standfirst" : role_rule(role);
        out->kept[i] = keep;
    }
}

void select_blocks(const struct block_page *page, const struct score *score,
                   const struct metadata *metadata, double precision_bias, struct selection *out) {
    out->kept = arena_alloc_zero(page->arena, page->n_blocks, sizeof *out->kept);
    out->rule = arena_alloc_zero(page->arena, page->n_blocks, sizeof *out->rule);
    double best = best_expected_f1(page, score->final);
    double least = threshold(best, precision_bias);
    for (size_t i = 0; i < page->n_blocks; i++)
        out->kept[i] = (double)score->final[i] >= least;
    apply_roles(page, metadata, out);
    out->confidence = best;
}
