/*
 * How the tags of tables change the stack of open elements.
 */
#ifndef PITH_HTML_NESTING_TABLE_H
#define PITH_HTML_NESTING_TABLE_H

#include "html/nesting.h"

/* The innermost table, if what comes next would be outside its cells and captions; otherwise
 * OPEN_NOT_FOUND. */
size_t nesting_table_find_bare(const struct nesting *nesting);

/* Processes the start tag of a part of a table: a caption, section, row, cell or column. False if
 * the tag is ignored because it is outside a table. */
bool nesting_table_open(struct nesting *nesting, enum element element);

/* Processes the end tag of a table or of a part of one. */
void nesting_table_close(struct nesting *nesting, enum element element);

/* Anything but <col> ends a <colgroup>. */
void nesting_table_leave_colgroup(struct nesting *nesting, enum element next);

#endif
