/*
 * The title of a page, from its head.
 */
#ifndef PITH_PAGE_PAGE_TITLE_H
#define PITH_PAGE_PAGE_TITLE_H

#include "base/buffer.h"
#include "page/block.h"

/* Sets page->title to the text of the <title> at node `i`, unless an earlier one has set it. */
void page_title_read(struct block_page *page, uint32_t i, struct buffer *scratch);

#endif
