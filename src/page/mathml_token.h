/*
 * The token elements of presentation MathML (MathML 3, section 3.2) into terms of TeX.
 */
#ifndef PITH_PAGE_MATHML_TOKEN_H
#define PITH_PAGE_MATHML_TOKEN_H

#include "base/arena.h"
#include "html/dom.h"
#include "page/tex_row.h"

enum mathml_token {
    MATHML_LAYOUT, /* no token: its children count */
    MATHML_TOKEN,
    MATHML_IGNORED /* it shows nothing, nor does what it holds */
};

/* What the element at index `i` is; *out is the term of a token. */
enum mathml_token mathml_token_read(struct arena *arena, const struct dom *dom, uint32_t i,
                                    struct tex_term *out);

/* The characters of `text` as TeX, within the command that `style` opens; "" for none. */
struct tex_term mathml_token_symbols(struct arena *arena, struct str text, struct str style);

#endif
