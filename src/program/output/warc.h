/*
 * Writes a result as a conversion record of a WARC file (ISO 28500), like those in Common Crawl's
 * WET files: the text of the page, compressed as a separate gzip member.
 */
#ifndef PITH_PROGRAM_OUTPUT_WARC_H
#define PITH_PROGRAM_OUTPUT_WARC_H

#include "base/buffer.h"
#include "program/output/field.h"

/* Appends the record at the start of a file. */
void output_warc_info(struct buffer *out);

/* Appends the record for a page; it must have a result->record. */
void output_warc_conversion(struct buffer *out, const struct result *result);

#endif
