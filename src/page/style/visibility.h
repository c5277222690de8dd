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
enum visibility visibility_judge(const struct dom *dom, uint32_t element);

/* The same, faster for the many elements about which nothing has to be judged. */
static inline enum visibility visibility_of(const struct dom *dom, uint32_t element) {
    const uint64_t may_hide = UINT64_C(1) << DOM_ATTR_HIDDEN | UINT64_C(1) << DOM_ATTR_STYLE |
                              UINT64_C(1) << DOM_ATTR_INERT;
    const struct dom_node *node = &dom->nodes[element];
    bool is_judged =
        (node->attr_names & may_hide) || node->tag == DOM_DIALOG || node->tag == DOM_DETAILS;
    return is_judged ? visibility_judge(dom, element) : VISIBLE;
}

bool visibility_any_declares_hidden(const struct dom_node *element);

/* Whether its own attributes say that it is hidden: hidden, aria-hidden, display:none. */
static inline bool visibility_is_declared_hidden(const struct dom_node *element) {
    const uint64_t may_hide = UINT64_C(1) << DOM_ATTR_HIDDEN | UINT64_C(1) << DOM_ATTR_STYLE |
                              UINT64_C(1) << DOM_ATTR_ARIA_HIDDEN;
    return (element->attr_names & may_hide) && visibility_any_declares_hidden(element);
}

#endif
