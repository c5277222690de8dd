/*
 * The few exact rules besides the model, for what a block's features cannot show: captions and
 * credits, "read also" lines, prompts of the site to its visitors, and sentences attached to a
 * prompt. Each has its reason beside it, and a case in tests/cases.
 */
#ifndef PITH_SELECT_RULES_H
#define PITH_SELECT_RULES_H

#include "metadata/metadata.h"
#include "page/block.h"
#include "score/score.h"
#include "select/selection.h"

/* Drops, trims or restores blocks and records in selection->rule which rule did. Reads the text of
 * each kept block at most twice. */
void rules_apply(const struct block_page *page, const struct score *score,
                 const struct metadata *metadata, struct selection *selection);

#endif
