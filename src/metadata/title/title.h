/*
 * Chooses the headline among titles and headings.
 */
#ifndef PITH_METADATA_TITLE_H
#define PITH_METADATA_TITLE_H

#include "base/arena.h"
#include "base/str.h"
#include "metadata/gathering.h"

/* The chosen headline. */
struct headline {
    struct metadata_value value;
    struct str key;      /* of the value */
    uint32_t first, end; /* its blocks; first is NOWHERE if it is not shown */
};

/* Chooses what the page's titles and headings agree on; an empty value if there are none. */
void title_choose(const struct gathering *g, struct headline *out);

#endif
