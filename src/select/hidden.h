/*
 * Text that the page holds but does not show.
 */
#ifndef PITH_SELECT_HIDDEN_H
#define PITH_SELECT_HIDDEN_H

#include "page/block.h"
#include "select/selection.h"

/* Drops kept blocks that no reader sees, and with `visible_alone` also those that a reader sees
 * only after a click. Where they are a large part of the text, a script shows them as the page
 * loads, and what is unseen stays. */
void hidden_apply(const struct block_page *page, bool visible_alone, struct selection *selection);

#endif
