/*
 * Presentation MathML (MathML 3, chapter 3; MathML Core) into TeX, for formulas that come without
 * their TeX.
 */
#ifndef PITH_PAGE_MATHML_H
#define PITH_PAGE_MATHML_H

#include "base/buffer.h"
#include "html/dom.h"

/* Appends what the <math> element at index `math` shows, as TeX for math mode without delimiters;
 * nothing where it shows nothing. Annotations are not read. Elements nested deeper than a formula
 * can be are taken as groups; takes time and memory linear in the element. */
void mathml_append_tex(struct buffer *out, const struct dom *dom, uint32_t math);

#endif
