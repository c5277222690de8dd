/*
 * What kind of page it is.
 */
#ifndef PITH_METADATA_TYPE_H
#define PITH_METADATA_TYPE_H

#include "metadata/gathering.h"

/* article, forum, product, collection, listing, documentation, service or other: what the page
 * declares, else what its address `url` says, else an article where it `is_signed`: has an author
 * or a date. */
struct metadata_value type_choose(const struct gathering *g, struct str url, bool is_signed);

/* Whether the page declares itself a schema.org NewsArticle or one of its kinds, whose names all
 * end so (ReportageNewsArticle ...). */
bool type_is_news(const struct gathering *g);

#endif
