/*
 * The visible lines near the headline: bylines and datelines, on a page and in a dump alike.
 */
#ifndef PITH_METADATA_LINES_H
#define PITH_METADATA_LINES_H

#include "metadata/window.h"

/* The headline of a page that has neither titles nor headings: a dump. */
void dump_headline_find(const struct gathering *g, struct headline *out);

/* Adds authors and dates of the lines in the window. */
void lines_read(struct gathering *g, const struct headline *headline, const struct window *window);

/* Adds those of the elements in the window whose class says what they hold. */
void classes_read(struct gathering *g, const struct window *window);

#endif
