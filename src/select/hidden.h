/*
 * Text that the page contains but does not show.
 */
#ifndef PITH_SELECT_HIDDEN_H
#define PITH_SELECT_HIDDEN_H

#include "page/block.h"
#include "select/selection.h"

/* Drops kept blocks that are never visible and, with `visible_alone`, those that are only visible
 * after a click. If they are a large part of the text, a script shows them when the page loads, and
 * invisible blocks are kept. Also drops menus outside the main part that open on a click. */
void hidden_apply(const struct block_page *page, bool visible_alone, struct selection *selection);

#endif
