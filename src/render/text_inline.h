/*
 * Writes the text of a block as plain text: formulas in TeX, superscripts and subscripts,
 * references to notes, and links if requested.
 */
#ifndef PITH_RENDER_TEXT_INLINE_H
#define PITH_RENDER_TEXT_INLINE_H

#include "render/inline.h"

struct text_inline {
    struct buffer *out;
    const struct inline_reader *reader;
    bool is_code;    /* the text is written unchanged */
    bool is_in_cell; /* its line breaks become spaces */
    /* Called after the text of a link, which starts at out->data[start]; NULL: no links. */
    void (*end_link)(void *self, struct str url, size_t start);
    void *self;
};

void text_inline_append(const struct text_inline *to, size_t block);

/* Appends "[3]". */
void text_inline_append_number(struct buffer *out, size_t n);

#endif
