/*
 * Shows why each block of a page was kept or dropped, as rows or as a page to view.
 */
#ifndef PITH_PROGRAM_OUTPUT_EXPLAIN_H
#define PITH_PROGRAM_OUTPUT_EXPLAIN_H

#include "base/buffer.h"
#include "program/output/field.h"

/* Appends one row per block: verdict (with the exact rule if one decided), score, text density,
 * link density, path, first words, reasons. */
void output_explain_tsv(struct buffer *out, const struct result *result);

/* Appends one self-contained HTML page. */
void output_explain_html(struct buffer *out, const struct result *result);

#endif
