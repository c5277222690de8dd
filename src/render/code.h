/*
 * The programming language that a page names for a piece of code.
 */
#ifndef PITH_RENDER_CODE_H
#define PITH_RENDER_CODE_H

#include "html/dom.h"

/* The language of a <pre> (a node's index), as its own class, that of <code> within it or of the
 * elements around it says ("language-c", "lang-c", "highlight-source-c", "highlight-c",
 * "brush: c"); STR_NONE where none does. Letters, digits and "+#.-_" only. */
struct str code_language(const struct dom *dom, uint32_t pre);

#endif
