/*
 * What an element's tag and class say about it, found once for all elements of the same look
 * (html/look_table.h).
 */
#ifndef PITH_PAGE_LOOK_H
#define PITH_PAGE_LOOK_H

#include "html/dom.h"
#include "page/style/inline_class.h"

struct look {
    uint32_t signature;   /* token_signature */
    uint8_t inline_class; /* enum inline_class */
    bool is_consent;      /* the class names a consent manager's dialog (region.h) */
    bool may_be_callout;  /* otherwise callout_kind finds none */
    bool may_be_listing;  /* otherwise listing_is_root is false */
    bool may_be_tabs;     /* the class names a list of tabs (Bootstrap, Material for MkDocs) */
};

/* The looks of a page, by dom_node.look, in the arena. */
const struct look *looks_read(struct arena *arena, const struct dom *dom);

#endif
