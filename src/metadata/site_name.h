/*
 * The name of a page's site in what the page gives as such.
 */
#ifndef PITH_METADATA_SITE_NAME_H
#define PITH_METADATA_SITE_NAME_H

#include "metadata/gathering.h"

/* The name in a value such as "The Courier - Your daily news": without a slogan if the rest names
 * the host; the host of an address; STR_NONE for an account, "@courier". */
struct str site_name_of(const struct gathering *g, struct str value);

#endif
