/*
 * One part of a byline: the text between commas, separator marks or "and".
 */
#ifndef PITH_METADATA_BYLINE_PART_H
#define PITH_METADATA_BYLINE_PART_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"
#include "lexicon/words.h"

/* The part without the byline words and controls at its start: "Text: von ". */
struct str byline_part_strip(struct arena *arena, struct str part, language_set languages);

/* Whether a word is an email or web address. */
bool byline_part_is_address(struct str word);

/* Whether a part is about something other than the author: who took the pictures, or when. */
bool byline_part_is_other(struct arena *arena, struct str part, language_set languages);

/* The part without anything at both ends that is not a name; empty if nothing remains. A part that
 * would be reduced to one word is left whole: "Executive Editor" may be a signature. */
struct str byline_part_clean(struct arena *arena, struct str part, language_set languages,
                             bool *has_job);

/* The length of a name directly followed by an account name, as in "Doe@janedoe"; 0 if the word is
 * anything else. */
size_t byline_part_before_handle(struct str word);

#endif
