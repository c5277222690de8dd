/*
 * Finds the formulas of a page: each once, as TeX, whatever rendered it.
 */
#ifndef PITH_PAGE_FORMULA_H
#define PITH_PAGE_FORMULA_H

#include "html/dom.h"
#include "page/formula/formula_address.h"
#include "page/style/inline_class.h"
#include "page/formula/tex.h"

struct formula_finder {
    struct arena *arena;
    const struct dom *dom;
    size_t n_searched; /* nodes that were searched without success */
    struct formula_services services;
};

void formula_finder_init(struct formula_finder *finder, struct arena *arena, const struct dom *dom);

/* Whether the element at node i as a whole is a formula, and if so, which one. It is if it is
 * <math>, a MathJax script, or an image of TeX, has its TeX in an attribute, or has a `class` that
 * says so and contains one of these. */
bool formula_read(struct formula_finder *finder, uint32_t i, enum inline_class class,
                  struct tex_formula *out);

/* Whether the element is a rendering of the MathJax script that directly follows it. */
bool formula_is_before_script(const struct formula_finder *finder, uint32_t i);

#endif
