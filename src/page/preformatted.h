/*
 * Text whose white space is kept, like that of <pre>.
 */
#ifndef PITH_PAGE_PREFORMATTED_H
#define PITH_PAGE_PREFORMATTED_H

#include "base/buffer.h"

/* Appends a piece of text. White space is kept: line ends become '\n'; control characters and
 * no-break spaces, with which some highlighters indent, become spaces. */
void preformatted_append(struct buffer *out, struct str text);

/* Trims a whole text, which has its own line breaks: empty lines before it and white space after it
 * are removed. */
struct str preformatted_trim(struct str text);

#endif
