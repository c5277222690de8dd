/*
 * Lines that look like a person's name but name a place.
 */
#ifndef PITH_METADATA_PLACE_LINE_H
#define PITH_METADATA_PLACE_LINE_H

#include "metadata/gathering.h"

/* Whether running text has the name after such a word ("in New York", "im Palais Roe"): it is a
 * place's. */
bool place_line_is_told_of(const struct gathering *g, struct str name);

/* Whether a text ends with what a place in a building or a town is called: "East Room". (With a
 * byline word before it, it may be a name.) */
bool place_line_is_room(struct str text);

#endif
