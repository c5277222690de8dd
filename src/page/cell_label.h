/*
 * Text for a table cell that contains only an image or an icon: ticks and crosses.
 */
#ifndef PITH_PAGE_CELL_LABEL_H
#define PITH_PAGE_CELL_LABEL_H

#include "html/dom.h"

/* The label of a cell without text, or STR_NONE; *node is the node it labels. Looks at the cell's
 * first few nodes. */
struct str cell_label(const struct dom *dom, uint32_t cell, uint32_t *node);

#endif
