/*
 * A dateline at the start of the first paragraph: "LONDON, April 3 (Reuters) - ".
 */
#ifndef PITH_METADATA_LEAD_H
#define PITH_METADATA_LEAD_H

#include "metadata/window.h"

/* Looks at the first paragraph of the text, and at the one after a standfirst; sets
 * out->lead_block, lead_len and the place. */
void lead_read(const struct gathering *g, const struct window *window, struct metadata *out);

#endif
