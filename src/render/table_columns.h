/*
 * Where the cells of a table stand when cells above and before them span several rows and columns.
 */
#ifndef PITH_RENDER_TABLE_COLUMNS_H
#define PITH_RENDER_TABLE_COLUMNS_H

#include "html/dom.h"

/* Wider tables are layout or made to harm: every row is filled up to its width. */
enum { TABLE_MAX_COLUMNS = 100 };

/* Fills in, for each cell of the table, its column (from 0) and for each row its number of columns;
 * `columns` is indexed by node. Those beyond the bound are TABLE_MAX_COLUMNS or one more. Follows
 * the algorithm for forming a table of the HTML standard, section 4.9.12; takes time linear in the
 * table's cells, nested tables not counted. */
void table_columns_read(const struct dom *dom, uint32_t table, uint32_t *columns);

#endif
