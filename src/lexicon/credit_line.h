/*
 * Recognizes the credit of a picture in a line of a dump, where no element says that the line is a
 * caption. Recognizes more than captions_has_credit (caption.h), which is also used on HTML pages.
 */
#ifndef PITH_LEXICON_CREDIT_LINE_H
#define PITH_LEXICON_CREDIT_LINE_H

#include <stdbool.h>

#include "base/str.h"

/* Whether a line is a credit ("Photo: Anna Quill", "Getty Images", "Image 1 of 4") or ends with one
 * ("... in March. © Harbour Post", "... in March Anna Quill/AFP"). */
bool credit_line_is(struct str line);

#endif
