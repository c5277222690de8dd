/*
 * Markdown's marks in a plain-text dump that html2text.py, pandoc or a reader service has made of a
 * page: "# Title", "[a link](/address)", "**bold**".
 */
#ifndef PITH_PAGE_MARKDOWN_MARKS_H
#define PITH_PAGE_MARKDOWN_MARKS_H

#include <stdbool.h>

#include "base/buffer.h"

/* Whether several lines are links in Markdown's form, as the entries of a menu are. */
bool markdown_marks_are_in(struct str text);

/* Appends a paragraph, on one line, without marks: of links and images what a reader sees, without
 * their addresses. */
void markdown_marks_append_without(struct buffer *out, struct str text);

#endif
