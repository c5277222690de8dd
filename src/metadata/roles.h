/*
 * What the page's blocks are to the metadata, and the values that are lines of the page as shown:
 * byline, dateline, place, standfirst.
 */
#ifndef PITH_METADATA_ROLES_H
#define PITH_METADATA_ROLES_H

#include "metadata/authors.h"
#include "metadata/published.h"

/* Sets out->roles, and these fields where the page shows them; a dateline at the head of the first
 * paragraph in lead_block and lead_len. */
void roles_read(const struct gathering *g, const struct headline *headline,
                const struct window *window, const struct authors *authors,
                const struct published *published, struct metadata *out);

/* Whether a text of some words could name a place: no date, no by-word, no control of the page. */
bool roles_is_place_like(const struct gathering *g, struct str text);

/* What stands before the date at `first` on its line, behind the last stroke ("Jane Doe | Varne,
 * 3 May"), and whether a comma parts it from the date. Absent of a long line, which goes on about
 * something else. */
struct str roles_before_date(struct str line, size_t first, bool *has_comma);

/* Where the last stroke of a line begins, or 0: "By Jane Doe | Port Ellery". */
size_t roles_last_stroke(struct str line);

#endif
