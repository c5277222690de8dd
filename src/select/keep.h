/*
 * Blocks that the caller keeps with a selector.
 */
#ifndef PITH_SELECT_KEEP_H
#define PITH_SELECT_KEEP_H

#include "page/block.h"
#include "select/selection.h"

/* Keeps each block with text in a chosen element (page->chosen). Returns whether there are any. */
bool keep_chosen(const struct block_page *page, struct selection *selection);

#endif
