/*
 * Decides which elements Gumbo need not see (digest.h): those whose start tag only opens them, in a
 * place where text would go to the same parent.
 */
#ifndef PITH_HTML_FOLD_H
#define PITH_HTML_FOLD_H

#include "html/element.h"
#include "html/nesting.h"

enum fold {
    FOLD_NEVER,
    FOLD_CLOSED, /* it cannot contain tags: it may be folded at once */
    FOLD_OPEN    /* it is on top of the stack, and may be folded when it is closed */
};

/* Whether an element may be folded whose start tag nesting_open has just taken; `n_changes` is
 * nesting->open.n_changes from before that call. */
enum fold fold_of(const struct nesting *nesting, enum element element, size_t n_changes);

#endif
