/*
 * Cuts a plain-text dump of a page, the text that copying the whole page gives, into blocks.
 */
#ifndef PITH_PAGE_TEXTDUMP_H
#define PITH_PAGE_TEXTDUMP_H

#include <stdbool.h>

#include "page/block.h"

/* Whether `page` (well-formed UTF-8) is a dump: it does not begin with a tag, a doctype or a
 * comment, and contains next to no end tags. Looks at the first 64 KiB. */
bool textdump_is_dump(struct str page);

/* Cuts a dump into blocks, one per line; BLOCK_LINE_BREAK marks a line that follows another in the
 * same paragraph (no empty line between them). Sets page->blocks; dom is empty, and each block has
 * node 0 and tag DOM_P. */
void textdump_cut(struct block_page *page, struct str text);

#endif
