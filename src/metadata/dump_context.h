/*
 * The features of the second stage (dump_lines.h): what the first stage found on a line and on
 * those around it.
 */
#ifndef PITH_METADATA_DUMP_CONTEXT_H
#define PITH_METADATA_DUMP_CONTEXT_H

#include "metadata/dump_features.h"
#include "metadata/dump_role.h"

/* For each role: the line's own likelihood; the highest one of all other lines, and how many lines
 * away that is (negative: above); the highest one above and its distance, the highest one below and
 * its distance; those of the neighbours. Then some features of the first stage. */
enum { DUMP_CONTEXT_NEIGHBOURS = 6, DUMP_CONTEXT_OF_ROLE = 7 + DUMP_CONTEXT_NEIGHBOURS };
enum {
    DUMP_CONTEXT_OWN = 8,
    DUMP_CONTEXT_N = DUMP_N_ROLES * DUMP_CONTEXT_OF_ROLE + DUMP_CONTEXT_OWN
};

/* One row of DUMP_CONTEXT_N features for each line, in the arena. */
const float *dump_context_of(struct arena *arena, const struct dump_measures *measures,
                             const float (*first)[DUMP_N_ROLES]);

#endif
