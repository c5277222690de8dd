/*
 * Cues that a group of names are the page's authors.
 */
#ifndef PITH_METADATA_AUTHOR_CUES_H
#define PITH_METADATA_AUTHOR_CUES_H

#include "metadata/author/author_groups.h"

/* Computes the score of each group. */
void author_cues_weigh(const struct gathering *g, const struct window *window,
                       struct author_groups *groups);

#endif
