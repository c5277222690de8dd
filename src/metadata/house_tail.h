/*
 * A house's name right behind a person's, as in "By Jane Doe Harbour Gazette": what a dump keeps of
 * two elements side by side.
 */
#ifndef PITH_METADATA_HOUSE_TAIL_H
#define PITH_METADATA_HOUSE_TAIL_H

#include "metadata/gathering.h"

/* The text of block `block`, without the house's name at its end: where the dump begins a sentence
 * with the first two words alone ("Jane Doe covers the docks"), or has the rest elsewhere on short
 * lines of its own, but not the whole. */
struct str house_tail_cut(const struct gathering *g, struct str text, uint32_t block);

#endif
