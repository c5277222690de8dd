/*
 * Superscripts and subscripts in plain text.
 */
#ifndef PITH_RENDER_SCRIPT_H
#define PITH_RENDER_SCRIPT_H

#include "render/inline.h"

/* Appends part of the text of a superscript or subscript (`script` is its mark in the block's
 * `text`): in Unicode's raised and lowered signs where there is one for each of its own (10⁹, H₂O),
 * as it is where it is an ending (1st) or longer than a script can be, else within ^(...) or
 * _(...), which script_open and script_close write. */
void script_append(struct buffer *out, struct str text, const struct inline_mark *script,
                   struct str piece);

/* What comes before and after a mark's text; nothing where it is no such script. */
void script_open(struct buffer *out, struct str text, const struct inline_mark *mark);
void script_close(struct buffer *out, struct str text, const struct inline_mark *mark);

/* The innermost superscript or subscript around a walk's piece, or NULL. */
const struct inline_mark *script_around(const struct inline_walk *walk);

#endif
