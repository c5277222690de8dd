/*
 * Small helpers for all output formats.
 */
#ifndef PITH_PROGRAM_OUTPUT_TEXT_H
#define PITH_PROGRAM_OUTPUT_TEXT_H

#include <string.h>

#include "base/buffer.h"

static inline void output_text(struct buffer *out, const char *text) {
    buffer_append(out, str_of(text));
}

/* The length in bytes of the control character at text.at[i] (C0, DEL, C1 or a bidirectional
 * override), or 0. The text need not be UTF-8: file names are not always. */
size_t output_control_at(struct str text, size_t i);

/* Appends a line that is safe for a terminal: white space as spaces, other control characters as
 * "?". */
void output_line(struct buffer *out, struct str text);

/* Appends a TSV cell. Tab, line breaks and backslash become "\\t", "\\n", "\\r" and "\\\\"; other
 * control characters "?". A leading "=", "+", "-" or "@", which a spreadsheet would take for the
 * start of a formula, also gets a backslash. */
void output_tsv_cell(struct buffer *out, struct str text);

#endif
