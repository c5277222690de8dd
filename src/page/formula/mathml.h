/*
 * Converts presentation MathML (MathML 3, chapter 3; MathML Core) to TeX, for formulas without TeX.
 */
#ifndef PITH_PAGE_MATHML_H
#define PITH_PAGE_MATHML_H

#include "base/buffer.h"
#include "html/dom.h"

/* Appends the <math> element at index `math` as TeX for math mode, without delimiters; nothing if
 * it shows nothing. Annotations are not read. Elements nested too deep for a formula are treated as
 * groups. Time and memory are linear in the size of the element. */
void mathml_append_tex(struct buffer *out, const struct dom *dom, uint32_t math);

#endif
