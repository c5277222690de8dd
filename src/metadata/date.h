/*
 * Dates as the web writes them, in 25 languages and in machines' forms, into one form.
 */
#ifndef PITH_METADATA_DATE_H
#define PITH_METADATA_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "metadata/date_hints.h"
#include "metadata/date_value.h"

struct date_span {
    size_t first, end; /* bytes of the text: with the day of the week and the time */
};

/* Whether `text` may hold what date_find finds: a year of four digits, or a digit and two marks
 * between numbers, or a script that has digits or marks of its own. */
bool date_is_possible(struct str text);

/* The first date with a year in `text`, and where it stands; looks at the first 64 words and
 * numbers only. False where there is none. */
bool date_find(struct arena *arena, struct str text, struct date_hints hints, struct date *out,
               struct date_span *span);

/* The date that a machine wrote ("2024-04-26T15:13:00+02:00", RFC 2822, seconds since 1970 ...)
 * or, failing that, one as date_find reads it. */
bool date_read(struct arena *arena, struct str value, struct date_hints hints, struct date *out);

/* How long before `base` a text such as "3 hours ago" or "gestern" says, resolved to a day (or to
 * the minute where the text says hours or minutes and `base` has a time). */
bool date_find_relative(struct arena *arena, struct str text, struct date_hints hints,
                        const struct date *base, struct date *out);

/* ISO 8601, as precise as the date is. */
struct str date_format(struct arena *arena, const struct date *date);

/* The number of days since 1970-01-01; a month's or year's first where no day is known. */
int32_t date_days(const struct date *date);

/* Day and month the other way round, where both orders make a date. */
struct date date_swapped(struct date date);

#endif
