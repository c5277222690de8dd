/*
 * What to tell the user about an invalid option: which it is, why, and what would be valid.
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
    OPTIONS_COMPLETION, /* the shell is in the detail */
    OPTIONS_WRONG       /* a sentence fragment is in the detail */
};

/* What went wrong, or the shell whose completions are requested. */
struct options_detail {
    char text[300];
};

/* All of them set *detail and return OPTIONS_WRONG, the last one only if something is wrong. */

/* `name` (without "--") is no option, or the beginning of several. */
enum options_outcome option_error_name(struct options_detail *detail, struct str name,
                                       bool is_ambiguous);

/* `value` is not valid for the row's option. */
enum options_outcome option_error_value(struct options_detail *detail, const struct option_row *row,
                                        const char *value);

/* What the library says about its options `drop` and `keep`. */
enum options_outcome option_error_selector(struct options_detail *detail,
                                           const struct pith_options *page);

#endif
