/*
 * Boxes that a page sets off from its text: callouts, admonitions, alerts. What systems call them
 * is in the table of callout.c, one row per name.
 */
#ifndef PITH_PAGE_CALLOUT_H
#define PITH_PAGE_CALLOUT_H

#include "html/dom.h"

/* What a callout is: "note", "warning"; static storage. STR_NONE for an element that is none. */
struct str callout_kind(const struct dom_node *element);

/* Whether an element in a callout is, by its tag or class, the title. */
bool callout_is_title(const struct dom_node *element);

/* Whether a text is the name of a kind and nothing else: "Note". */
bool callout_is_kind(struct str text);

#endif
