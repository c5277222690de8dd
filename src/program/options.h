/*
 * The command line into one struct. One table holds every option with its argument and its help;
 * --help, the completions and the tests of the man page are made from it.
 */
#ifndef PITH_PROGRAM_OPTIONS_H
#define PITH_PROGRAM_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "pith.h"
#include "program/option_error.h"
#include "program/option_value.h"
#include "program/output/field.h"

enum output_format { FORMAT_TEXT, FORMAT_JSON, FORMAT_MARKDOWN, FORMAT_HTML, FORMAT_TSV };

enum explain_form { EXPLAIN_NONE, EXPLAIN_TSV, EXPLAIN_HTML };

/* What one input is. */
enum input_mode {
    INPUT_PAGES, /* a file is a page, a directory many */
    INPUT_JSONL, /* a line is a record that holds a page */
    INPUT_WARC   /* a WARC file of responses */
};

/* Words per chunk unless --chunks says otherwise: some 300 tokens of a language model, which the
 * usual embedding models (512 tokens) take whole. */
enum { DEFAULT_CHUNK_WORDS = 200 };

struct options {
    struct pith_options page; /* what the library is told */
    /* The selectors that `page` points to: several options make one list. */
    char drop[MAX_SELECTOR_BYTES], keep[MAX_SELECTOR_BYTES];
    enum output_format format;
    bool has_format; /* --format was given */
    enum explain_form explain;
    enum input_mode mode;
    enum field fields[N_FIELDS]; /* to write, in this order */
    size_t n_fields;
    bool has_fields; /* --fields was given */
    bool body_only, sources, check;
    bool is_fragment;      /* HTML without the page around it */
    bool has_header;       /* TSV begins with the names of its columns */
    unsigned chunk_words;  /* words of a chunk; 0: no chunks */
    double min_confidence; /* a page below it counts as one without main content */
    struct where where;
    bool warc_out;       /* write conversion records */
    bool keep_damaged;   /* what could be read of damaged data */
    const char *out_dir; /* NULL: standard output */
    unsigned n_jobs;     /* worker processes; 0: not said */
    bool follow;         /* links that lead out of a directory that is read */
    bool quiet, verbose, strict, no_sandbox;
    const char *const *files; /* operands; "-" alone where none is given */
    size_t n_files;
};

/* Reads the command line. The result points into argv. */
enum options_outcome options_read(int argc, char **argv, struct options *out,
                                  struct options_detail *detail);

/* Whether the answer to a single page names its file: where it was asked for, or is one of many
 * rows.
 */
bool options_tell_file(const struct options *options);

/* Whether `field` is among those to write. */
bool options_has_field(const struct options *options, enum field field);

#endif
