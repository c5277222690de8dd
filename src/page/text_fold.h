/*
 * Collapses the white space of text that comes in pieces.
 */
#ifndef PITH_PAGE_TEXT_FOLD_H
#define PITH_PAGE_TEXT_FOLD_H

#include "base/buffer.h"

/* The output; it neither begins nor ends with white space. */
struct text_folder {
    struct buffer *out;
    char gap; /* pending white space before the next character: ' ', '\n' or 0 */
};

/* Appends a piece of text. Spaces of all widths become one space; invisible characters and those of
 * icon fonts are dropped. */
void text_fold(struct text_folder *to, struct str text);

/* Writes the gap now. */
void text_fold_gap(struct text_folder *to);

#endif
