/*
 * Text whose white space stands, as that of <pre>.
 */
#ifndef PITH_PAGE_PREFORMATTED_H
#define PITH_PAGE_PREFORMATTED_H

#include "base/buffer.h"

/* Appends a piece of text. White space is kept: line ends become '\n', control characters and
 * no-break spaces, by which some highlighters indent, spaces. */
void preformatted_append(struct buffer *out, struct str text);

/* What stays of a whole text, which brings its own line breaks: empty lines before it and white
 * space after it are no text. */
struct str preformatted_trim(struct str text);

#endif
