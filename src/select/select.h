/*
 * Chooses the body from the scored blocks: which blocks are kept, and why.
 */
#ifndef PITH_SELECT_SELECT_H
#define PITH_SELECT_SELECT_H

#include "metadata/metadata.h"
#include "page/block.h"
#include "score/score.h"
#include "select/selection.h"

/* Keeps the blocks for which the page's expected F1 is highest, then applies the exact rules.
 * `precision_bias` (-1 to 1) moves the threshold. All results are in page->arena. */
void select_blocks(const struct block_page *page, const struct score *score,
                   const struct metadata *metadata, double precision_bias, struct selection *out);

#endif
