/*
 * A result in the form that the options ask for.
 */
#ifndef PITH_PROGRAM_OUTPUT_ARTICLE_H
#define PITH_PROGRAM_OUTPUT_ARTICLE_H

#include "base/buffer.h"
#include "program/options.h"
#include "program/output/field.h"

/* The line of column names that --header puts before rows of TSV, into `out`, which holds
 * OUTPUT_HEADER_BYTES; empty without --header. */
enum { OUTPUT_HEADER_BYTES = 1024 };
void output_header(char *out, const struct options *options);

/* Appends the result: text, Markdown, HTML, a row of TSV or a line of JSON, as options->format
 * says, or its explanation. Text, Markdown and HTML of a page without main content are empty. In a
 * file of its own, the row has its header. */
void output_article(struct buffer *out, const struct result *result, const struct options *options);

#endif
