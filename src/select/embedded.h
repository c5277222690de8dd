/*
 * Parts that are kept or dropped together with the text around them: data tables, callouts, and the
 * labels of code listings.
 */
#ifndef PITH_SELECT_EMBEDDED_H
#define PITH_SELECT_EMBEDDED_H

#include "page/block.h"
#include "score/score.h"
#include "select/selection.h"

/* Keeps or drops the blocks of such parts after all other rules, and records the rule. Linear in
 * the size of the page. */
void embedded_apply(const struct block_page *page, const struct score *score,
                    struct selection *selection);

#endif
