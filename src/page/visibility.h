/*
 * Whether a page shows an element, by its attributes: at once, after a click, or never.
 */
#ifndef PITH_PAGE_VISIBILITY_H
#define PITH_PAGE_VISIBILITY_H

#include "html/dom.h"

enum visibility {
    VISIBLE,
    FOLDED, /* shown on a click: a tab, an accordion, the rest of a text behind "read more" */
    UNSEEN  /* never shown, as far as the page's markup tells */
};

/* Style sheets and scripts are not read; the element's ancestors are not looked at but for the
 * names of its parent, which may say that it folds. */
enum visibility visibility_of(const struct dom *dom, uint32_t element);

/* Whether its own attributes say that it is not shown: hidden, aria-hidden, display:none. */
bool visibility_is_declared_hidden(const struct dom_node *element);

#endif
