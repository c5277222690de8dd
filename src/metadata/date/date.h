/*
 * Parses dates as written on the web, in 40 languages and in machine-readable formats.
 */
#ifndef PITH_METADATA_DATE_H
#define PITH_METADATA_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "metadata/date/date_hints.h"
#include "metadata/date/date_value.h"

struct date_span {
    size_t first, end; /* range of bytes in the text, including the day of the week and the time */
};

/* Whether `text` may contain a date for date_find: a year of four digits, or a digit and two marks
 * between numbers, or a script that has digits or marks of its own. */
bool date_is_possible(struct str text);

/* Finds the first date with a year in `text`, and its position; looks only at the first 64 words
 * and numbers. False if there is none. */
bool date_find(struct arena *arena, struct str text, struct date_hints hints, struct date *out,
               struct date_span *span);

/* The same for a date that has a day. */
bool date_find_day(struct arena *arena, struct str text, struct date_hints hints, struct date *out,
                   struct date_span *span);

/* Reads a machine-readable date ("2024-04-26T15:13:00+02:00", RFC 2822, seconds since 1970 ...) or,
 * failing that, one like date_find. */
bool date_read(struct arena *arena, struct str value, struct date_hints hints, struct date *out);

/* Reads a relative date, such as "3 hours ago" or "gestern", and resolves it against `base` to a
 * day (or to a minute if the text says hours or minutes and `base` has a time). */
bool date_find_relative(struct arena *arena, struct str text, struct date_hints hints,
                        const struct date *base, struct date *out);

/* Formats it in ISO 8601, as precisely as the date is known. */
struct str date_format(struct arena *arena, const struct date *date);

/* The number of days since 1970-01-01; if the day is unknown, of the first day of the month or
 * year. */
int32_t date_days(const struct date *date);

/* The date with day and month swapped, if both orders make a valid date. */
struct date date_swapped(struct date date);

#endif
