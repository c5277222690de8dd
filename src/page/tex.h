/*
 * TeX as pages write it, brought into one form.
 */
#ifndef PITH_PAGE_TEX_H
#define PITH_PAGE_TEX_H

#include "base/buffer.h"

/* A formula in TeX and how it stands on the page. */
struct tex_formula {
    struct str tex;  /* on one line, without delimiters */
    bool is_display; /* on a line of its own */
};

/* `source` without what stands around a formula: delimiters ($...$, \(...\) and the like, which
 * also say whether it is displayed), a document around it, \displaystyle before it, comments, and
 * white space that TeX does not see. The text lies in the arena or in `source`. */
struct tex_formula tex_formula(struct arena *arena, struct str source);

/* Appends a formula with its delimiters: $...$, or $$...$$ if it is displayed. */
void tex_append_delimited(struct buffer *out, const struct tex_formula *formula);

/* The next formula with delimiters in `text` from `*at` on: its bytes [*at, *end), or false.
 * "$5 and $10" is none: between single dollars there must be TeX, with no white space or digit
 * where pandoc takes none. */
bool tex_next_delimited(struct str text, size_t *at, size_t *end);

/* Whether a text is TeX and hardly anything else: an image's alternative text, say. */
bool tex_is_likely(struct str text);

#endif
