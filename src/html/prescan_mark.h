/*
 * Marks in the text of a scanned page: each represents a run of text or a list of attributes that
 * was set aside, by its index.
 */
#ifndef PITH_HTML_PRESCAN_MARK_H
#define PITH_HTML_PRESCAN_MARK_H

#include <stdbool.h>

#include "base/buffer.h"

void prescan_mark_append(struct buffer *html, size_t index);

/* Reads the mark at text.at[*i]: returns true with the index of its run or list in *index, and
 * moves *i past the mark. Returns false and leaves *i unchanged if there is none (white space
 * between marks). */
bool prescan_next_mark(struct str text, size_t *i, size_t *index);

#endif
