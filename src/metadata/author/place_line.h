/*
 * Lines that look like a person's name but name a place.
 */
#ifndef PITH_METADATA_PLACE_LINE_H
#define PITH_METADATA_PLACE_LINE_H

#include "metadata/gathering.h"

/* Whether a text is a town of one word and its state or country: "Ellery, Maine". (With two words
 * it may be a person and where she lives: "Jane Doe, Ireland".) */
bool place_line_is_town(struct str text);

/* The same for a line of running text, where "Dublin, Ireland" is no name turned around. */
bool place_line_may_be_town(struct str text);

/* Whether running text has the name after a preposition of place: "in New York", "im Palais
 * Roe". */
bool place_line_is_told_of(const struct gathering *g, struct str name);

/* Whether a text ends with what a place in a building or a town is called, "East Room", or, on
 * pages in `languages`, begins with it, "Rue de la Lampe". What is a surname too needs more words:
 * "Old Market Square". (With a byline word before it, it may be a name.) */
bool place_line_is_room(struct str text, language_set languages);

#endif
