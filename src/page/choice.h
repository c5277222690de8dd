/*
 * What a caller chooses by hand: elements that are dropped before anything is made of the page, and
 * elements whose blocks are content whatever they look like.
 */
#ifndef PITH_PAGE_CHOICE_H
#define PITH_PAGE_CHOICE_H

#include "html/selector.h"
#include "page/block.h"

struct choice {
    struct attr_selected names; /* of attributes that are read for these selectors alone */
    struct selector drop, keep;
    bool is_made; /* there is one of them */
};

/* Compiles the selectors, NULL for none of them, which outlive *out. The option that is no selector
 * ("drop" or "keep"), with *fault set, or NULL. */
const char *choice_read(const char *drop, const char *keep, struct choice *out,
                        struct selector_fault *fault);

/* The attributes that the scan has to read for it, or NULL. */
const struct attr_selected *choice_attributes(const struct choice *choice);

/* Takes what is dropped out of the tree, and notes in the page what is kept. Before the cut. */
void choice_apply(const struct choice *choice, struct block_page *page);

#endif
