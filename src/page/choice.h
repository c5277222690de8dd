/*
 * What the caller chooses with selectors: elements that are dropped before anything else is done
 * with the page, and elements whose blocks are content whatever they look like.
 */
#ifndef PITH_PAGE_CHOICE_H
#define PITH_PAGE_CHOICE_H

#include "html/selector.h"
#include "page/block.h"

struct choice {
    struct attr_selected names; /* attributes that only these selectors need */
    struct selector drop, keep;
    bool is_made; /* whether there is any selector */
};

/* Compiles the selectors (NULL for none), which must outlive *out. Returns NULL, or the name of the
 * option ("drop" or "keep") that is not a selector, with *fault set. */
const char *choice_read(const char *drop, const char *keep, struct choice *out,
                        struct selector_fault *fault);

/* The attributes that the prescan must read for it, or NULL. */
const struct attr_selected *choice_attributes(const struct choice *choice);

/* Removes the dropped elements from the tree, and records in the page which are kept. Must be
 * called before the page is cut into blocks. */
void choice_apply(const struct choice *choice, struct block_page *page);

#endif
