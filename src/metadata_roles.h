/*
 * What the page's blocks are to the metadata, and the values that are lines of the page as shown:
 * byline, dateline, place, standfirst.
 */
#ifndef PITH_METADATA_ROLES_H
#define PITH_METADATA_ROLES_H

#include "metadata_choose.h"

void roles_read(const struct gathering *g, const struct headline *headline,
                const struct window *window, const struct authors *authors,
                const struct published *published, struct metadata *out);

#endif
