/*
 * What the first stage says of the lines around a line: the measures of the second (dump_lines.h).
 */
#ifndef PITH_METADATA_DUMP_CONTEXT_H
#define PITH_METADATA_DUMP_CONTEXT_H

#include "metadata/dump_features.h"
#include "metadata/dump_role.h"

/* Of each role: the line's own likelihood; the best of all others and how many lines it is away
 * (negative: above); the best above, the best below, and how far; the neighbours'. Then some
 * measures of the first stage. */
enum { DUMP_CONTEXT_NEIGHBOURS = 6, DUMP_CONTEXT_OF_ROLE = 7 + DUMP_CONTEXT_NEIGHBOURS };
enum {
    DUMP_CONTEXT_OWN = 8,
    DUMP_CONTEXT_N = DUMP_N_ROLES * DUMP_CONTEXT_OF_ROLE + DUMP_CONTEXT_OWN
};

/* A row of DUMP_CONTEXT_N for each of the lines, in the arena. */
const float *dump_context_of(struct arena *arena, const struct dump_measures *measures,
                             const float (*first)[DUMP_N_ROLES]);

#endif
