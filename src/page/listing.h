/*
 * Code listings in the markup of highlighters: which elements hold one, what in them is no code,
 * and what language they say it is in. All that is known of single highlighters is in the tables
 * of listing.c.
 */
#ifndef PITH_PAGE_LISTING_H
#define PITH_PAGE_LISTING_H

#include "html/dom.h"

/* Whether an element is <pre> or one of its obsolete kin. */
bool listing_is_pre(uint8_t tag);

/* Whether an element holds a listing as a whole: <pre>, or what a highlighter builds from other
 * elements, with a table row or a <div> for each line. */
bool listing_is_root(const struct dom *dom, uint32_t element);

/* Whether all within a listing may be one text: it holds lines, not the sections of a page around
 * which a <pre> was left open. Looks at each node within. */
bool listing_is_text(const struct dom *dom, uint32_t root);

/* Whether an element holds line numbers alone. */
bool listing_is_gutter(const struct dom *dom, uint32_t element);

/* Whether an element within a listing is no part of the code: line numbers, buttons. */
bool listing_is_furniture(const struct dom *dom, uint32_t element);

/* Whether a text is a button's beside a listing: "Copy", "Copied!". */
bool listing_is_copy_label(struct str text);

/* Whether a text is the name of a language, as highlighters write it in classes and labels. */
bool listing_is_language(struct str text);

/* The language of a listing, as the page has it; STR_NONE where the page does not say. Looks at the
 * listing's own element, at <code> within, at a few elements around and at a label before it. */
struct str listing_language(const struct dom *dom, uint32_t root);

#endif
