/*
 * Runs the forests on the lines of a dump, and chooses among the lines; see dump_lines.h.
 */
#include "metadata/dump/dump_lines.h"

#include "metadata/dump/dump_choice.h"
#include "metadata/dump/dump_features.h"
#include "score/forest.h"

#ifdef PITH_UNTRAINED_LINES /* in the trainer's tools */
static const struct forest DUMP_LINES[DUMP_N_ROLES] = {{.n_features = 0}};
static const struct dump_pairs DUMP_PAIRS = {.scale = {0}};
#else
#include "generated/model_dump_lines.inc"
#endif

void dump_lines_read(const struct gathering *g, struct dump_lines *out) {
    struct dump_measures measures;
    *out = (struct dump_lines){.n = 0};
    dump_features_measure(g, &measures);
    if (measures.n == 0 || DUMP_LINES[0].n_features == 0)
        return;
    int32_t *sums = arena_alloc(g->arena, measures.n * sizeof *sums);
    float(*odds)[DUMP_N_ROLES] = arena_alloc(g->arena, measures.n * sizeof *odds);
    float(*likely)[DUMP_N_ROLES] = arena_alloc(g->arena, measures.n * sizeof *likely);
    for (int role = 0; role < DUMP_N_ROLES; role++) {
        const struct forest *forest = &DUMP_LINES[role];
        forest_best_sum()(g->arena, forest, measures.rows, measures.n, sums);
        for (size_t i = 0; i < measures.n; i++)
            odds[i][role] = (float)sums[i] / forest->scale;
    }
    dump_choice_make(&DUMP_PAIRS, &measures, (const float(*)[DUMP_N_ROLES])odds, likely);
    out->blocks = measures.blocks;
    out->n = measures.n;
    out->likely = (const float(*)[DUMP_N_ROLES])likely;
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
