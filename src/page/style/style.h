/*
 * What an inline style says about the text of its element.
 */
#ifndef PITH_PAGE_STYLE_H
#define PITH_PAGE_STYLE_H

#include "base/str.h"
#include "page/inline_kind.h"

/* The next declaration of a style at or after `*at`, trimmed; false after the last. */
bool style_next_declaration(struct str style, size_t *at, struct str *name, struct str *value);

/* How a style sets text apart. */
struct style_look {
    enum inline_kind script; /* INLINE_SUPERSCRIPT, INLINE_SUBSCRIPT; INLINE_DELETED if struck
                                through; INLINE_N_KINDS for none of these */
    bool is_bold, is_italic;
    bool is_not_bold, is_not_italic; /* whatever the element is */
};

struct style_look style_read(struct str style);

#endif
