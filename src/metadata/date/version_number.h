/*
 * Tells the number of a version ("1.4.21", "2024.1.3") from a date that is written with points.
 */
#ifndef PITH_METADATA_VERSION_NUMBER_H
#define PITH_METADATA_VERSION_NUMBER_H

#include "metadata/date/date_tokens.h"

/* Whether the three numbers with points between them from token `first` on, of which the last has
 * two digits or the first has four, are a version's: a word before them says so; or they are in a
 * sentence or after a name and a slash, and neither their form nor the page's language is that of
 * a date. */
bool version_number_is(const struct tokens *t, size_t first);

#endif
