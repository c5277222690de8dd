/*
 * The language of the page: the declared one, unless its text is in another.
 */
#ifndef PITH_METADATA_LANGUAGE_H
#define PITH_METADATA_LANGUAGE_H

#include "page/block.h"

/* The text by which the page's language is judged: that of the blocks that are likely main content,
 * or of all visible ones if these are few. `score` has a value per block, 0 to 1. In
 * page->arena. */
struct str language_sample(const struct block_page *page, const float *score);

/* The language of the page, BCP 47: the `declared` one (STR_NONE if there is none) unless the
 * sample contradicts it; otherwise the language of the sample, with *is_found set, or STR_NONE. */
struct str language_choose(struct str declared, struct str sample, bool *is_found);

#endif
