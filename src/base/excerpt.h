/*
 * The beginning of a text, to represent it in a list.
 */
#ifndef PITH_BASE_EXCERPT_H
#define PITH_BASE_EXCERPT_H

#include "base/str.h"

/* The start of well-formed text, at most about 300 bytes: whole paragraphs up to one that ends a
 * sentence, cut at the end of a sentence if one ends in the second half, otherwise after a word.
 * The result is a slice of `text`. */
struct str excerpt_of(struct str text);

#endif
