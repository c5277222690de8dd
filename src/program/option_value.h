/*
 * The arguments of options: choices, sizes, numbers. Each function returns false if the text is not
 * valid; *out is then unspecified.
 */
#ifndef PITH_PROGRAM_OPTION_VALUE_H
#define PITH_PROGRAM_OPTION_VALUE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* Which records of a crawl are read. */
struct where {
    bool is_given;
    unsigned status; /* 200; 2 for 2xx; 0 for any */
    struct str type; /* media type; STR_NONE: any that is a page */
};

/* The index of `value` in "a|b|c" or "[=a|b|c]", or -1. */
int option_value_choice(const char *choices, const char *value);

/* "64k", "16M", "1G": bytes, at least 1. */
bool option_value_size(const char *text, size_t *out);

/* A whole number from 1 to `max`. */
bool option_value_count(const char *text, unsigned max, unsigned *out);

/* A number from 0 to 1. */
bool option_value_share(const char *text, double *out);

/* "status=200,type=text/html". */
bool option_value_where(const char *list, struct where *out);

/* Whether it begins with a scheme and "//", so that links can be resolved against it. */
bool option_value_is_url(const char *text);

/* Seconds, at most 1e6, which poll(2) can wait for; 0 means no limit, INFINITY. */
bool option_value_seconds(const char *text, double *out);

/* The maximum number of workers. No machine gains from more, and a typing error should not start so
 * many that the machine stalls. */
enum { MAX_JOBS = 1024 };

/* The maximum depth, number of attributes and number of words: no page short enough to be read has
 * more. */
enum { MAX_COUNT = 1 << 30 };

/* Bytes for all selectors of one kind; the maximum of 64 compounds needs a tenth of this. */
enum { MAX_SELECTOR_BYTES = 4096 };

/* Appends `value`, after a comma, to the list in the `size` bytes at `list`; false if it is empty
 * or does not fit. */
bool option_value_append(const char *value, char *list, size_t size);

#endif
