/*
 * Why each block was kept or dropped.
 */
#ifndef PITH_EXPLAIN_H
#define PITH_EXPLAIN_H

#include "article.h"
#include "score/score.h"
#include "select/selection.h"

/* Fills parts->blocks with a row for each block of the page; they lie in its arena. */
void explain_blocks(const struct block_page *page, const struct score *score,
                    const struct selection *selection, struct article_parts *parts);

#endif
