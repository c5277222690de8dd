/*
 * Folds the white space of text that comes in pieces.
 */
#ifndef PITH_PAGE_TEXT_FOLD_H
#define PITH_PAGE_TEXT_FOLD_H

#include "base/buffer.h"

/* Where text is folded to; no white space comes first or last. */
struct text_folder {
    struct buffer *out;
    char gap; /* white space that comes before the next character: ' ', '\n' or 0 */
};

/* Appends a piece of text. Spaces of all widths become one space; characters that are not seen and
 * those of icon fonts are dropped. */
void text_fold(struct text_folder *to, struct str text);

/* Writes the gap now. */
void text_fold_gap(struct text_folder *to);

#endif
