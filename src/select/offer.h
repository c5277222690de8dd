/*
 * Boxes within a text that ask the reader to subscribe.
 */
#ifndef PITH_SELECT_OFFER_H
#define PITH_SELECT_OFFER_H

#include "page/container.h"
#include "select/selection.h"

/* Drops kept blocks of boxes that are named after a newsletter, a subscription or a paywall and
 * contain a few words and something to press. But if a box contains most of what is kept, it is
 * what the page is for. */
void offer_drop(const struct block_page *page, const struct containers *containers,
                struct selection *selection);

#endif
