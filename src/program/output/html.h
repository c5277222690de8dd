/*
 * Writes a result as a small HTML page, and escapes text for HTML.
 */
#ifndef PITH_PROGRAM_OUTPUT_HTML_H
#define PITH_PROGRAM_OUTPUT_HTML_H

#include "base/buffer.h"
#include "program/options.h"
#include "program/output/field.h"

/* Appends the result as a complete page or, with is_fragment or body_only, as a fragment. */
void output_html(struct buffer *out, const struct result *result, const struct options *options);

/* Appends text with & < > and " as character references: safe in text and in quoted attributes. */
void output_html_text(struct buffer *out, struct str text);

#endif
