/*
 * The functions that have a command of their own in TeX.
 */
#ifndef PITH_PAGE_TEX_FUNCTION_H
#define PITH_PAGE_TEX_FUNCTION_H

#include "base/str.h"
#include "page/formula/tex_symbol.h"

/* The command for a function that has one ("sin"), with its class; STR_NONE for other words. */
struct str tex_function(struct str word, enum tex_class *class);

#endif
