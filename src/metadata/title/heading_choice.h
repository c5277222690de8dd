/*
 * Which of a page's headings is its headline.
 */
#ifndef PITH_METADATA_HEADING_CHOICE_H
#define PITH_METADATA_HEADING_CHOICE_H

#include "metadata/author/page_names.h"
#include "metadata/title/headings.h"

/* Returns the heading that fits the page's names best, NULL if none does. Marks logos, and sets
 * `only` to the only heading of level 1 apart from them, NULL if there is none or several. */
const struct heading *heading_choose(const struct gathering *g, struct headings *headings,
                                     const struct page_names *names, const struct heading **only);

#endif
