/*
 * Sums the likelihoods of all choices of three lines; see dump_choice.h.
 */
#include "metadata/dump/dump_choice.h"

#include <math.h>
#include <string.h>

enum { ALL = DUMP_CHOICE_MOST + 1 }; /* alternatives of a role: the last one is "no line" */

/* The alternatives, and the weights of each two of them. */
struct field {
    size_t line[DUMP_N_ROLES][ALL]; /* index among the measured lines */
    double score[DUMP_N_ROLES][ALL];
    size_t n[DUMP_N_ROLES]; /* lines, without "no line" */
    double pair[DUMP_PAIR_N][ALL][ALL];
};

/* Inserts a line into the ranking of a role; of equals, the first one is ranked higher. */
static void rank(struct field *field, int role, size_t line, double score) {
    size_t *n = &field->n[role], at = *n;
    while (at && field->score[role][at - 1] < score)
        at--;
    if (at == DUMP_CHOICE_MOST)
        return;
    *n += *n < DUMP_CHOICE_MOST;
    for (size_t k = *n - 1; k > at; k--) {
        field->line[role][k] = field->line[role][k - 1];
        field->score[role][k] = field->score[role][k - 1];
    }
    field->line[role][at] = line;
    field->score[role][at] = score;
}

static double weight_of(const struct dump_pairs *pairs, int pair, int64_t distance) {
    size_t step = 0;
    while (step + 1 < DUMP_CHOICE_N_STEPS && pairs->first[step + 1] <= distance)
        step++;
    return (double)pairs->step[pair][step];
}

static void weigh_pairs(const struct dump_pairs *pairs, const uint32_t *blocks,
                        struct field *field) {
    memset(field->pair, 0, sizeof field->pair);
    for (int p = 0; p < DUMP_PAIR_N; p++) {
        int a = DUMP_PAIR_ROLES[p][0], b = DUMP_PAIR_ROLES[p][1];
        for (size_t i = 0; i < field->n[a]; i++)
            for (size_t k = 0; k < field->n[b]; k++)
                field->pair[p][i][k] = weight_of(
                    pairs, p, (int64_t)blocks[field->line[b][k]] - blocks[field->line[a][i]]);
    }
}

static double total(const struct field *field, size_t h, size_t b, size_t d) {
    return field->score[DUMP_HEADLINE][h] + field->score[DUMP_BYLINE][b] +
           field->score[DUMP_DATELINE][d] + field->pair[0][h][b] + field->pair[1][h][d] +
           field->pair[2][b][d];
}

/* Whether the alternative exists: a short dump has fewer lines. */
static bool exists(const struct field *field, int role, size_t i) {
    return i < field->n[role] || i == ALL - 1;
}

static bool is_choice(const struct field *field, size_t h, size_t b, size_t d) {
    return exists(field, DUMP_HEADLINE, h) && exists(field, DUMP_BYLINE, b) &&
           exists(field, DUMP_DATELINE, d);
}

static void sum_choices(const struct field *field, double sums[DUMP_N_ROLES][ALL]) {
    enum { N_CHOICES = ALL * ALL * ALL };
    double most = -HUGE_VAL, all = 0;
    for (size_t i = 0; i < N_CHOICES; i++)
        if (is_choice(field, i / ALL / ALL, i / ALL % ALL, i % ALL))
            most = fmax(most, total(field, i / ALL / ALL, i / ALL % ALL, i % ALL));
    for (size_t i = 0; i < N_CHOICES; i++) {
        size_t h = i / ALL / ALL, b = i / ALL % ALL, d = i % ALL;
        if (!is_choice(field, h, b, d))
            continue;
        double own = exp(total(field, h, b, d) - most);
        sums[DUMP_HEADLINE][h] += own;
        sums[DUMP_BYLINE][b] += own;
        sums[DUMP_DATELINE][d] += own;
        all += own;
    }
    for (int role = 0; role < DUMP_N_ROLES; role++)
        for (size_t i = 0; i < ALL; i++)
            sums[role][i] /= all;
}

void dump_choice_make(const struct dump_pairs *pairs, const struct dump_measures *measures,
                      const float (*odds)[DUMP_N_ROLES], float (*likely)[DUMP_N_ROLES]) {
    struct field field = {.n = {0}};
    double sums[DUMP_N_ROLES][ALL] = {{0}};
    memset(likely, 0, measures->n * sizeof *likely);
    for (int role = 0; role < DUMP_N_ROLES; role++) {
        for (size_t i = 0; i < measures->n; i++)
            rank(&field, role, i, (double)pairs->scale[role] * (double)odds[i][role]);
        field.score[role][ALL - 1] = (double)pairs->none[role];
    }
    weigh_pairs(pairs, measures->blocks, &field);
    sum_choices(&field, sums);
    for (int role = 0; role < DUMP_N_ROLES; role++)
        for (size_t i = 0; i < field.n[role]; i++)
            likely[field.line[role][i]][role] = (float)sums[role][i];
}
