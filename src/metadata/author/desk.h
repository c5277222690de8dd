/*
 * Recognizes names of newsrooms.
 */
#ifndef PITH_METADATA_DESK_H
#define PITH_METADATA_DESK_H

#include <stdbool.h>

#include "base/str.h"

/* Whether a line is the name of a newsroom in one word: "HP-Redaktion". */
bool desk_is(struct str text);

#endif
