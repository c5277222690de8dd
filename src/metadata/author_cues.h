/*
 * What speaks for a group of names being the page's authors.
 */
#ifndef PITH_METADATA_AUTHOR_CUES_H
#define PITH_METADATA_AUTHOR_CUES_H

#include "metadata/author_groups.h"

/* Sets the score of each group. */
void author_cues_weigh(const struct gathering *g, const struct window *window,
                       struct author_groups *groups);

#endif
