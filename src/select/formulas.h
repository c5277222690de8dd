/*
 * Displayed formulas, which are paragraphs of their own without words to score.
 */
#ifndef PITH_SELECT_FORMULAS_H
#define PITH_SELECT_FORMULAS_H

#include "page/block.h"
#include "select/selection.h"

/* Keeps each block that is little more than a formula if the text before it is kept. */
void formulas_keep(const struct block_page *page, struct selection *selection);

#endif
