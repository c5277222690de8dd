/*
 * Finds out whether a page writes the month before the day.
 */
#ifndef PITH_METADATA_DATE_ORDER_H
#define PITH_METADATA_DATE_ORDER_H

#include "page/block.h"

/* Whether a page in English has the month first in dates with points: by those of its dates that
 * are possible in one order only ("06.30.13"), otherwise only if it is American. */
bool date_order_points_month_first(const struct block_page *page, bool is_american);

#endif
