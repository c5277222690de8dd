/*
 * Days of the Gregorian calendar as numbers.
 */
#ifndef PITH_METADATA_CALENDAR_H
#define PITH_METADATA_CALENDAR_H

#include <stdint.h>

struct civil_day {
    int64_t year;
    int month, day;
};

/* The Gregorian day that is so many days after 1970-01-01. */
struct civil_day calendar_from_days(int64_t days);

/* The number of days from 1970-01-01 to a Gregorian day. */
int64_t calendar_to_days(struct civil_day day);

#endif
