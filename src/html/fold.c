/*
 * The conditions for folding; see fold.h.
 */
#include "html/fold.h"

/* Elements with special rules of tree construction that the traits do not cover. */
static bool has_own_rules(enum element element) {
    switch (element) {
    case ELEMENT_FRAME:
    case ELEMENT_FRAMESET:
    case ELEMENT_IMAGE: /* becomes <img> */
    case ELEMENT_MATH:
    case ELEMENT_NOBR:
    case ELEMENT_PLAINTEXT:
    case ELEMENT_RB:
    case ELEMENT_RP:
    case ELEMENT_RT:
    case ELEMENT_RTC:
    case ELEMENT_RUBY:
    case ELEMENT_TABLE:
        return true;
    default:
        return element_traits[element] & (ELEMENT_IMPLIED | ELEMENT_TABLE_PART | ELEMENT_MARKER);
    }
}

static bool is_select_part(enum element element) {
    return element == ELEMENT_OPTION || element == ELEMENT_OPTGROUP;
}

/* Whether anything appended to the open element stack[i], element or text, stays there. */
static bool takes_all(const struct nesting *nesting, size_t i, enum element element) {
    const struct open_elements *open = &nesting->open;
    const struct open_entry *parent = &open->stack[i];
    if (i == 0 || i < open->n_uncertain || i >= open->uncertain_from || open->never_folds)
        return false; /* perhaps in <head>, or where Gumbo's stack may differ */
    if (open->n_foreign > (element == ELEMENT_SVG))
        return false; /* Gumbo treats a <select> in svg like one in HTML */
    if (open_is(&open->stack[1], ELEMENT_NOSCRIPT))
        return false; /* perhaps in <head>, which text would end */
    if (parent->element == ELEMENT_SELECT || is_select_part((enum element)parent->element))
        return is_select_part(element) || element == ELEMENT_SCRIPT;
    return !nesting_in_bare_table(nesting);
}

enum fold fold_of(const struct nesting *nesting, enum element element, size_t n_changes) {
    const struct open_elements *open = &nesting->open;
    const struct open_entry *top = open_top(open);
    if (open->n_changes != n_changes || has_own_rules(element) || open_elements_wait(open))
        return FOLD_NEVER;
    bool is_open = nesting_stays_open(element);
    if (is_open && (top->element != element || (top->space != OPEN_HTML && element != ELEMENT_SVG)))
        return FOLD_NEVER;
    if (!takes_all(nesting, open->n - 1 - is_open, element))
        return FOLD_NEVER;
    return is_open ? FOLD_OPEN : FOLD_CLOSED;
}
