/*
 * The ways to write a day, a time and a time zone, as patterns over a line's tokens. Each "take"
 * function reads what begins at token i into *date and returns the index past it, or i if there is
 * no match.
 */
#ifndef PITH_METADATA_DATE_PATTERNS_H
#define PITH_METADATA_DATE_PATTERNS_H

#include "metadata/date/date_tokens.h"
#include "metadata/date/date_value.h"

enum {
    DATE_MIN_TEXT_YEAR = 1900, /* in running text "1850" is more likely just a number */
    DATE_MAX_TEXT_YEAR = 2099
};

/* Sets the day, if it exists in the calendar. */
bool date_patterns_set_day(struct date *date, uint64_t year, uint64_t month, uint64_t day);

/* Whether token i is a number of one or two digits. */
bool date_patterns_is_short_number(const struct tokens *t, size_t i);

/* Whether a number of four digits in a text may be a year, in a calendar of the page's languages.
 */
bool date_patterns_may_be_year(uint64_t year, language_set languages);

bool date_patterns_is_year(const struct tokens *t, size_t i);

/* Skips the fillers and marks between a day and its time, from token i on. */
size_t date_patterns_skip_before_time(const struct tokens *t, size_t i);

size_t date_patterns_take_zone(const struct tokens *t, size_t i, struct date *date);
size_t date_patterns_take_time(const struct tokens *t, size_t i, struct date *date);
size_t date_patterns_take_day(const struct tokens *t, size_t i, struct date *date);
size_t date_patterns_take_month(const struct tokens *t, size_t i,
                                struct date *date); /* without a day */

#endif
