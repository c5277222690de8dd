/*
 * Levels of the posts of a thread whose elements are not nested; see post_level.h.
 */
#include "render/post_level.h"

#include "base/ascii.h"

uint32_t post_level(const struct dom *dom, uint32_t element, uint32_t before) {
    enum { REACH = 12, INDENT = 40, MOST = POST_N_LEVELS - 1 };
    for (uint32_t i = element, n = 0; i > 0 && n < REACH; i--, n++) {
        const struct dom_node *node = &dom->nodes[i];
        if (node->kind == DOM_ELEMENT && node->tag == DOM_IMG && node->parent &&
            dom_has_class(&dom->nodes[node->parent], STR("ind"))) {
            uint32_t width = 0;
            struct str value = dom_attribute(node, DOM_ATTR_WIDTH);
            for (size_t k = 0; k < value.len && ascii_is_digit(value.at[k]) && width < 1000; k++)
                width = width * 10 + (uint32_t)(value.at[k] - '0');
            return width / INDENT < MOST ? width / INDENT : MOST;
        }
    }
    if (!dom_has_class(&dom->nodes[element], STR("status--in-thread")) ||
        dom_has_class(&dom->nodes[element], STR("status--first-in-thread")))
        return 0;
    return before < MOST ? before + 1 : MOST;
}
