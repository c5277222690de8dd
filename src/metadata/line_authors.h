/*
 * The authors that the lines of a page name, one line after another.
 */
#ifndef PITH_METADATA_LINE_AUTHORS_H
#define PITH_METADATA_LINE_AUTHORS_H

#include "metadata/date.h"
#include "metadata/window.h"

enum {
    LINE_NEAR_BLOCKS = 6 /* standfirst, byline, picture and its caption stand before the date */
};

/* A line as the readers see it, and what they remember of the one before. */
struct line {
    struct str text;
    uint32_t block;
    bool has_date;
    struct date_span date; /* where it is, if it has one */
    bool is_lone_name;     /* a person's name and nothing else, and no such line before it: a
                              second one is the place */
    bool is_early;         /* before the article's text */
};

/* How far the reading of a page's lines has come. */
struct line_reader {
    struct gathering *g;
    const struct window *window;
    uint32_t languages;
    bool is_dump; /* where every line stands alone */
    struct line before;
    bool follows_by; /* the line before was "By" alone, or an author's behind it */
    bool is_listing; /* it was an author's */
    bool in_tail;    /* behind the article */
};

/* The text without an address at its end in the form that mailing lists hide it: "jane at
 * example.org". */
struct str line_authors_without_address(struct str text);

/* Whether a text that names a person may stand alone as the byline at that block. */
bool line_authors_is_person(const struct line_reader *r, struct str text, uint32_t block);

/* Whether a person's name alone on a dump's line is an author's: all lines stand alone there, and
 * what menus and related topics say has the same form. */
bool line_authors_is_of_dump(const struct line_reader *r, struct str text, uint32_t block);

/* Adds the authors that the line names. */
void line_authors_read(struct line_reader *r, const struct line *line);

#endif
