/*
 * Writes a result in the format that the options ask for.
 */
#ifndef PITH_PROGRAM_OUTPUT_ARTICLE_H
#define PITH_PROGRAM_OUTPUT_ARTICLE_H

#include "base/buffer.h"
#include "program/options.h"
#include "program/output/field.h"

/* Writes the line of column names that --header puts before TSV rows to `out`, which has space for
 * OUTPUT_HEADER_BYTES; empty without --header. */
enum { OUTPUT_HEADER_BYTES = 1024 };
void output_header(char *out, const struct options *options);

/* Appends the result as text, Markdown, HTML, a TSV row or a line of JSON, depending on
 * options->format, or its explanation. Text, Markdown and HTML of a page without main content are
 * empty. A row in a file of its own includes the header line. */
void output_article(struct buffer *out, const struct result *result, const struct options *options);

#endif
