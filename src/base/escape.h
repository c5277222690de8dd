/*
 * Text into Markdown that every common renderer shows as that text and as nothing else.
 */
#ifndef PITH_BASE_ESCAPE_H
#define PITH_BASE_ESCAPE_H

#include "base/buffer.h"

/* Where text is, which decides what has a meaning there. */
enum escape_place {
    ESCAPE_PARAGRAPH,
    ESCAPE_HEADING, /* of one line, after "#" */
    ESCAPE_CELL     /* of one line, between "|" */
};

/* Appends the bytes [first, end) of `s`, none of them a line break; `at_line_start` where nothing
 * of their line has been written. What is around them in `s` is looked at, not written. */
void escape_text(struct buffer *out, struct str s, size_t first, size_t end,
                 enum escape_place place, bool at_line_start);

/* Appends what ends a line within a paragraph: a backslash, or spaces after what may be a URL,
 * which a backslash would belong to. */
void escape_line_break(struct buffer *out);

/* Appends a span of code, its line breaks as spaces. */
void escape_code(struct buffer *out, struct str code, enum escape_place place);

/* Appends a URL, as url_append_safe gives it, for a link's destination. */
void escape_url(struct buffer *out, struct str url);

/* The longest run of backticks in `s`, those counted that become one in NFC. */
size_t escape_longest_fence(struct str s);

#endif
