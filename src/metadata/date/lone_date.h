/*
 * The line that dates a page, if there is no date near the headline.
 */
#ifndef PITH_METADATA_LONE_DATE_H
#define PITH_METADATA_LONE_DATE_H

#include "metadata/window.h"

/* If nothing has given a date yet, adds the day of the page's lines that say "Published", or else
 * "Updated", or follow a byline, as long as they agree. (A date alone is more often an event's.) */
void lone_date_read(struct gathering *g, const struct window *window);

#endif
