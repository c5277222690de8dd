/*
 * Boxes in a text that want the reader to subscribe.
 */
#ifndef PITH_SELECT_OFFER_H
#define PITH_SELECT_OFFER_H

#include "page/container.h"
#include "select/selection.h"

/* Drops kept blocks of boxes that are named for a newsletter, a subscription or a paywall and hold
 * a few words and something to press. A box of most of what is kept is what the page is for. */
void offer_drop(const struct block_page *page, const struct containers *containers,
                struct selection *selection);

#endif
