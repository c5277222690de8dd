/*
 * What stands for a picture or an icon that is all that a table's cell holds: ticks and crosses.
 */
#ifndef PITH_PAGE_CELL_LABEL_H
#define PITH_PAGE_CELL_LABEL_H

#include "html/dom.h"

/* The label of a cell without text, STR_NONE where it has none; *node is what it labels. Looks at
 * the cell's first few nodes. */
struct str cell_label(const struct dom *dom, uint32_t cell, uint32_t *node);

#endif
