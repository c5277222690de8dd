/*
 * Reads what a page says about itself from ranked sources: JSON-LD, meta elements, microdata, time
 * elements, visible lines, the URL.
 */
#ifndef PITH_METADATA_READ_H
#define PITH_METADATA_READ_H

#include "metadata/metadata.h"
#include "page/block.h"

/* Reads all metadata. `score` is each block's likelihood of being main content (0 to 1), which
 * shows where the article begins; `url` is the page's address, or STR_NONE. All results are in
 * page->arena or point into the page. */
void metadata_read(const struct block_page *page, const float *score, struct str url,
                   struct metadata *out);

#endif
