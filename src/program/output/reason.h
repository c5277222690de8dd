/*
 * Describes a block's reasons in words: what each feature in pith_block.reasons measures.
 */
#ifndef PITH_PROGRAM_OUTPUT_REASON_H
#define PITH_PROGRAM_OUTPUT_REASON_H

#include "base/buffer.h"

/* Appends one HTML paragraph per reason, strongest first: its pull, its description and the
 * feature's name; only the name if the table does not describe it. */
void output_reasons_html(struct buffer *out, const char *reasons);

#endif
