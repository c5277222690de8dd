/*
 * What to tell the user about an option that makes no sense: which, why, and what would.
 */
#ifndef PITH_PROGRAM_OPTION_ERROR_H
#define PITH_PROGRAM_OPTION_ERROR_H

#include <stdbool.h>

#include "base/str.h"
#include "pith.h"
#include "program/option_table.h"

enum options_outcome {
    OPTIONS_RUN,
    OPTIONS_HELP,
    OPTIONS_VERSION,
    OPTIONS_COMPLETION, /* the shell in detail */
    OPTIONS_WRONG       /* a sentence fragment in detail */
};

/* What went wrong, or the shell whose completions are wanted. */
struct options_detail {
    char text[300];
};

/* All fill in *detail and return OPTIONS_WRONG, the last only if something is wrong. */

/* `name` (without "--") is no option's, or begins the names of several. */
enum options_outcome option_error_name(struct options_detail *detail, struct str name,
                                       bool is_ambiguous);

/* The row's option does not take `value`. */
enum options_outcome option_error_value(struct options_detail *detail, const struct option_row *row,
                                        const char *value);

/* What the library says of its options `drop` and `keep`. */
enum options_outcome option_error_selector(struct options_detail *detail,
                                           const struct pith_options *page);

#endif
