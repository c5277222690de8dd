/*
 * Captions of pictures, as far as they are known by their credit ("Photo: Anna Quill", "(Anna
 * Quill/AFP via Getty Images)").
 */
#ifndef PITH_CAPTION_H
#define PITH_CAPTION_H

#include <stdbool.h>

#include "buffer.h"
#include "str.h"

/* Whether a text begins or ends with the credit of a picture. `scratch` is work space. */
bool caption_has_credit(struct buffer *scratch, struct str text);

#endif
