/*
 * The type of the page.
 */
#ifndef PITH_METADATA_TYPE_H
#define PITH_METADATA_TYPE_H

#include "metadata/gathering.h"

/* The type, as listed in pith.h (PITH_TYPE): as declared by the page; otherwise as its address
 * `url` suggests; otherwise an article if it `is_signed`, that is, has an author or a date;
 * otherwise none. */
struct metadata_value type_choose(const struct gathering *g, struct str url, bool is_signed);

/* Whether the page declares itself a schema.org NewsArticle or one of its subtypes, whose names all
 * end in it (ReportageNewsArticle ...). */
bool type_is_news(const struct gathering *g);

/* Whether the page declares, or its address says, that it is a thread of a forum. */
bool type_is_thread(const struct gathering *g);

#endif
