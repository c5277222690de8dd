/*
 * Escapes text for Markdown, so that every common renderer shows exactly that text.
 */
#ifndef PITH_BASE_ESCAPE_H
#define PITH_BASE_ESCAPE_H

#include "base/buffer.h"

/* The context of a text, which decides what is syntax there. */
enum escape_place {
    ESCAPE_PARAGRAPH,
    ESCAPE_HEADING, /* single line, after "#" */
    ESCAPE_CELL     /* single line, between "|" */
};

/* Appends the bytes [first, end) of `s`, which contain no line break. `at_line_start` says that
 * nothing has been written on their line yet. The bytes around them in `s` are only looked at. */
void escape_text(struct buffer *out, struct str s, size_t first, size_t end,
                 enum escape_place place, bool at_line_start);

/* Appends a line break within a paragraph: a backslash, or spaces after a possible URL, which would
 * swallow the backslash. */
void escape_line_break(struct buffer *out);

/* Appends a code span, with line breaks turned into spaces. */
void escape_code(struct buffer *out, struct str code, enum escape_place place);

/* Appends a URL from url_append_safe as the destination of a link. Unless it `may_follow_dollar`,
 * its dollars are written as they are: they could only end a formula that begins before it in the
 * same paragraph. */
void escape_url(struct buffer *out, struct str url, bool may_follow_dollar);

/* The longest run of backticks in `s`, including characters that become backticks in NFC. */
size_t escape_longest_fence(struct str s);

#endif
