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

#endif
