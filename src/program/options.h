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
#include "program/output/field.h"

enum output_format { FORMAT_TEXT, FORMAT_JSON, FORMAT_MARKDOWN, FORMAT_HTML, FORMAT_TSV };

enum explain_form { EXPLAIN_NONE, EXPLAIN_TSV, EXPLAIN_HTML };

/* What one input is. */
enum input_mode {
    INPUT_PAGES, /* a file is a page, a directory many */
    INPUT_JSONL, /* a line is a record that holds a page */
    INPUT_WARC   /* a WARC file of responses */
};

/* Which records of a crawl are read. */
struct where {
    unsigned status; /* 200; 2 for 2xx; 0 for any */
    struct str type; /* media type; STR_NONE: any that is a page */
};

struct options {
    struct pith_options page; /* what the library is told */
    enum output_format format;
    bool has_format; /* --format was given */
    enum explain_form explain;
    enum input_mode mode;
    enum field fields[N_FIELDS]; /* to write, in this order */
    size_t n_fields;
    bool has_fields; /* --fields was given */
    bool body_only, sources, check;
    double min_confidence; /* a page below it counts as one without main content */
    struct where where;
    bool keep_damaged;     /* what could be read of damaged data */
    const char *out_dir;   /* NULL: standard output */
    unsigned n_jobs;       /* worker processes; 0: not said */
    bool follow;           /* links that lead out of a directory that is read */
    bool quiet, verbose, no_sandbox;
    const char *const *files; /* operands; "-" alone where none is given */
    size_t n_files;
};

enum options_outcome {
    OPTIONS_RUN,
    OPTIONS_HELP,
    OPTIONS_VERSION,
    OPTIONS_COMPLETION, /* the shell in detail */
    OPTIONS_WRONG       /* a sentence fragment in detail */
};

/* What went wrong, or the shell whose completions are wanted. */
struct options_detail {
    char text[200];
};

/* Reads the command line. The result points into argv. */
enum options_outcome options_read(int argc, char **argv, struct options *out,
                                  struct options_detail *detail);

/* Whether `field` is among those to write. */
bool options_has_field(const struct options *options, enum field field);

/* A row of the table: an option, or the title of those that follow, whose name is NULL. */
struct option_row {
    int id;
    char letter;          /* 0: none */
    const char *name;     /* long, without "--" */
    const char *argument; /* NULL: takes none; "a|b|c": one of these; "[=a|b]": may be left out */
    const char *help;
};

/* The table, in the order of the help. */
const struct option_row *options_table(size_t *n);

#endif
