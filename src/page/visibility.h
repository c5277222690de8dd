/*
 * Whether an element is visible, judged by its attributes: at once, after a click, or never.
 */
#ifndef PITH_PAGE_VISIBILITY_H
#define PITH_PAGE_VISIBILITY_H

#include "html/dom.h"

enum visibility {
    VISIBLE,
    FOLDED, /* visible after a click: a tab, an accordion, the rest of a text after "read more" */
    UNSEEN  /* never visible, as far as the markup shows */
};

/* Does not read style sheets or scripts, nor look at the element's ancestors, except for the names
 * of its parent, which may say that it folds. */
enum visibility visibility_of(const struct dom *dom, uint32_t element);

/* Whether its own attributes say that it is hidden: hidden, aria-hidden, display:none. */
bool visibility_is_declared_hidden(const struct dom_node *element);

#endif
