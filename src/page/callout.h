/*
 * Boxes that a page sets apart from its text: callouts, admonitions, alerts. The names that systems
 * use are in the table in callout.c, one row per name.
 */
#ifndef PITH_PAGE_CALLOUT_H
#define PITH_PAGE_CALLOUT_H

#include "html/dom.h"

/* The kind of a callout: "note", "warning"; static storage. STR_NONE if it is not a callout. */
struct str callout_kind(const struct dom *dom, uint32_t box);

/* Quick checks of tag and class, and of each name in a class: if all are false, callout_kind finds
 * none. */
bool callout_may_be(uint8_t tag, struct str class);
bool callout_may_be_named(uint8_t tag, struct str name);

/* Whether an element in a callout is its title, by tag or class. */
bool callout_is_title(const struct dom_node *element);

/* The kind that is written as "[!NOTE]" in Markdown, without the signs. STR_NONE if there is no
 * such kind. */
struct str callout_of_mark(struct str mark);

/* Whether a text is only the name of a kind: "Note". */
bool callout_is_kind(struct str text);

#endif
