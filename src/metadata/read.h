/*
 * Reads what a page says of itself from ranked sources: JSON-LD, meta elements, microdata, time
 * elements, visible lines, the URL.
 */
#ifndef PITH_METADATA_READ_H
#define PITH_METADATA_READ_H

#include "metadata/metadata.h"
#include "page/block.h"

/* `score` holds each block's likelihood of being main content (0 to 1), which tells where the
 * article begins; `url` is where the page came from, or STR_NONE. Everything lies in page->arena or
 * points into the page. */
void metadata_read(const struct block_page *page, const float *score, struct str url,
                   struct metadata *out);

#endif
