/*
 * Marks the blocks that belong to a byline, besides the one that is shown as such.
 */
#ifndef PITH_METADATA_BYLINE_MARKS_H
#define PITH_METADATA_BYLINE_MARKS_H

#include "metadata/author/authors.h"

/* Gives the role METADATA_BYLINE to the other bylines above the text, to the line of the author's
 * job or employer below a byline, and to byline words that are alone. `roles` has an enum
 * metadata_role for each block of the page; those that are not METADATA_NONE stay. */
void byline_marks_set(const struct gathering *g, const struct window *window,
                      const struct authors *authors, uint8_t *roles);

#endif
