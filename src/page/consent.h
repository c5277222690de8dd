/*
 * Dialogs that ask for consent to cookies.
 */
#ifndef PITH_PAGE_CONSENT_H
#define PITH_PAGE_CONSENT_H

#include "html/dom.h"

/* All 0 at first. */
struct consent_finder {
    uint32_t page_node; /* the last node that was found to be of a page and not of a dialog */
};

/* Whether node i is the dialog of a consent manager. Some name the page by it
 * ("has-cookie-banner"), which is known by what only a page holds. Its text would be half of many a
 * page: left among the blocks, it would shift what every share and mean of the page says of the
 * others. (By cross-validation word F1 +0.5 thousandths on wcxb, forums +1.5, products and listings
 * +4.) */
bool consent_is_dialog(struct consent_finder *finder, const struct dom *dom, uint32_t i);

#endif
