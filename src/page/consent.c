/*
 * Finds the dialogs of consent managers by their names; see consent.h.
 */
#include "page/consent.h"

#include "page/region.h"

static bool is_of_a_page(uint8_t tag) {
    return tag == DOM_H1 || tag == DOM_MAIN || tag == DOM_ARTICLE;
}

bool consent_is_dialog(struct consent_finder *finder, const struct dom *dom, uint32_t i) {
    const struct dom_node *nodes = dom->nodes;
    uint32_t end = nodes[i].end;
    if (!nodes[i].n_attrs || nodes[i].tag == DOM_BODY || nodes[i].tag == DOM_HTML ||
        !region_is_consent(&nodes[i]))
        return false;
    uint32_t k = i < finder->page_node ? finder->page_node : i;
    while (k < end && !(nodes[k].kind == DOM_ELEMENT && is_of_a_page(nodes[k].tag)))
        k++;
    if (k < end)
        finder->page_node = k; /* so that nested dialogs do not search for it again */
    return k >= end;
}
