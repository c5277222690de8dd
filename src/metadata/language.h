/*
 * The language of the page: what it declares, unless its text is in another.
 */
#ifndef PITH_METADATA_LANGUAGE_H
#define PITH_METADATA_LANGUAGE_H

#include "page/block.h"

/* The text by which the page's language is judged: of the blocks that are likely main content, or
 * of all that are shown if these are few. `score` is a block's, 0 to 1. In page->arena. */
struct str language_sample(const struct block_page *page, const float *score);

/* The language of the page, BCP 47: the `declared` one (STR_NONE if there is none) unless the
 * sample contradicts it; else the one that the sample is in, with *is_found set, or STR_NONE. */
struct str language_choose(struct str declared, struct str sample, bool *is_found);

#endif
