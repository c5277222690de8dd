/*
 * A block's text as it is shown: formulas by their TeX, without what is no part of it.
 */
#ifndef PITH_RENDER_INLINE_EDIT_H
#define PITH_RENDER_INLINE_EDIT_H

#include "base/buffer.h"
#include "render/inline_mark.h"

/* Puts what marks stand for in the place of their text, takes out what is left out, and moves the
 * other marks accordingly; those that lose their text go. `marks` are in page order, outer ones
 * first, and lie within the text; their number is updated. With `joins_formulas`, displayed
 * formulas one after the other become one. Returns the new text, which lies in the arena. */
struct str inline_edit(struct arena *arena, struct str text, struct inline_mark *marks,
                       size_t *n_marks, bool joins_formulas);

#endif
