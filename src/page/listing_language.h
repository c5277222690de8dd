/*
 * The language of a listing as its highlighter writes it, and the labels of its buttons.
 */
#ifndef PITH_PAGE_LISTING_LANGUAGE_H
#define PITH_PAGE_LISTING_LANGUAGE_H

#include "html/dom.h"

/* Whether a text is the label of a button beside a listing: "Copy", "Copied!". */
bool listing_is_copy_label(struct str text);

/* Whether a text is the name of a language, as highlighters write it in classes and labels. */
bool listing_is_language(struct str text);

/* The language of a listing, as written in the page; STR_NONE if the page does not say. Looks at
 * the listing's own element, at <code> inside, at a few elements around and at a label before
 * it. */
struct str listing_language(const struct dom *dom, uint32_t root);

#endif
