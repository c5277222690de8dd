/*
 * The layout elements of presentation MathML (MathML 3, sections 3.3 to 3.7): scripts, fractions,
 * roots, fences and tables, combined from the terms of their children.
 */
#ifndef PITH_PAGE_MATHML_LAYOUT_H
#define PITH_PAGE_MATHML_LAYOUT_H

#include "base/arena.h"
#include "html/dom.h"
#include "page/formula/tex_row.h"

/* The number of children that an element with this tag must have; 0: any number. */
size_t mathml_layout_arguments(uint8_t tag);

/* The term of an element whose children have the terms `t`. */
struct tex_term mathml_layout(struct arena *arena, const struct dom_node *element,
                              struct tex_term *t, size_t n);

#endif
