/*
 * Chooses the lines of all three roles together.
 *
 * Each line has log odds for each role. A choice is one line for each role, or none; its score is
 * the sum of the odds of its lines and of a weight for each two of them, which depends on how many
 * lines one is below the other: a byline is rather one line below the headline than thirty. A
 * role's likelihoods are the sums over all choices of the likeliest lines: a small Markov random
 * field, like the pictorial structures of Fischler and Elschlager (1973).
 */
#ifndef PITH_METADATA_DUMP_CHOICE_H
#define PITH_METADATA_DUMP_CHOICE_H

#include "metadata/dump/dump_features.h"
#include "metadata/dump/dump_role.h"

enum {
    DUMP_CHOICE_MOST = 8, /* lines per role; the right one is rarely below */
    DUMP_CHOICE_N_STEPS = 19
};

/* The two roles of each pair: headline and byline, headline and dateline, byline and dateline. */
enum { DUMP_PAIR_N = 3 };
static const uint8_t DUMP_PAIR_ROLES[DUMP_PAIR_N][2] = {
    {DUMP_HEADLINE, DUMP_BYLINE}, {DUMP_HEADLINE, DUMP_DATELINE}, {DUMP_BYLINE, DUMP_DATELINE}};

struct dump_pairs {
    float scale[DUMP_N_ROLES];          /* of the lines' odds */
    float none[DUMP_N_ROLES];           /* log odds that no line has the role */
    int16_t first[DUMP_CHOICE_N_STEPS]; /* the least distance of each step, ascending: lines
                                           that the second role is below the first */
    float step[DUMP_PAIR_N][DUMP_CHOICE_N_STEPS]; /* the weights */
};

/* Fills `likely` with the likelihoods of all lines; lines that are not among the likeliest get 0.
 */
void dump_choice_make(const struct dump_pairs *pairs, const struct dump_measures *measures,
                      const float (*odds)[DUMP_N_ROLES], float (*likely)[DUMP_N_ROLES]);

#endif
