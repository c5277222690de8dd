/*
 * The best expected F1 of the k best blocks, over all k.
 */
#include "score/expected_f1.h"

#include <string.h>

/* A block as one number, so that comparing is one instruction: the bits of its score above those of
 * its number of words. (Floats that are not negative sort like their bits.) */
static uint64_t rank_of(float score, float n_words) {
    uint32_t high, low;
    memcpy(&high, &score, sizeof high);
    memcpy(&low, &n_words, sizeof low);
    return (uint64_t)high << 32 | low;
}

static float score_of(uint64_t rank) {
    uint32_t bits = (uint32_t)(rank >> 32);
    float score;
    memcpy(&score, &bits, sizeof score);
    return score;
}

static float words_of(uint64_t rank) {
    uint32_t bits = (uint32_t)rank;
    float n_words;
    memcpy(&n_words, &bits, sizeof n_words);
    return n_words;
}

/* Merges two adjacent ascending runs, from[0 .. middle-1] and from[middle .. n-1]. Without branches
 * on the values, which are unpredictable. */
static void merge(const uint64_t *from, size_t middle, size_t n, uint64_t *to) {
    const uint64_t *a = from, *a_end = from + middle, *b = a_end, *b_end = from + n;
    while (a < a_end && b < b_end) {
        bool is_b = *b < *a;
        *to++ = is_b ? *b : *a;
        a += !is_b;
        b += is_b;
    }
    while (a < a_end) /* seldom many, or few runs: a call would take longer */
        *to++ = *a++;
    while (b < b_end)
        *to++ = *b++;
}

/* Sorts in ascending order, bottom up; returns the array that holds the result. (With qsort, the
 * sorting took 3 % of the whole extraction.) */
static uint64_t *sort(uint64_t *ranks, uint64_t *spare, size_t n) {
    for (size_t width = 1; width < n; width *= 2) {
        for (size_t i = 0; i < n; i += 2 * width) {
            size_t len = n - i < 2 * width ? n - i : 2 * width;
            merge(ranks + i, len < width ? len : width, len, spare + i);
        }
        uint64_t *sorted = spare;
        spare = ranks;
        ranks = sorted;
    }
    return ranks;
}

struct expected_f1 expected_f1_best(const struct block_page *page, const float *score) {
    size_t n = page->n_blocks;
    uint64_t *ranks = arena_alloc(page->arena, 2 * n * sizeof *ranks);
    double mass = 0, hit = 0, taken = 0;
    for (size_t i = 0; i < n; i++) {
        ranks[i] = rank_of(score[i], (float)page->blocks[i].counts.n_words);
        mass += (double)score[i] * page->blocks[i].counts.n_words;
    }
    ranks = sort(ranks, ranks + n, n);
    struct expected_f1 best = {0, 1};
    for (size_t i = n; i-- > 0;) { /* among equal scores, the longest first */
        float each = score_of(ranks[i]), n_words = words_of(ranks[i]);
        hit += (double)each * (double)n_words;
        taken += (double)n_words;
        float f1 = taken + mass > 0 ? (float)(2 * hit / (taken + mass)) : 0.0f;
        if (f1 > best.f1)
            best = (struct expected_f1){f1, each};
    }
    return best;
}
