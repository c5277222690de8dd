/*
 * Small helpers for all output formats.
 */
#ifndef PITH_PROGRAM_OUTPUT_TEXT_H
#define PITH_PROGRAM_OUTPUT_TEXT_H

#include <stdbool.h>
#include <string.h>

#include "base/buffer.h"

static inline void output_text(struct buffer *out, const char *text) {
    buffer_append(out, str_of(text));
}

/* The length in bytes of the character at text.at[i], and whether it may be shown: neither a
 * control character (C0, DEL, C1) nor a bidirectional override, nor what is not UTF-8, as in the
 * names of some files, and would be a control character to some terminals. */
size_t output_character_len(struct str text, size_t i, bool *is_shown);

/* Appends a line that is safe for a terminal: white space as spaces, other control characters as
 * "?". */
void output_line(struct buffer *out, struct str text);

/* Appends a TSV cell. Tab, line breaks and backslash become "\\t", "\\n", "\\r" and "\\\\"; other
 * control characters "?". A leading "=", "+", "-" or "@", which a spreadsheet would take for the
 * start of a formula, also gets a backslash, and so does a quotation mark. */
void output_tsv_cell(struct buffer *out, struct str text);

#endif
