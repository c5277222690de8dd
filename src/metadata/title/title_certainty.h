/*
 * How likely the chosen headline is to be right.
 */
#ifndef PITH_METADATA_TITLE_CERTAINTY_H
#define PITH_METADATA_TITLE_CERTAINTY_H

#include "metadata/title/headings.h"
#include "metadata/author/page_names.h"

/* The probability that the headline with this key is right; `heading` is the one that shows it, or
 * NULL. */
double title_certainty(const struct gathering *g, const struct page_names *names,
                       const struct headings *headings, const struct heading *heading,
                       struct str key);

#endif
