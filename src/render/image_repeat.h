/*
 * Recognizes the address of a picture that a page shows twice: in the text and again in a card or
 * as a thumbnail.
 */
#ifndef PITH_RENDER_IMAGE_REPEAT_H
#define PITH_RENDER_IMAGE_REPEAT_H

#include <stdbool.h>

#include "base/str.h"

/* Whether two images with this alternative text, which must be of several words, are the same
 * picture: their addresses differ at most in the size that they ask for. Drawings may be signs that
 * say the same in several places. */
bool image_repeat_is_same(struct str alt, struct str url, struct str other);

#endif
