/*
 * Headings of kept text.
 */
#ifndef PITH_SELECT_SUBHEAD_H
#define PITH_SELECT_SUBHEAD_H

#include "score/score.h"
#include "select/selection.h"

/* Keeps a heading directly above kept text that scores too low by itself, if another heading at the
 * same place above the same kind of text is kept, or if it is between kept text and a sentence or a
 * list that is certain to be content, or a table. */
void subhead_keep(const struct block_page *page, const struct score *score,
                  struct selection *selection);

#endif
