/*
 * Undoes what the program that wrote a plain-text dump has done to the page's text: lines wrapped
 * at a margin, numbers before links, labels before buttons, tabs between the entries of a menu,
 * marks of headings and links, character references left as they are.
 */
#ifndef PITH_PAGE_DUMP_TEXT_H
#define PITH_PAGE_DUMP_TEXT_H

#include "page/link_numbers.h"

struct dump_text {
    struct arena *arena;
    struct str text; /* without the list of links at its end */
    size_t at;       /* where the next line begins */
    size_t n_tabs;   /* in the line before */
    size_t row_end;  /* where the line ends that is being cut at its tabs */
    uint32_t margin; /* see unwrap.h */
    struct link_numbers numbers;
    bool has_stars; /* html2text's marks: "***** Title *****", "a_link" */
    bool has_markdown;
    bool has_references; /* its character references are to be decoded */
};

void dump_text_init(struct dump_text *dump, struct arena *arena, struct str text);

/* The next line or paragraph: *line is where it is in the text, *says what the page says there.
 * Returns false at the end. */
bool dump_text_next(struct dump_text *dump, struct str *line, struct str *says);

#endif
