/*
 * The TeX names of mathematical characters, as supported by LaTeX with amsmath and amssymb, MathJax
 * and KaTeX.
 */
#ifndef PITH_PAGE_TEX_SYMBOL_H
#define PITH_PAGE_TEX_SYMBOL_H

#include <stdint.h>

#include "base/buffer.h"

/* The class of a character in a formula; it determines the space around it and its scripts. */
enum tex_class {
    TEX_ORDINARY,
    TEX_NOTHING, /* invisible operators */
    TEX_RELATION,
    TEX_ARROW, /* a relation that may have text above it */
    TEX_BINARY,
    TEX_PUNCTUATION,
    TEX_OPEN,
    TEX_CLOSE,
    TEX_FENCE,   /* opens and closes: | */
    TEX_LIMITS,  /* its scripts are placed under and over it: \sum, \lim */
    TEX_FUNCTION /* \sin */
};

/* Appends a character as TeX and returns its class; the character itself if it has no name.
 * Mathematical letters become \mathbf{x} and the like. */
enum tex_class tex_symbol_append(struct buffer *out, uint32_t c);

#endif
