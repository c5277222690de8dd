/*
 * Where the page was written: the place in its dateline.
 */
#ifndef PITH_METADATA_PLACE_H
#define PITH_METADATA_PLACE_H

#include "metadata/author/authors.h"
#include "metadata/date/published.h"

/* Finds the place if roles_read has found none: on the date's line, between it and the byline, or
 * at the start of the first paragraph as in Chinese and Japanese newspapers. Adds it to the
 * dateline. Must be called after roles_read. (JSON-LD's locationCreated and dateline are not read:
 * in three of five real pages they gave the publisher's own seat on every page.) */
void place_read(const struct gathering *g, const struct window *window,
                const struct authors *authors, const struct published *published,
                struct metadata *out);

#endif
