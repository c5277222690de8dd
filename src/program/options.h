/*
 * The command line as a struct. One table has every option with its argument and its help; --help,
 * the completions and the tests of the man page are derived from it.
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
#include "program/output/formats.h"

enum explain_form { EXPLAIN_NONE, EXPLAIN_TSV, EXPLAIN_HTML };

/* The kind of input. */
enum input_mode {
    INPUT_PAGES, /* a file is a page, a directory contains many */
    INPUT_JSONL, /* a line is a record that contains a page */
    INPUT_WARC   /* WARC files of responses */
};

/* Words per chunk by default: some 300 tokens of a language model, which fit into the usual
 * embedding models (512 tokens). */
enum { DEFAULT_CHUNK_WORDS = 200 };

struct options {
    struct pith_options page; /* passed to the library */
    /* The selectors that `page` points to: several options form one list. */
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
    bool has_header;       /* TSV begins with a line of column names */
    unsigned chunk_words;  /* words per chunk; 0: no chunks */
    double min_confidence; /* a page below this counts as one without main content */
    struct where where;
    bool warc_out;       /* write conversion records */
    bool keep_damaged;   /* extract what is readable of damaged data */
    const char *out_dir; /* NULL: standard output */
    unsigned n_jobs;     /* worker processes; 0: not given */
    bool follow;         /* follow links that lead out of an input directory */
    bool quiet, verbose, strict, no_sandbox;
    const char *const *files; /* operands; just "-" if there are none */
    size_t n_files;
};

/* Reads the command line. The result points into argv. */
enum options_outcome options_read(int argc, char **argv, struct options *out,
                                  struct options_detail *detail);

/* Whether the answer to a single page names its file: if that was requested, or if it is one of
 * many rows. */
bool options_tell_file(const struct options *options);

/* Whether `field` is one of those to write. */
bool options_has_field(const struct options *options, enum field field);

#endif
