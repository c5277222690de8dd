/*
 * Recognizes boxes for newsletters, subscriptions and paywalls by their names; see offer.h.
 */
#include "select/offer.h"

/* Parts of such a class or id, in any case. */
static const struct str NAMES[] = {
    STR_INIT("newsletter"), STR_INIT("subscri"), STR_INIT("signup"),  STR_INIT("sign-up"),
    STR_INIT("sign_up"),    STR_INIT("paywall"), STR_INIT("regwall"), STR_INIT("mailchimp"),
    STR_INIT("convertkit"), STR_INIT("optin"),   STR_INIT("opt-in"),
};

/* The most words of such a box. Those seen have up to 60; an article that has such a name because
 * of its category has more. */
enum { MOST_WORDS = 100 };

/* More similar boxes side by side are products to subscribe to. */
enum { MOST_SIBLINGS = 2 };

/* `starts` is the set of how NAMES start. */
static bool names_offer(const struct str_starts *starts, struct str names) {
    for (size_t i = 0; i + 2 < names.len; i++) {
        if (!str_starts_may(starts, names.at + i))
            continue;
        struct str rest = str_between(names, i, names.len);
        for (size_t k = 0; k < N_OF(NAMES); k++)
            if (str_starts_with_lower(rest, NAMES[k]))
                return true;
    }
    return false;
}

static bool is_offer(const struct str_starts *starts, const struct dom_node *element) {
    if (!element->n_attrs || !(dom_tag_traits(element->tag) & DOM_IS_BLOCK) ||
        dom_heading_level(element->tag) || element->tag == DOM_BODY || element->tag == DOM_MAIN ||
        element->tag == DOM_ARTICLE || element->tag == DOM_HTML)
        return false;
    return names_offer(starts, dom_attribute(element, DOM_ATTR_CLASS)) ||
           names_offer(starts, dom_attribute(element, DOM_ATTR_ID));
}

/* Whether there is something to fill in or to press: a field, or a link that looks like a
 * button. */
static bool has_control(const struct dom *dom, uint32_t element) {
    for (uint32_t i = element + 1; i < dom->nodes[element].end; i++) {
        const struct dom_node *node = &dom->nodes[i];
        if (node->kind != DOM_ELEMENT)
            continue;
        if (node->tag == DOM_INPUT || node->tag == DOM_BUTTON || node->tag == DOM_FORM ||
            node->tag == DOM_IFRAME)
            return true;
        struct str class = dom_attribute(node, DOM_ATTR_CLASS);
        if (node->tag == DOM_A && (str_holds(class, STR("btn")) || str_holds(class, STR("utton"))))
            return true;
    }
    return false;
}

static uint32_t *sum_kept(const struct block_page *page, const struct selection *selection) {
    uint32_t *upto = arena_alloc_zero(page->arena, page->n_blocks + 1, sizeof *upto);
    for (size_t i = 0; i < page->n_blocks; i++)
        upto[i + 1] = upto[i] + (selection->kept[i] ? page->blocks[i].counts.n_words : 0);
    return upto;
}

void offer_drop(const struct block_page *page, const struct containers *containers,
                struct selection *selection) {
    const struct dom *dom = &page->dom;
    if (dom->n_nodes == 0)
        return;
    const uint32_t *upto = sum_kept(page, selection);
    uint32_t n_all = upto[page->n_blocks];
    struct str_starts starts = {0};
    for (size_t k = 0; k < N_OF(NAMES); k++)
        str_starts_add(&starts, NAMES[k]);
    for (uint32_t i = 1; i < dom->n_nodes; i++) {
        const struct dom_node *node = &dom->nodes[i];
        if (node->kind != DOM_ELEMENT || containers->of_node[i] == CONTAINER_NONE)
            continue;
        const struct container *box = &containers->containers[containers->of_node[i]];
        uint32_t n_kept = upto[box->end_block] - upto[box->first_block];
        if (n_kept == 0) {
            i = node->end - 1;
            continue;
        }
        bool may_be = box->sums.n_words <= MOST_WORDS && 4 * n_kept <= n_all &&
                      containers->containers[box->group].n_siblings <= MOST_SIBLINGS;
        if (!may_be || !is_offer(&starts, node) || !has_control(dom, i))
            continue;
        for (uint32_t k = box->first_block; k < box->end_block; k++) {
            if (!selection->kept[k])
                continue;
            selection->kept[k] = false;
            selection->rule[k] = "offer";
        }
        i = node->end - 1;
    }
}
