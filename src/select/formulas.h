/*
 * Displayed formulas, which are paragraphs of their own and have no words to be scored by.
 */
#ifndef PITH_SELECT_FORMULAS_H
#define PITH_SELECT_FORMULAS_H

#include "page/block.h"
#include "select/selection.h"

/* Keeps each block that is a formula and next to nothing else where the text before it is kept. */
void formulas_keep(const struct block_page *page, struct selection *selection);

#endif
