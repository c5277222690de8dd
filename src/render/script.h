/*
 * Superscripts and subscripts in plain text.
 */
#ifndef PITH_RENDER_SCRIPT_H
#define PITH_RENDER_SCRIPT_H

#include "render/inline.h"

/* Appends part of the text of a superscript or subscript (`script` is its mark in the block's
 * `text`): with Unicode's superscript or subscript characters if these exist for all of it (10⁹,
 * H₂O), unchanged if it is an ending (1st) or too long for a script, otherwise within the ^(...) or
 * _(...) that script_open and script_close write. */
void script_append(struct buffer *out, struct str text, const struct inline_mark *script,
                   struct str piece);

/* Writes what comes before and after a mark's text; nothing if it is not such a script. */
void script_open(struct buffer *out, struct str text, const struct inline_mark *mark);
void script_close(struct buffer *out, struct str text, const struct inline_mark *mark);

/* The innermost superscript or subscript around a walk's piece, or NULL. */
const struct inline_mark *script_around(const struct inline_walk *walk);

#endif
