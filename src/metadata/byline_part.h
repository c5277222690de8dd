/*
 * One part of a byline: what stands between two commas, strokes or "and".
 */
#ifndef PITH_METADATA_BYLINE_PART_H
#define PITH_METADATA_BYLINE_PART_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/* Without the by-words and the page's own controls at its head: "Text: von ". */
struct str byline_part_strip(struct arena *arena, struct str part, uint32_t languages);

/* Whether a word is an address of mail or of the web. */
bool byline_part_is_address(struct str word);

/* Whether a part says something else than who: who took the pictures, or when. */
bool byline_part_is_other(struct arena *arena, struct str part, uint32_t languages);

/* A part with all that is no name cut off both ends; empty where nothing is left. What a cut would
 * leave as one word is left whole: "Executive Editor" signs so. */
struct str byline_part_clean(struct arena *arena, struct str part, uint32_t languages,
                             bool *has_job);

#endif
