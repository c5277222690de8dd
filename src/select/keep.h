/*
 * Blocks that the caller keeps by hand.
 */
#ifndef PITH_SELECT_KEEP_H
#define PITH_SELECT_KEEP_H

#include "page/block.h"
#include "select/selection.h"

/* Keeps each block that has text in an element that is chosen (page->chosen). Whether there are
 * any. */
bool keep_chosen(const struct block_page *page, struct selection *selection);

#endif
