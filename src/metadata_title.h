/*
 * Titles: parting them from the site's name, choosing the headline.
 */
#ifndef PITH_METADATA_TITLE_H
#define PITH_METADATA_TITLE_H

#include "arena.h"
#include "metadata_source.h"
#include "str.h"

/* Whether a text is the site's name, be it as its host writes it. */
bool title_names_site(const struct gathering *g, struct str text);

/* The site's name that `title` ends with, where nothing else tells it; STR_NONE without one. */
struct str title_site_part(const struct gathering *g, struct str title);

/* What <title> has behind the headline and a mark; STR_NONE where it has nothing. */
struct str title_site_behind(const struct gathering *g, struct str headline);

/* What was chosen for the page's headline. */
struct headline {
    struct metadata_value value;
    struct str key;      /* of the value */
    uint32_t first, end; /* its blocks; first is NOWHERE where it is not shown */
};

/* What the page's titles and headings agree on; an empty value where there are neither. */
void title_choose(const struct gathering *g, struct headline *out);

#endif
