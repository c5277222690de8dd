/*
 * Finds authors in the lines of a page, one line after another.
 */
#ifndef PITH_METADATA_LINE_AUTHORS_H
#define PITH_METADATA_LINE_AUTHORS_H

#include "metadata/date/date.h"
#include "metadata/window.h"

enum {
    LINE_FORM_RANK = 6,  /* of a candidate whose line only has the form of a byline */
    LINE_NEAR_BLOCKS = 6 /* standfirst, byline, picture and its caption may precede the date */
};

/* A line, and what is known about it. */
struct line {
    struct str text;
    uint32_t block;
    bool has_date;
    struct date_span date; /* its date, if it has one */
    bool is_lone_name;     /* only a person's name, with no such line before it: a second one is
                              the place */
    bool is_early;         /* before the article's text */
};

/* The state of reading a page's lines. */
struct line_reader {
    struct gathering *g;
    const struct window *window;
    language_set languages;
    bool is_dump; /* where every line is a block of its own */
    struct line before;
    bool follows_by; /* the previous line was just "By", or an author after that */
    bool is_listing; /* the previous line was an author */
    bool in_tail;    /* after the article */
    uint32_t form;   /* the last block that is a byline by its form; 0 if there is none */
};

/* The text without an address at its end in the form that mailing lists use: "jane at
 * example.org". */
struct str line_authors_without_address(struct str text);

/* Whether a text that names a person may be the whole byline at that block. */
bool line_authors_is_person(const struct line_reader *r, struct str text, uint32_t block);

/* The share of the words that the page also writes in lower case: those of "Key Points" and
 * "Related Topics", but not those of a name. In the dumps of 1,200 real pages, 17 of 439 lines with
 * such a word named an author, and 286 of the 933 others did. */
double line_authors_common_share(struct gathering *g, struct str text);

/* Adds the authors that a text names, as a separate group. */
void line_authors_add(struct gathering *g, struct str text, uint32_t block, unsigned rank);

/* Adds the authors that a line of a dump names, as only its form says (byline_form.h). Several such
 * lines with nothing but addresses between them are one byline. */
void line_authors_add_form(struct line_reader *r, struct str text, uint32_t block);

/* Adds a newsroom that is alone on its line in a dump ("HP-Redaktion"), between the headline and
 * the text or directly below a paragraph. False if it is not such a line. */
bool line_authors_add_desk(struct line_reader *r, struct str text, uint32_t block);

/* Adds the authors that the line names. */
void line_authors_read(struct line_reader *r, const struct line *line);

#endif
