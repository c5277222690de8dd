/*
 * A result in the form that the options ask for.
 */
#ifndef PITH_PROGRAM_OUTPUT_ARTICLE_H
#define PITH_PROGRAM_OUTPUT_ARTICLE_H

#include "base/buffer.h"
#include "program/options.h"
#include "program/output/field.h"

/* Appends the result: text, Markdown, HTML, a row of TSV or a line of JSON, as options->format
 * says, or its explanation. Text, Markdown and HTML of a page without main content are empty. */
void output_article(struct buffer *out, const struct result *result, const struct options *options);

#endif
