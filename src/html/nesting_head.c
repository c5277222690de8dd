/*
 * What tags in <head> do to the stack of open elements; see nesting_head.h.
 */
#include "html/nesting_head.h"

#include "html/nesting_stack.h"

/* Elements that do not end a <noscript> in <head>. */
static bool is_in_head_noscript(enum element element) {
    switch (element) {
    case ELEMENT_BASEFONT:
    case ELEMENT_BGSOUND:
    case ELEMENT_HEAD:
    case ELEMENT_HTML:
    case ELEMENT_LINK:
    case ELEMENT_META:
    case ELEMENT_NOFRAMES:
    case ELEMENT_STYLE:
        return true;
    default:
        return false;
    }
}

static bool is_in_head(enum element element) {
    switch (element) {
    case ELEMENT_BASE:
    case ELEMENT_MENUITEM:
    case ELEMENT_NOSCRIPT:
    case ELEMENT_SCRIPT:
    case ELEMENT_TITLE:
        return true;
    default:
        return is_in_head_noscript(element);
    }
}

static void end_head_noscript(struct nesting *nesting) {
    if (!nesting_is_at_top(nesting, ELEMENT_NOSCRIPT))
        return;
    nesting_close_top(nesting);
    nesting->is_past_noscript = true;
}

bool nesting_head_open(struct nesting *nesting, enum element element) {
    if (element == ELEMENT_NOSCRIPT && nesting_has(nesting, element))
        return false;
    if (!is_in_head_noscript(element))
        end_head_noscript(nesting);
    nesting->is_in_head = is_in_head(element);
    return true;
}

void nesting_head_leave(struct nesting *nesting) {
    if (nesting->is_in_head)
        end_head_noscript(nesting);
    nesting->is_in_head = false;
}

void nesting_head_close(struct nesting *nesting, enum element element) {
    bool is_in_noscript = nesting_has(nesting, ELEMENT_NOSCRIPT);
    if (element == ELEMENT_BR || (!is_in_noscript && (element_traits[element] & ELEMENT_IMPLIED)))
        nesting_head_leave(nesting);
    if (element == ELEMENT_NOSCRIPT)
        nesting->is_past_noscript = false;
}
