/*
 * What a line of Markdown must not begin with to be a line of text.
 */
#ifndef PITH_BASE_ESCAPE_LINE_H
#define PITH_BASE_ESCAPE_LINE_H

#include "base/str.h"

/* The place of the character to escape because a line begins at `i`, or s.len: headings, quotes,
 * lists, definitions, rules, underlines of headings, rows of tables, containers, metadata. */
size_t escape_line(struct str s, size_t i);

#endif
