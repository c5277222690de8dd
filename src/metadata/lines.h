/*
 * Reads the visible lines near the headline, bylines and datelines, in pages and in dumps.
 */
#ifndef PITH_METADATA_LINES_H
#define PITH_METADATA_LINES_H

#include "metadata/window.h"

/* Finds the headline of a page without titles and headings: a dump. */
void dump_headline_find(const struct gathering *g, struct headline *out);

/* Adds authors and dates from the lines in the window. */
void lines_read(struct gathering *g, const struct headline *headline, const struct window *window);

/* Adds those of the elements in the window whose class says what they contain. */
void classes_read(struct gathering *g, const struct window *window);

#endif
