/*
 * Judges visibility from attributes and inline styles; see visibility.h.
 */
#include "page/style/visibility.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "page/style/hiding_style.h"

/* Parts of the names of elements that open on a click. */
static const struct str FOLDS[] = {
    STR_INIT("tab"),     STR_INIT("accord"), STR_INIT("collaps"), STR_INIT("toggle"),
    STR_INIT("expand"),  STR_INIT("more"),   STR_INIT("fold"),    STR_INIT("pane"),
    STR_INIT("faq"),     STR_INIT("answer"), STR_INIT("spoiler"), STR_INIT("full"),
    STR_INIT("slide"),   STR_INIT("reveal"), STR_INIT("content"), STR_INIT("details"),
    STR_INIT("step"),    STR_INIT("lang"),   STR_INIT("paywall"), STR_INIT("subscri"),
    STR_INIT("premium"),
};

static bool names_fold(const struct dom_node *element) {
    enum { MAX_BYTES = 200 };
    static const enum dom_attr_name NAMES[] = {DOM_ATTR_CLASS, DOM_ATTR_ID, DOM_ATTR_ROLE};
    char space[MAX_BYTES];
    for (size_t k = 0; k < N_OF(NAMES); k++) {
        struct str names = utf8_first(dom_attribute(element, NAMES[k]), MAX_BYTES);
        for (size_t i = 0; i < names.len; i++)
            space[i] = ascii_lower(names.at[i]);
        if (str_holds_any((struct str){space, names.len}, FOLDS, N_OF(FOLDS)))
            return true;
    }
    return false;
}

/* Whether a button directly precedes an element and so probably shows or hides it. */
static bool follows_button(const struct dom *dom, uint32_t element) {
    enum { NEAR = 12 }; /* nodes of a heading that contains a button, an icon and a label */
    const struct dom_node *nodes = dom->nodes;
    for (uint32_t i = element, n = 0; i > nodes[element].parent + 1 && n < NEAR; n++) {
        i--; /* (the root has nothing before it) */
        if (nodes[i].kind == DOM_ELEMENT &&
            (nodes[i].tag == DOM_BUTTON ||
             str_equals(dom_attribute(&nodes[i], DOM_ATTR_ROLE), STR("button"))))
            return true;
    }
    return false;
}

/* Whether an element has the structure of text, with a heading, a list, a table or code: a panel
 * that opens in some unknown way. Text hidden for programs to read is a line or a paragraph. */
static bool is_built(const struct dom *dom, uint32_t element) {
    enum { MAX_NODES = 100 };
    for (uint32_t i = element + 1; i < dom->nodes[element].end && i <= element + MAX_NODES; i++) {
        const struct dom_node *node = &dom->nodes[i];
        if (node->kind == DOM_ELEMENT && (dom_heading_level(node->tag) || node->tag == DOM_LI ||
                                          node->tag == DOM_TR || node->tag == DOM_PRE))
            return true;
    }
    return dom->nodes[element].tag == DOM_PRE;
}

/* An inert element, to which no click leads, that a class says is hidden: the feed in front of
 * which a post was opened. Without such a class, it may only be covered by a dialog. */
static bool is_put_away(const struct dom_node *element) {
    return dom_has_attribute(element, DOM_ATTR_INERT) &&
           str_holds(dom_attribute(element, DOM_ATTR_CLASS), STR("idden"));
}

enum visibility visibility_judge(const struct dom *dom, uint32_t element) {
    const struct dom_node *node = &dom->nodes[element];
    if (node->tag == DOM_DIALOG)
        return dom_has_attribute(node, DOM_ATTR_OPEN) ? VISIBLE : UNSEEN;
    if (node->tag == DOM_DETAILS && !dom_has_attribute(node, DOM_ATTR_OPEN))
        return FOLDED;
    if (is_put_away(node))
        return UNSEEN;
    bool is_unseen = dom_has_attribute(node, DOM_ATTR_HIDDEN) ||
                     (dom_has_attribute(node, DOM_ATTR_STYLE) &&
                      hiding_style(dom_attribute(node, DOM_ATTR_STYLE), node->tag));
    if (!is_unseen)
        return VISIBLE;
    bool is_until_found =
        str_equals_lower(dom_attribute(node, DOM_ATTR_HIDDEN), STR("until-found"));
    bool is_streamed = str_starts_with(dom_attribute(node, DOM_ATTR_ID), STR("S:")); /* React */
    if (is_streamed)
        return VISIBLE;
    bool folds = is_until_found || names_fold(node) || names_fold(&dom->nodes[node->parent]) ||
                 follows_button(dom, element) || is_built(dom, element);
    return folds ? FOLDED : UNSEEN;
}

static bool has_display_none(struct str style) {
    size_t i = str_find(style, STR("display"));
    if (i == style.len)
        return false;
    struct str rest = str_between(style, i + STR("display").len, style.len);
    i = 0;
    while (i < rest.len && (rest.at[i] == ' ' || rest.at[i] == ':'))
        i++;
    return str_starts_with(str_between(rest, i, rest.len), STR("none"));
}

bool visibility_any_declares_hidden(const struct dom_node *element) {
    for (uint32_t i = 0; i < element->n_attrs; i++) {
        struct str value = element->attrs[i].value;
        switch (element->attrs[i].name) {
        case DOM_ATTR_HIDDEN:
            return true;
        case DOM_ATTR_ARIA_HIDDEN:
            if (str_equals(value, STR("true")))
                return true;
            break;
        case DOM_ATTR_STYLE:
            if (has_display_none(value))
                return true;
            break;
        default:
            break;
        }
    }
    return false;
}
