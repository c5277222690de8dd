/*
 * Lists of links that kept text announces.
 */
#ifndef PITH_SELECT_ANNOUNCED_LIST_H
#define PITH_SELECT_ANNOUNCED_LIST_H

#include "score/score.h"
#include "select/selection.h"

/* Keeps the items of a list that score too low if a sentence that ends in a colon is directly above
 * the list: without them, what it announces would be missing. (Of 155 items on 25 real
 * pages 110 were content; of 744 in documentation, nearly all.) Also of a list that is within an
 * item of another, below its text. */
void announced_list_keep(const struct block_page *page, const struct score *score,
                         struct selection *selection);

#endif
