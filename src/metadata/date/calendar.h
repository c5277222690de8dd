/*
 * Days in several calendars: the Gregorian one, the Thai one, whose years are Buddhist, and the
 * solar Hijri one of Iran.
 */
#ifndef PITH_METADATA_CALENDAR_H
#define PITH_METADATA_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

#include "lexicon/words.h"

struct civil_day {
    int64_t year;
    int month, day;
};

/* The Gregorian day that is so many days after 1970-01-01. */
struct civil_day calendar_from_days(int64_t days);

/* The number of days from 1970-01-01 to a Gregorian day. */
int64_t calendar_to_days(struct civil_day day);

/* The Gregorian year of a number of four digits on a page in Thai that is a year as Thais count
 * them (2567 is 2024); otherwise `year` itself. */
uint64_t calendar_common_year(uint64_t year, language_set languages);

/* Whether a page is in Thai, where a year of two digits follows the month: "5 มี.ค. 67". */
bool calendar_has_short_years(language_set languages);

/* The Gregorian year of such a year, or 0 if it is not one: 67 is 2024, 24 is not Buddhist. */
uint64_t calendar_from_short_year(uint64_t year, language_set languages);

/* Whether it is a year of the solar Hijri calendar on a page in Persian: 1403 began in March 2024.
 */
bool calendar_is_solar_hijri(uint64_t year, language_set languages);

/* Stores the Gregorian day of a day in the solar Hijri calendar. False if there is no such day, or
 * it is not in 1300 to 1500. */
bool calendar_from_solar_hijri(uint64_t year, uint64_t month, uint64_t day, struct civil_day *out);

#endif
