/*
 * Code listings in the markup of highlighters: which elements are listings, what in them is not
 * code, and what language they are in. Everything known about particular highlighters is in the
 * tables of listing.c.
 */
#ifndef PITH_PAGE_LISTING_H
#define PITH_PAGE_LISTING_H

#include "html/dom.h"

/* Whether an element is <pre> or one of its obsolete equivalents, such as <listing>. */
bool listing_is_pre(uint8_t tag);

/* Whether an element is a whole listing: <pre>, or what a highlighter builds from other elements,
 * with a table row or a <div> per line. */
bool listing_is_root(const struct dom *dom, uint32_t element);

/* Quick checks of a tag, and of each name in a class: if all are false, so is listing_is_root. */
bool listing_may_be_root(uint8_t tag);
bool listing_may_be_root_named(uint8_t tag, struct str name);

/* Whether a listing may become a single block: it contains lines, not the sections of a page around
 * which a <pre> was left open. Looks at every node inside. */
bool listing_is_text(const struct dom *dom, uint32_t root);

/* The element in a listing whose children are its lines, if only style sheets separate them: no
 * line break is in its text. 0 if there is none. */
uint32_t listing_lines(const struct dom *dom, uint32_t root);

/* Whether an element contains only line numbers. */
bool listing_is_gutter(const struct dom *dom, uint32_t element);

/* Whether an element within a listing is not part of the code: line numbers, buttons. */
bool listing_is_furniture(const struct dom *dom, uint32_t element);

#endif
