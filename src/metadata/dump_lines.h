/*
 * How likely each line of a dump is the page's headline, its byline, its dateline.
 *
 * Two stages of boosted trees, made by bench/train/dump_lines.py. The first judges a line for each
 * role by its own measures and its neighbours' (dump_features.h); the second weighs in what the
 * first said of all three roles on the lines around it and on the whole page, so that the three are
 * chosen together: they are near each other and in few orders. Of one role the likelihoods of all
 * lines are a conditional logit (McFadden 1974).
 */
#ifndef PITH_METADATA_DUMP_LINES_H
#define PITH_METADATA_DUMP_LINES_H

#include "metadata/dump_role.h"
#include "metadata/gathering.h"

struct dump_lines {
    const uint32_t *blocks; /* ascending */
    size_t n;
    /* For each of them. Those of a role sum to 1 over the lines; for byline and dateline what is
     * left is the likelihood that there is none. */
    const float (*likely)[DUMP_N_ROLES];
};

/* Judges the lines of the dump; g->page has no tree. */
void dump_lines_read(const struct gathering *g, struct dump_lines *out);

/* The likelihood that a block has the role; 0 where it is not judged. */
float dump_lines_likely(const struct dump_lines *lines, uint32_t block, enum dump_role role);

/* The likeliest block, or NOWHERE where none is judged. */
uint32_t dump_lines_best(const struct dump_lines *lines, enum dump_role role);

#endif
