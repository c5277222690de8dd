/*
 * TeX commands that do more than draw a formula.
 */
#ifndef PITH_PAGE_TEX_COMMAND_H
#define PITH_PAGE_TEX_COMMAND_H

#include <stdbool.h>

#include "base/str.h"

/* Whether a command (its name, without the backslash) makes links, sets attributes, or loads
 * extensions in MathJax or KaTeX; or reads, writes or runs something in LaTeX, to which pandoc
 * passes formulas on; or could make up such a name. */
bool tex_command_acts(struct str name);

#endif
