/*
 * What the tags of tables do to the stack of open elements.
 */
#ifndef PITH_HTML_NESTING_TABLE_H
#define PITH_HTML_NESTING_TABLE_H

#include "html/nesting.h"

/* The table that what comes next stands in, but in none of its cells and captions; else
 * OPEN_NOT_FOUND. */
size_t nesting_table_find_bare(const struct nesting *nesting);

/* Takes the start tag of a part of a table: a caption, a section, a row, a cell, a column. False
 * where the tag is ignored: outside of tables. */
bool nesting_table_open(struct nesting *nesting, enum element element);

/* Takes the end tag of a table or of a part of one. */
void nesting_table_close(struct nesting *nesting, enum element element);

/* Anything but <col> ends a <colgroup>. */
void nesting_table_leave_colgroup(struct nesting *nesting, enum element next);

#endif
