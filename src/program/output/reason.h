/*
 * The reasons of a block in words: what each measure of pith_block.reasons looks at.
 */
#ifndef PITH_PROGRAM_OUTPUT_REASON_H
#define PITH_PROGRAM_OUTPUT_REASON_H

#include "base/buffer.h"

/* Appends a paragraph of HTML a reason, strongest first: its pull, what was measured, and the
 * measure's name; of a measure without words in the table, the name alone. */
void output_reasons_html(struct buffer *out, const char *reasons);

#endif
