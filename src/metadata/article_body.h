/*
 * The text of an article that a page holds for machines alone.
 */
#ifndef PITH_METADATA_ARTICLE_BODY_H
#define PITH_METADATA_ARTICLE_BODY_H

#include "page/block.h"

/* The longest articleBody of the page's JSON-LD, decoded; STR_NONE where there is none. It is text,
 * or the markup of a part of a page. */
struct str article_body_find(const struct block_page *page);

#endif
