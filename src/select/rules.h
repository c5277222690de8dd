/*
 * The few exact rules beside the model, for what a block's measures cannot see: captions and
 * credits, "read also" lines, prompts of the site to its visitor, and sentences that are glued to
 * a prompt. Each has its reason beside it, and a case in tests/cases.
 */
#ifndef PITH_SELECT_RULES_H
#define PITH_SELECT_RULES_H

#include "metadata/metadata.h"
#include "page/block.h"
#include "score/score.h"
#include "select/selection.h"

/* Drops, trims or brings back blocks; where it does, selection->rule names the rule. Reads each
 * kept block's text at most twice. */
void rules_apply(const struct block_page *page, const struct score *score,
                 const struct metadata *metadata, struct selection *selection);

#endif
