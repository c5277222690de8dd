/*
 * Where the page was written: the place of its dateline.
 */
#ifndef PITH_METADATA_PLACE_H
#define PITH_METADATA_PLACE_H

#include "metadata/authors.h"
#include "metadata/published.h"

/* Finds the place where roles_read has found none: on the date's line or between it and the byline,
 * at the head of the first paragraph as Chinese and Japanese papers write it. Completes the
 * dateline by it. After roles_read. (JSON-LD's locationCreated and dateline are not read: on three
 * of five real pages they gave the house's own seat on every page.) */
void place_read(const struct gathering *g, const struct window *window,
                const struct authors *authors, const struct published *published,
                struct metadata *out);

#endif
