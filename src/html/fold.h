/*
 * Which elements Gumbo need not see (digest.h): those whose start tag does nothing but open them,
 * in a place where text would go to the same parent.
 */
#ifndef PITH_HTML_FOLD_H
#define PITH_HTML_FOLD_H

#include "html/element.h"
#include "html/nesting.h"

enum fold {
    FOLD_NEVER,
    FOLD_CLOSED, /* it has no content that is tags: it may be folded at once */
    FOLD_OPEN    /* it is on top of the stack, and may be folded when it is closed */
};

/* What may be done with an element whose start tag nesting_open has just taken; `n_changes` is
 * nesting->open.n_changes of before. */
enum fold fold_of(const struct nesting *nesting, enum element element, size_t n_changes);

#endif
