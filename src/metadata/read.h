/*
 * Reads what a page says about itself from ranked sources: JSON-LD, meta elements, microdata, time
 * elements, visible lines, the URL.
 */
#ifndef PITH_METADATA_READ_H
#define PITH_METADATA_READ_H

#include "metadata/gathering.h"

/* Reads all metadata. `score` is each block's likelihood of being main content (0 to 1), which
 * shows where the article begins; `url` is the page's address, or STR_NONE. All results are in
 * page->arena or point into the page. */
void metadata_read(const struct block_page *page, const float *score, struct str url,
                   struct metadata *out);

/* The first part of metadata_read, for the trainer: fills `g`, which must be zero, with what the
 * markup and the address say, and the page's language. */
void metadata_prepare(struct gathering *g, const struct block_page *page, const float *score,
                      struct str url);

#endif
