/*
 * Why each block was kept or dropped.
 */
#ifndef PITH_EXPLAIN_H
#define PITH_EXPLAIN_H

#include "article.h"
#include "score/score.h"
#include "select/selection.h"

/* Fills parts->blocks, in the page's arena, with the blocks that the flags ask for: those of the
 * body (PITH_BLOCKS), all (PITH_ALL_BLOCKS), or all with reasons (PITH_EXPLAIN). */
void explain_blocks(const struct block_page *page, const struct score *score,
                    const struct selection *selection, unsigned flags, struct article_parts *parts);

#endif
