/*
 * Small helpers of the forms of output.
 */
#ifndef PITH_PROGRAM_OUTPUT_TEXT_H
#define PITH_PROGRAM_OUTPUT_TEXT_H

#include <string.h>

#include "base/buffer.h"

static inline void output_text(struct buffer *out, const char *text) {
    buffer_append(out, str_of(text));
}

/* Appends a cell of TSV: tab, line breaks and backslash as "\\t", "\\n", "\\r" and "\\\\". */
void output_tsv_cell(struct buffer *out, struct str text);

#endif
