/*
 * All options in one table, which is used to read the command line, and to generate --help and the
 * completions.
 */
#ifndef PITH_PROGRAM_OPTION_TABLE_H
#define PITH_PROGRAM_OPTION_TABLE_H

#include <stddef.h>

enum option_id {
    OPT_GROUP,
    OPT_FROM,
    OPT_CHARSET,
    OPT_URL,
    OPT_FORMAT,
    OPT_JSON,
    OPT_MARKDOWN,
    OPT_HTML,
    OPT_FRAGMENT,
    OPT_HEADER,
    OPT_CHUNKS,
    OPT_BODY,
    OPT_NO_METADATA,
    OPT_FIELDS,
    OPT_SOURCES,
    OPT_LINKS,
    OPT_NO_LINKS,
    OPT_IMAGES,
    OPT_VISIBLE,
    OPT_COMMENTS,
    OPT_CHECK,
    OPT_EXPLAIN,
    OPT_MIN_CONFIDENCE,
    OPT_MIN_CERTAINTY,
    OPT_DROP,
    OPT_KEEP,
    OPT_PRECISION,
    OPT_RECALL,
    OPT_OUTPUT,
    OPT_JOBS,
    OPT_JSONL,
    OPT_WARC,
    OPT_FOLLOW,
    OPT_WARC_OUT,
    OPT_WHERE,
    OPT_KEEP_DAMAGED,
    OPT_STRICT,
    OPT_QUIET,
    OPT_VERBOSE,
    OPT_NO_SANDBOX,
    OPT_TIMEOUT,
    OPT_MAX_INPUT,
    OPT_MAX_MEMORY,
    OPT_MAX_DEPTH,
    OPT_MAX_ATTRIBUTES,
    OPT_COMPLETION,
    OPT_VERSION,
    OPT_HELP
};

/* A row of the table: an option, or, if the name is NULL, the title of the group that follows. */
struct option_row {
    int id;
    char letter;          /* 0: none */
    const char *name;     /* long name, without "--" */
    const char *argument; /* NULL: takes none; "a|b|c": one of these; "[=a|b]": optional */
    const char *help;
};

/* The table, in the order of the help. */
const struct option_row *options_table(size_t *n);

#endif
