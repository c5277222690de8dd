/*
 * What embedded posts and cards say themselves.
 */
#ifndef PITH_RENDER_EMBED_TEXT_H
#define PITH_RENDER_EMBED_TEXT_H

#include "page/block.h"

/* The text that names a post or card, whose blocks are [first, end), in a link: the first line of
 * its title, or else of its longest block. STR_NONE if it has none, or is longer than a link's text
 * should be. */
struct str embed_title(const struct block_page *page, uint32_t first, uint32_t end);

/* Whether a post has text of its own to quote; `names_source` says that it ends with its author and
 * date. */
bool embed_is_quotation(const struct block_page *page, uint32_t first, uint32_t end,
                        bool names_source);

#endif
