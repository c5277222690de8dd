/*
 * What kind of page it is.
 */
#ifndef PITH_METADATA_TYPE_H
#define PITH_METADATA_TYPE_H

#include "metadata_source.h"

/* article, forum, product, collection, listing, documentation, service or other. */
struct metadata_value type_choose(const struct gathering *g);

#endif
