/*
 * The few exact rules beside the model, for what a block's measures cannot see: captions and
 * credits, "read also" lines, prompts of the site to its visitor, and sentences that are glued to
 * a prompt. Each has its reason beside it, and a case in tests/cases.
 */
#ifndef PITH_RULE_H
#define PITH_RULE_H

#include "block.h"
#include "metadata.h"
#include "score.h"
#include "selection.h"

/* Drops, trims or brings back blocks; where it does, selection->rule names the rule. Reads each
 * kept block's text at most twice. */
void rules_apply(const struct block_page *page, const struct score *score,
                 const struct metadata *metadata, struct selection *selection);

#endif
