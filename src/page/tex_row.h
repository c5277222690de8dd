/*
 * Terms of a formula side by side, as TeX: the space between them, fences that grow, matrices.
 */
#ifndef PITH_PAGE_TEX_ROW_H
#define PITH_PAGE_TEX_ROW_H

#include "page/tex_symbol.h"

/* What an element of MathML has become. */
struct tex_term {
    struct str tex;
    struct str body;  /* of a table: its rows; of a binomial: its two groups */
    uint32_t sign;    /* the character that it is, if it is one operator */
    uint8_t class;    /* enum tex_class */
    bool is_compound; /* several terms, in no braces */
    bool is_tall;     /* fences around it grow */
    bool is_table;
    bool is_binomial;  /* a fraction without its line */
    bool is_separator; /* mprescripts */
    bool has_sub, has_sup;
};

/* One term of `n`, which it may change. One alone stays what it is. */
struct tex_term tex_row(struct arena *arena, struct tex_term *terms, size_t n);

/* Whether a letter behind `tex` would become part of its last command. */
bool tex_ends_in_command(struct str tex);

#endif
