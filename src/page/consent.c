/*
 * Finds the dialogs of consent managers by their names; see consent.h.
 */
#include "page/consent.h"

#include "page/region.h"

static bool is_of_a_page(uint8_t tag) {
    return tag == DOM_H1 || tag == DOM_MAIN || tag == DOM_ARTICLE;
}

static bool is_named(const struct consent_finder *finder, const struct dom_node *element) {
    return finder->looks[element->look].is_consent ||
           (dom_has_attribute(element, DOM_ATTR_ID) &&
            region_names_consent(dom_attribute(element, DOM_ATTR_ID)));
}

bool consent_is_dialog(struct consent_finder *finder, const struct dom *dom, uint32_t i) {
    const struct dom_node *nodes = dom->nodes;
    uint32_t end = nodes[i].end;
    if (!nodes[i].n_attrs || nodes[i].tag == DOM_BODY || nodes[i].tag == DOM_HTML ||
        !is_named(finder, &nodes[i]))
        return false;
    uint32_t k = i < finder->page_node ? finder->page_node : i;
    while (k < end && !(nodes[k].kind == DOM_ELEMENT && is_of_a_page(nodes[k].tag)))
        k++;
    if (k < end)
        finder->page_node = k; /* so that nested dialogs do not search for it again */
    return k >= end;
}
