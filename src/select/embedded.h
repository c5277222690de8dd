/*
 * Parts that stand or fall with the text around them: data tables, callouts, and the labels of code
 * listings.
 */
#ifndef PITH_SELECT_EMBEDDED_H
#define PITH_SELECT_EMBEDDED_H

#include "page/block.h"
#include "score/score.h"
#include "select/selection.h"

/* Keeps or drops the blocks of such parts after all other rules have spoken, and names the rule.
 * Takes time linear in the page. */
void embedded_apply(const struct block_page *page, const struct score *score,
                    struct selection *selection);

#endif
