/*
 * A row of terms as TeX: the spaces between them, fences that grow, matrices.
 */
#ifndef PITH_PAGE_TEX_ROW_H
#define PITH_PAGE_TEX_ROW_H

#include "page/formula/tex_symbol.h"

/* The TeX for an element of MathML. */
struct tex_term {
    struct str tex;
    struct str body;  /* of a table: its rows; of a binomial: its two groups */
    uint32_t sign;    /* the character, if it is a single operator */
    uint8_t class;    /* enum tex_class */
    bool is_compound; /* several terms without braces */
    bool is_tall;     /* fences around it grow */
    bool is_table;
    bool is_binomial;  /* a fraction without a bar */
    bool is_separator; /* mprescripts */
    bool has_sub, has_sup;
};

/* Combines `n` terms into one; may change them. A single term is returned unchanged. */
struct tex_term tex_row(struct arena *arena, struct tex_term *terms, size_t n);

/* Whether a letter after `tex` would become part of its last command. */
bool tex_ends_in_command(struct str tex);

#endif
