/*
 * Converts the token elements of presentation MathML (MathML 3, section 3.2) to TeX terms.
 */
#ifndef PITH_PAGE_MATHML_TOKEN_H
#define PITH_PAGE_MATHML_TOKEN_H

#include "base/arena.h"
#include "html/dom.h"
#include "page/formula/tex_row.h"

enum mathml_token {
    MATHML_LAYOUT, /* not a token: its children matter */
    MATHML_TOKEN,
    MATHML_IGNORED /* shows nothing, nor does its content */
};

/* Classifies the element at index `i`; *out is the term of a token. */
enum mathml_token mathml_token_read(struct arena *arena, const struct dom *dom, uint32_t i,
                                    struct tex_term *out);

/* The characters of `text` as TeX, within the command that `style` opens ("" for none). */
struct tex_term mathml_token_symbols(struct arena *arena, struct str text, struct str style);

#endif
