/*
 * Helpers shared by the parts of the nesting model: looking at the top of the stack, and closing
 * elements.
 */
#ifndef PITH_HTML_NESTING_STACK_H
#define PITH_HTML_NESTING_STACK_H

#include <string.h>

#include "html/nesting.h"

/* Closes stack[i] and everything above it; does nothing for OPEN_NOT_FOUND. */
static inline void nesting_close_to(struct nesting *nesting, size_t i) {
    if (i == OPEN_NOT_FOUND)
        return;
    open_elements_pop_to(&nesting->open, i);
    if (nesting->any_dropped)
        memset(nesting->n_dropped, 0, sizeof nesting->n_dropped);
    nesting->any_dropped = false;
}

static inline bool nesting_is_at_top(const struct nesting *nesting, enum element element) {
    return open_is(open_top(&nesting->open), element);
}

static inline void nesting_close_top(struct nesting *nesting) {
    nesting_close_to(nesting, nesting->open.n - 1);
}

static inline size_t nesting_find_in_scope(const struct nesting *nesting, enum element element) {
    return open_elements_find(&nesting->open, element, element, element);
}

static inline size_t nesting_find_paragraph(const struct nesting *nesting) {
    return open_elements_find(&nesting->open, ELEMENT_P, ELEMENT_BUTTON, ELEMENT_BUTTON);
}

static inline bool nesting_is_heading(const struct open_entry *entry) {
    return entry->space == OPEN_HTML && entry->element >= ELEMENT_H1 &&
           entry->element <= ELEMENT_H6;
}

/* Closes elements whose end tags may be left out, from the top down to the first other one, or to
 * one of `exception`. */
void nesting_generate_implied_end_tags(struct nesting *nesting, enum element exception);

/* Tags that Gumbo is never given. */
static inline bool nesting_is_banned(enum element element, bool is_foreign_tag) {
    switch (element) {
    case ELEMENT_ISINDEX:        /* becomes a form with text added by Gumbo */
    case ELEMENT_ANNOTATION_XML: /* contains HTML or not, depending on its attributes */
        return true;
    case ELEMENT_TEMPLATE: /* changes how all its content is read; the prescan drops that */
        return !is_foreign_tag;
    case ELEMENT_FONT: /* ends svg or not, depending on its attributes */
        return is_foreign_tag;
    default:
        return false;
    }
}

#endif
