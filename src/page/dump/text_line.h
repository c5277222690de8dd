/*
 * A line of a plain-text dump, measured in columns as on a terminal.
 */
#ifndef PITH_PAGE_TEXT_LINE_H
#define PITH_PAGE_TEXT_LINE_H

#include <stdbool.h>

#include "base/str.h"

struct text_line {
    struct str text;     /* without white space at its ends; empty for a blank line */
    uint32_t indent;     /* columns before the text */
    uint32_t hang;       /* columns before the text of a list item, after its bullet or number;
                            for other lines `indent` */
    uint32_t end;        /* columns up to the end of the text */
    uint32_t first_word; /* columns that its first word takes; in scripts without spaces, its first
                            character */
    uint32_t n_words;
    bool is_row; /* has a wide gap, as between the columns of a table, or no letters, or is
                    one link */
};

/* Measures a line (well-formed UTF-8, without its '\n'). */
void text_line_measure(struct str line, struct text_line *out);

/* Whether a word at the end of a line and one at the start of the next are separated by a space;
 * both lines have text. */
bool text_line_needs_space(struct str before, struct str after);

#endif
