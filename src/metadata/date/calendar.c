/*
 * Converts days between calendars; see calendar.h.
 */
#include "metadata/date/calendar.h"

enum { EPOCH = 719468 /* days from 0000-03-01 to 1970-01-01 */ };

/* Howard Hinnant, "chrono-compatible low-level date algorithms": civil_from_days */
struct civil_day calendar_from_days(int64_t days) {
    days += EPOCH;
    int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    int64_t of_era = days - era * 146097;
    int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t shifted = (5 * of_year + 2) / 153;
    int64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
    return (struct civil_day){year_of_era + era * 400 + (month <= 2), (int)month,
                              (int)(of_year - (153 * shifted + 2) / 5 + 1)};
}

/* as above: days_from_civil */
int64_t calendar_to_days(struct civil_day day) {
    int64_t year = day.year - (day.month <= 2);
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t of_era = year - era * 400;
    int64_t of_year = (153 * (day.month > 2 ? day.month - 3 : day.month + 9) + 2) / 5 + day.day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - EPOCH;
}
