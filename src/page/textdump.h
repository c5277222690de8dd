/*
 * A plain-text dump of a page into blocks: what copying a whole page into a text file gives.
 */
#ifndef PITH_PAGE_TEXTDUMP_H
#define PITH_PAGE_TEXTDUMP_H

#include <stdbool.h>

#include "page/block.h"

/* Whether `page` (well-formed UTF-8) is a dump: it does not begin with a tag, a doctype or a
 * comment, and holds next to no end tags. Looks at the first 64 KiB. */
bool textdump_is_dump(struct str page);

/* Cuts a dump into blocks, a line each; BLOCK_LINE_BREAK marks a line that follows another one
 * in the same paragraph (no empty line between them). Fills page->blocks; dom is empty and each
 * block's node is 0, its tag DOM_P. */
void textdump_cut(struct block_page *page, struct str text);

#endif
