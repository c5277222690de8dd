/*
 * Runs the two stages on the lines of a dump; see dump_lines.h.
 */
#include "metadata/dump_lines.h"

#include <math.h>

#include "metadata/dump_context.h"
#include "metadata/dump_features.h"
#include "score/forest.h"

#include "generated/model_dump_lines.inc"

/* Converts the log odds of one role to likelihoods, over all lines together. For byline and
 * dateline, "no line has it" is one more alternative, with odds 1. */
static void to_likelihoods(const int32_t *sums, size_t n, const struct forest *forest,
                           enum dump_role role, float (*out)[DUMP_N_ROLES]) {
    double most = role == DUMP_HEADLINE ? -HUGE_VAL : 0, all = 0;
    for (size_t i = 0; i < n; i++)
        most = fmax(most, (double)sums[i] / (double)forest->scale);
    if (role != DUMP_HEADLINE)
        all = exp(-most);
    for (size_t i = 0; i < n; i++)
        all += exp((double)sums[i] / (double)forest->scale - most);
    for (size_t i = 0; i < n; i++)
        out[i][role] = (float)(exp((double)sums[i] / (double)forest->scale - most) / all);
}

static void run(struct arena *arena, const struct forest *forests, const float *rows, size_t n,
                float (*out)[DUMP_N_ROLES]) {
    int32_t *sums = arena_alloc(arena, (n + 1) * sizeof *sums);
    for (int role = 0; role < DUMP_N_ROLES; role++) {
        forest_best_sum()(arena, &forests[role], rows, n, sums);
        to_likelihoods(sums, n, &forests[role], (enum dump_role)role, out);
    }
}

void dump_lines_read(const struct gathering *g, struct dump_lines *out) {
    struct dump_measures measures;
    *out = (struct dump_lines){.n = 0};
    dump_features_measure(g, &measures);
    if (measures.n == 0)
        return;
    float(*first)[DUMP_N_ROLES] = arena_alloc(g->arena, measures.n * sizeof *first);
    float(*second)[DUMP_N_ROLES] = arena_alloc(g->arena, measures.n * sizeof *second);
    run(g->arena, DUMP_LINES_FIRST, measures.rows, measures.n, first);
    const float *context =
        dump_context_of(g->arena, &measures, (const float(*)[DUMP_N_ROLES])first);
    run(g->arena, DUMP_LINES_SECOND, context, measures.n, second);
    out->blocks = measures.blocks;
    out->n = measures.n;
    out->likely = (const float(*)[DUMP_N_ROLES])second;
}

float dump_lines_likely(const struct dump_lines *lines, uint32_t block, enum dump_role role) {
    size_t low = 0, high = lines->n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (lines->blocks[middle] < block)
            low = middle + 1;
        else
            high = middle;
    }
    return low < lines->n && lines->blocks[low] == block ? lines->likely[low][role] : 0;
}

uint32_t dump_lines_best(const struct dump_lines *lines, enum dump_role role) {
    size_t best = 0;
    for (size_t i = 1; i < lines->n; i++)
        if (lines->likely[i][role] > lines->likely[best][role])
            best = i;
    return lines->n ? lines->blocks[best] : NOWHERE;
}
