/*
 * What a page says to readers who have disabled scripts.
 */
#ifndef PITH_SELECT_NOSCRIPT_H
#define PITH_SELECT_NOSCRIPT_H

#include "page/block.h"
#include "select/selection.h"

/* Drops <noscript> blocks that ask for JavaScript; other text there is content. */
void noscript_drop(const struct block_page *page, struct selection *selection);

#endif
