/*
 * The rule about the comments under an article.
 */
#ifndef PITH_SELECT_RULE_COMMENTS_H
#define PITH_SELECT_RULE_COMMENTS_H

#include "select/ruling.h"

/* The comments under an article are not its text; but if there is no article, they are what the
 * page is for. (forums +1) Names that are less certain count only below an article that scores
 * better. */
void rule_comments(struct ruling *r, const struct containers *containers, bool is_forum);

#endif
