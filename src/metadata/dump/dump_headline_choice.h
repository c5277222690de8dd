/*
 * Chooses the headline among the lines of a dump that are likely to be it.
 *
 * The model (dump_lines.h) judges each line by itself and its neighbours; the rules here compare
 * the likely lines with each other, as a reader does.
 */
#ifndef PITH_METADATA_DUMP_HEADLINE_CHOICE_H
#define PITH_METADATA_DUMP_HEADLINE_CHOICE_H

#include "metadata/gathering.h"

/* The block that is the headline, or NOWHERE if no block was judged; *likely becomes how likely the
 * likeliest line is, even if another is chosen instead of it. */
uint32_t dump_headline_choose(const struct gathering *g, float *likely);

#endif
