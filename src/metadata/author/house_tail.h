/*
 * A publication's name directly after a person's, as in "By Jane Doe Harbour Gazette": a dump joins
 * two elements that were side by side.
 */
#ifndef PITH_METADATA_HOUSE_TAIL_H
#define PITH_METADATA_HOUSE_TAIL_H

#include "metadata/gathering.h"

/* The text of block `block` without the publication's name at its end, if there is one. The
 * evidence: another block begins a sentence with the person's name alone ("Jane Doe covers the
 * docks"), or at least two short lines have the rest, and no other block has the whole. */
struct str house_tail_cut(const struct gathering *g, struct str text, uint32_t block);

#endif
