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

/* Does the same as text_fold for white space. */
static inline void text_fold_space(struct text_folder *to) {
    char last = to->out->len ? to->out->data[to->out->len - 1] : ' ';
    if (!to->gap && last != ' ' && last != '\n')
        to->gap = ' '; /* white space on both sides of a tag collapses into one space */
}

/* Writes the gap now. */
void text_fold_gap(struct text_folder *to);

#endif
