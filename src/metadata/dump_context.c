/*
 * Computes the features of the second stage; see dump_context.h.
 */
#include "metadata/dump_context.h"

static const float FAR = 30; /* lines; greater distances are all the same */

struct reading {
    const struct dump_measures *measures;
    const float (*first)[DUMP_N_ROLES];
    float *rows;
    enum dump_role role;
};

static float *cell(const struct reading *r, size_t line, size_t column) {
    return &r->rows[line * DUMP_CONTEXT_N + (size_t)r->role * DUMP_CONTEXT_OF_ROLE + column];
}

static float distance(const struct reading *r, size_t a, size_t b) {
    uint32_t first = r->measures->blocks[a < b ? a : b], last = r->measures->blocks[a < b ? b : a];
    return (float)(last - first) < FAR ? (float)(last - first) : FAR;
}

/* Writes the highest likelihood among the lines already visited, and the distance to that line,
 * into two columns of each line. `step` is 1 to visit the lines from the first on, -1 from the
 * last. */
static void put_best(const struct reading *r, int step, size_t column) {
    size_t n = r->measures->n, best = SIZE_MAX;
    for (size_t k = 0; k < n; k++) {
        size_t i = step > 0 ? k : n - 1 - k;
        *cell(r, i, column) = best == SIZE_MAX ? 0 : r->first[best][r->role];
        *cell(r, i, column + 1) = best == SIZE_MAX ? FAR : distance(r, i, best);
        if (best == SIZE_MAX || r->first[i][r->role] > r->first[best][r->role])
            best = i;
    }
}

static void put_role(const struct reading *r) {
    static const int NEIGHBOURS[DUMP_CONTEXT_NEIGHBOURS] = {-3, -2, -1, 1, 2, 3};
    put_best(r, 1, 3);
    put_best(r, -1, 5);
    for (size_t i = 0; i < r->measures->n; i++) {
        bool is_above = *cell(r, i, 3) >= *cell(r, i, 5);
        *cell(r, i, 0) = r->first[i][r->role];
        *cell(r, i, 1) = is_above ? *cell(r, i, 3) : *cell(r, i, 5);
        *cell(r, i, 2) = is_above ? -*cell(r, i, 4) : *cell(r, i, 6);
        for (size_t k = 0; k < DUMP_CONTEXT_NEIGHBOURS; k++) {
            int64_t at = (int64_t)i + NEIGHBOURS[k];
            bool is_line = at >= 0 && at < (int64_t)r->measures->n;
            *cell(r, i, 7 + k) = is_line ? r->first[at][r->role] : 0;
        }
    }
}

const float *dump_context_of(struct arena *arena, const struct dump_measures *measures,
                             const float (*first)[DUMP_N_ROLES]) {
    static const uint8_t OWN[DUMP_CONTEXT_OWN] = {
        DUMP_FEATURE_WORDS, DUMP_FEATURE_TO_BODY, DUMP_FEATURE_TAIL, DUMP_FEATURE_AT,
        DUMP_FEATURE_BY,    DUMP_FEATURE_NAME,    DUMP_FEATURE_DATE, DUMP_FEATURE_LABEL};
    size_t n = measures->n;
    struct reading r = {measures, first, NULL, DUMP_HEADLINE};
    r.rows = arena_alloc(arena, n * DUMP_CONTEXT_N * sizeof *r.rows);
    for (int role = 0; role < DUMP_N_ROLES; role++) {
        r.role = (enum dump_role)role;
        put_role(&r);
    }
    float *rows_after_roles = r.rows + (size_t)DUMP_N_ROLES * DUMP_CONTEXT_OF_ROLE;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < DUMP_CONTEXT_OWN; k++)
            rows_after_roles[i * DUMP_CONTEXT_N + k] = measures->rows[i * DUMP_FEATURE_N + OWN[k]];
    return r.rows;
}
