/*
 * An article's text that the page contains only for machines.
 */
#ifndef PITH_METADATA_ARTICLE_BODY_H
#define PITH_METADATA_ARTICLE_BODY_H

#include "page/block.h"

/* The longest articleBody of the page's JSON-LD, decoded; STR_NONE if there is none. It is text, or
 * the markup of part of a page. */
struct str article_body_find(const struct block_page *page);

#endif
