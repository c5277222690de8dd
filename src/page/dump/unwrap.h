/*
 * Joins the lines of a plain-text dump that a text browser (lynx, w3m, elinks, html2text) or fold
 * has wrapped at a margin, so that each paragraph becomes one line again.
 */
#ifndef PITH_PAGE_UNWRAP_H
#define PITH_PAGE_UNWRAP_H

#include "page/dump/text_line.h"

/* The column beyond which the lines of a dump do not go because they were wrapped there; 0 if they
 * were not. */
uint32_t unwrap_margin(struct str text);

/* The line at text.at[*at], with the lines that continue it if `margin` is not 0; moves *at past
 * them. The result is a part of `text` and may contain line ends. */
struct str unwrap_next(struct str text, uint32_t margin, size_t *at);

#endif
