/*
 * Text that stands loose between the blocks of an element.
 */
#ifndef PITH_SELECT_LOOSE_H
#define PITH_SELECT_LOOSE_H

#include "page/container.h"
#include "score/score.h"
#include "select/selection.h"

/* Keeps sentences without an element of their own that stand next to a kept block of the element
 * that they are in. The model takes them for labels, as most of such texts are. */
void loose_keep(const struct block_page *page, const struct score *score,
                struct selection *selection);

#endif
