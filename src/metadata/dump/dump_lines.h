/*
 * How likely each line of a dump is the page's headline, byline or dateline.
 *
 * Boosted trees, made by bench/train/dump_lines.py, judge each line for each role by features of
 * the line and its neighbours (dump_features.h). The three lines are near each other and come in
 * few orders, so they are then chosen together (dump_choice.h).
 */
#ifndef PITH_METADATA_DUMP_LINES_H
#define PITH_METADATA_DUMP_LINES_H

#include "metadata/dump/dump_role.h"
#include "metadata/gathering.h"

struct dump_lines {
    const uint32_t *blocks; /* in ascending order */
    size_t n;
    /* For each of the blocks. The likelihoods of a role over the lines sum to less than 1; the rest
     * up to 1 is the likelihood that no line has it. */
    const float (*likely)[DUMP_N_ROLES];
};

/* Judges the lines of the dump; g->page must have no tree. */
void dump_lines_read(const struct gathering *g, struct dump_lines *out);

/* The likelihood that a block has the role; 0 if the block was not judged. */
float dump_lines_likely(const struct dump_lines *lines, uint32_t block, enum dump_role role);

/* The block that most likely has the role, or NOWHERE if no block was judged. */
uint32_t dump_lines_best(const struct dump_lines *lines, enum dump_role role);

#endif
