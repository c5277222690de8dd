/*
 * The columns of a table's cells when cells above and before them span several rows and columns.
 */
#ifndef PITH_RENDER_TABLE_COLUMNS_H
#define PITH_RENDER_TABLE_COLUMNS_H

#include "html/dom.h"

/* Wider tables are layout or malicious: every row is filled up to the table's width. */
enum { TABLE_MAX_COLUMNS = 100 };

/* Sets, for each cell of the table, its column (from 0), and for each row its number of columns;
 * `columns` is indexed by node. Beyond the limit the value is TABLE_MAX_COLUMNS or one more.
 * Follows the algorithm for forming a table in the HTML standard, section 4.9.12. Linear in the
 * number of the table's cells, without nested tables. */
void table_columns_read(const struct dom *dom, uint32_t table, uint32_t *columns);

#endif
