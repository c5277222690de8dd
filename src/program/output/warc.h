/*
 * A result into a conversion record of a WARC file (ISO 28500), as Common Crawl's WET files have
 * them: the text of the page, in a gzip member of its own.
 */
#ifndef PITH_PROGRAM_OUTPUT_WARC_H
#define PITH_PROGRAM_OUTPUT_WARC_H

#include "base/buffer.h"
#include "program/output/field.h"

/* Appends the record that a file begins with. */
void output_warc_info(struct buffer *out);

/* Appends the record of a page, which has a result->record. */
void output_warc_conversion(struct buffer *out, const struct result *result);

#endif
