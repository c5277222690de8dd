/*
 * The beginning of a text, to stand for it in a list.
 */
#ifndef PITH_BASE_EXCERPT_H
#define PITH_BASE_EXCERPT_H

#include "base/str.h"

/* The start of well-formed text, at most about 300 bytes: its first paragraphs up to one that ends
 * a sentence, cut at the end of a sentence if one ends in the second half, otherwise after a word.
 * A part of `text`; nothing is added. */
struct str excerpt_of(struct str text);

#endif
