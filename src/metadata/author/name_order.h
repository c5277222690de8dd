/*
 * Names that begin with the surname, as catalogues write them: "Doe, Jane".
 */
#ifndef PITH_METADATA_NAME_ORDER_H
#define PITH_METADATA_NAME_ORDER_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"
#include "lexicon/words.h"

/* Whether a text that names authors for machines gives each of them, separated by semicolons, as a
 * surname and a given name of one word each. In a catalogue's record (`is_record`) the surname may
 * have a particle, and there may be several given names. */
bool name_order_is_turned(struct arena *arena, struct str text, language_set languages,
                          bool is_record);

/* The text with each name that has one comma turned around: "Jane Doe; John Roe". */
struct str name_order_turn(struct arena *arena, struct str text);

#endif
