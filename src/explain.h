/*
 * Why each block has its score.
 */
#ifndef PITH_EXPLAIN_H
#define PITH_EXPLAIN_H

#include "page/block.h"
#include "score/score.h"

/* For each block of the page its strongest features and how far each moved the first stage's score:
 * "token_total +1.25, link_density -0.80"; in the page's arena. "" for blocks past the first
 * 5,000. */
const char **explain_reasons(const struct block_page *page, const struct score *score);

#endif
