/*
 * How the tags of tables change the stack of open elements.
 */
#ifndef PITH_HTML_NESTING_TABLE_H
#define PITH_HTML_NESTING_TABLE_H

#include "html/nesting_stack.h"

/* The innermost table, if what comes next would be outside its cells and captions; otherwise
 * OPEN_NOT_FOUND. */
size_t nesting_table_find_bare(const struct nesting *nesting);

/* Processes the start tag of a part of a table: a caption, section, row, cell or column. False if
 * the tag is ignored because it is outside a table. */
bool nesting_table_open(struct nesting *nesting, enum element element);

/* Processes the end tag of a table or of a part of one. */
void nesting_table_close(struct nesting *nesting, enum element element);

/* Anything but <col> ends a <colgroup>. */
static inline void nesting_table_leave_colgroup(struct nesting *nesting, enum element next) {
    if (nesting_is_at_top(nesting, ELEMENT_COLGROUP) && next != ELEMENT_COL && next != ELEMENT_HTML)
        nesting_close_top(nesting);
}

#endif
