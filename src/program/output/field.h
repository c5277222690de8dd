/*
 * The fields of a result by name: the choices of --fields, and the keys of JSON.
 */
#ifndef PITH_PROGRAM_OUTPUT_FIELD_H
#define PITH_PROGRAM_OUTPUT_FIELD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "pith.h"
#include "program/output/formats.h"

/* PITH_DIRECTION is the last field that the library has a number for (test_options.sh checks
 * this). */
enum { N_PAGE_FIELDS = PITH_DIRECTION + 1 };

/* The library's fields come first, with their own numbers. */
enum field {
    FIELD_AUTHORS = N_PAGE_FIELDS,
    FIELD_TAGS,
    FIELD_CONFIDENCE,
/* The body. FIELD_TEXT in --fields stands for the body in the format of the output. */
#define X(NAME, name, suffix, renderer, writer) FIELD_##NAME,
    BODY_FORMATS(X)
#undef X
        FIELD_COMMENTS,
    FIELD_SOURCES,
    FIELD_CERTAINTY,
    FIELD_WORD_COUNT,
    FIELD_EXCERPT,
    FIELD_CHARSET, /* that the page was decoded from */
    FIELD_LINKS,   /* those in the body, as objects; in JSON */
    FIELD_IMAGES,
    FIELD_TABLES,
    FIELD_FILE,
    FIELD_ID, /* from here on: of --warc, as the record says */
    FIELD_FETCHED,
    FIELD_STATUS,
    FIELD_CONTENT_TYPE,
    FIELD_DIGEST,
    FIELD_OFFSET,
    FIELD_LENGTH,
    FIELD_CANONICAL, /* the page's own URL, if `url` is the record's */
    N_FIELDS
};

/* What the record of a crawl says about its page. NULL and 0: nothing. */
struct result_record {
    const char *id, *url, *fetched, *content_type, *digest;
    unsigned status;
    unsigned long long offset, length; /* in the file, compressed; length 0: unknown */
};

/* The result for one page, and what the program knows about its origin. */
struct result {
    const struct pith_article *article;
    const char *file;                   /* the input's name; NULL: not to be written */
    const struct result_record *record; /* NULL: not from a crawl */
    bool is_empty; /* counts as a page without main content; its body is then "" */
};

const char *field_name(enum field field);

/* The format of the body that a field contains; 0 if none. */
unsigned field_body_format(enum field field);

/* The field that contains the body in an output format; FIELD_TEXT if it is no format of the
 * body. */
enum field field_body(enum output_format format);

/* The field of that name, or N_FIELDS. */
enum field field_find(const char *name, size_t len);

/* The certainty of the field; false if it is not estimated, or there is no value. */
bool field_certainty(const struct result *result, enum field field, double *out);

/* The value of a field that is a string; NULL if the page does not say, and for other kinds: lists,
 * confidence, sources. */
const char *field_text(const struct result *result, enum field field);

/* The same for what the program knows but the library does not: the file's name, and what the
 * record of a crawl says. May be any bytes. */
const char *field_own_text(const struct result *result, enum field field);

/* The value of a field that is a whole number; false if it has none, and for other kinds. */
bool field_number(const struct result *result, enum field field, unsigned long long *out);

/* The number of words in the body, and its beginning: FIELD_WORD_COUNT and FIELD_EXCERPT. */
size_t field_word_count(const struct result *result);
struct str field_excerpt(const struct result *result);

/* The i-th item of a field that is a list; NULL at and past the end, and for other kinds. */
const char *field_item(const struct result *result, enum field field, size_t i);

/* Where the field's value or list was found; NULL if it has none, and for confidence and the
 * body. */
const char *field_source(const struct result *result, enum field field);

/* Whether the field is a list. */
static inline bool field_is_list(enum field field) {
    return field == FIELD_AUTHORS || field == FIELD_TAGS;
}

/* The fields written without --fields: all but sources and the other formats of the body. */
extern const enum field field_defaults[];
extern const size_t field_n_defaults;

/* The same for --warc, and how many of them are written with an error. */
extern const enum field field_record_defaults[];
extern const size_t field_n_record_defaults, field_n_record_own;

#endif
