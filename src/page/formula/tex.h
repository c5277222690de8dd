/*
 * Brings TeX, as pages write it, into one form.
 */
#ifndef PITH_PAGE_TEX_H
#define PITH_PAGE_TEX_H

#include "base/buffer.h"

/* A formula in TeX and how it is displayed. */
struct tex_formula {
    struct str tex;  /* on one line, without delimiters */
    bool is_display; /* on a line of its own */
};

/* Strips `source` of what surrounds a formula: delimiters ($...$, \(...\) and others, which also
 * say whether it is displayed), a document around it, \displaystyle before it, comments, and white
 * space that TeX ignores. The result is in the arena or in `source`. */
struct tex_formula tex_formula(struct arena *arena, struct str source);

/* Appends a formula with its delimiters: $...$, or $$...$$ if it is displayed. */
void tex_append_delimited(struct buffer *out, const struct tex_formula *formula);

/* Appends text for use inside \text{}, with TeX's special characters escaped. */
void tex_append_text(struct buffer *out, struct str text);

/* A search for the formulas with delimiters in a text: set `text`, clear the rest. */
enum { TEX_DELIMITERS = 8 };
struct tex_search {
    struct str text;
    size_t at, end;                /* the bytes of the formula that was found last */
    size_t passed[TEX_DELIMITERS]; /* where the search for the end of each kind has come to */
};

/* Finds the next formula; false if there is none. "$5 and $10" is not a formula: between single
 * dollars there must be TeX, with white space and digits only where pandoc allows them. */
bool tex_search_next(struct tex_search *search);

/* Whether a text is TeX and hardly anything else, such as the alternative text of an image. */
bool tex_is_likely(struct str text);

#endif
