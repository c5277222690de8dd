/*
 * Edits a block's text for display: formulas become TeX, and what is not part of the text is
 * removed.
 */
#ifndef PITH_RENDER_INLINE_EDIT_H
#define PITH_RENDER_INLINE_EDIT_H

#include "base/buffer.h"
#include "render/inline_mark.h"

/* Replaces the text of marks with what they stand for, removes what is left out, and moves the
 * other marks accordingly; marks that lose their text are dropped. `marks` are in page order, outer
 * ones first, and within the text; *n_marks is updated. With `joins_formulas`, adjacent displayed
 * formulas become one. Returns the new text, which is in the arena. */
struct str inline_edit(struct arena *arena, struct str text, struct inline_mark *marks,
                       size_t *n_marks, bool joins_formulas);

#endif
