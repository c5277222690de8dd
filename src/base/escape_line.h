/*
 * Finds text that would begin a Markdown block if it began a line.
 */
#ifndef PITH_BASE_ESCAPE_LINE_H
#define PITH_BASE_ESCAPE_LINE_H

#include "base/str.h"

/* The index of the character to escape if a line begins at `i`, or s.len if none: headings, quotes,
 * lists, definitions, rules, underlines of headings, table rows, containers, metadata. */
size_t escape_line(struct str s, size_t i);

#endif
