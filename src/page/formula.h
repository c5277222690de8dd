/*
 * Formulas on a page: each of them once, as TeX, whatever has rendered it.
 */
#ifndef PITH_PAGE_FORMULA_H
#define PITH_PAGE_FORMULA_H

#include "html/dom.h"
#include "page/inline_class.h"
#include "page/tex.h"

struct formula_finder {
    struct arena *arena;
    const struct dom *dom;
    uint32_t searched; /* end of the last element that was searched in vain */
};

void formula_finder_init(struct formula_finder *finder, struct arena *arena, const struct dom *dom);

/* Whether the element at node i is a formula as a whole, and if so, which. It is one if it
 * is <math>, a script of MathJax's, an image of TeX, has its TeX in an attribute, or is of a
 * `class` that says so and holds one of those. */
bool formula_read(struct formula_finder *finder, uint32_t i, enum inline_class class,
                  struct tex_formula *out);

/* Whether the element shows what a script of MathJax's right behind it says in TeX. */
bool formula_is_before_script(const struct formula_finder *finder, uint32_t i);

#endif
