/*
 * The fields of a result by name: what --fields chooses from, and JSON's keys.
 */
#ifndef PITH_PROGRAM_OUTPUT_FIELD_H
#define PITH_PROGRAM_OUTPUT_FIELD_H

#include <stdbool.h>
#include <stddef.h>

#include "pith.h"

/* PITH_TYPE is the last field that the library has a number for (test_options.sh checks it). */
enum { N_PAGE_FIELDS = PITH_TYPE + 1 };

/* The library's fields come first, with their own numbers. */
enum field {
    FIELD_AUTHORS = N_PAGE_FIELDS,
    FIELD_TAGS,
    FIELD_CONFIDENCE,
    FIELD_TEXT, /* the body; in markdown and html in that form */
    FIELD_MARKDOWN,
    FIELD_HTML,
    FIELD_COMMENTS,
    FIELD_SOURCES,
    FIELD_FILE,
    N_FIELDS
};

/* One page's result, and what the program knows of where it came from. */
struct result {
    const struct pith_article *article;
    const char *file; /* the input's name; NULL: not to be told */
    bool is_empty;    /* counts as one without main content; its body is "" then */
};

const char *field_name(enum field field);

/* The field of that name, or N_FIELDS. */
enum field field_find(const char *name, size_t len);

/* The value of a field that is one string; NULL where the page does not say, and for the others:
 * lists, confidence, sources. */
const char *field_text(const struct result *result, enum field field);

/* The i-th value of a field that is a list; NULL at and past the end, and for the others. */
const char *field_item(const struct result *result, enum field field, size_t i);

/* Where the field's value or list was found; NULL where it has none, and for confidence and the
 * body. */
const char *field_source(const struct result *result, enum field field);

/* Whether the field is a list. */
static inline bool field_is_list(enum field field) {
    return field == FIELD_AUTHORS || field == FIELD_TAGS;
}

/* What is written where --fields does not say: all but the body's other forms and sources. */
extern const enum field field_defaults[];
extern const size_t field_n_defaults;

#endif
