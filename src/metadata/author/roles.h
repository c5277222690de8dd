/*
 * The roles of the page's blocks in the metadata, and the values that are visible lines of the
 * page: byline, dateline, place, standfirst.
 */
#ifndef PITH_METADATA_ROLES_H
#define PITH_METADATA_ROLES_H

#include "metadata/author/authors.h"
#include "metadata/date/published.h"

/* Sets out->roles, and these fields if the page shows them; a dateline at the start of the first
 * paragraph is in lead_block and lead_len. */
void roles_read(const struct gathering *g, const struct headline *headline,
                const struct window *window, const struct authors *authors,
                const struct published *published, struct metadata *out);

/* Whether a text of some words could be a place: not a date, byline word or control of the page. */
bool roles_is_place_like(const struct gathering *g, struct str text);

/* The text before the date at `first` on its line, after the last bar ("Jane Doe | Varne, 3 May"),
 * and whether a comma separates it from the date. Absent for a long line, which is about something
 * else. */
struct str roles_before_date(struct str line, size_t first, bool *has_comma);

/* The start of the last bar or similar mark in a line, or 0: "By Jane Doe | Port Ellery". */
size_t roles_last_stroke(struct str line);

#endif
