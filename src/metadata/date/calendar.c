/*
 * Converts days between calendars; see calendar.h.
 */
#include "metadata/date/calendar.h"

enum {
    EPOCH = 719468, /* days from 0000-03-01 to 1970-01-01 */
    BUDDHIST_YEARS = 543,
    FIRST_BUDDHIST_YEAR = 2443, /* 1900 */
    LAST_BUDDHIST_YEAR = 2642,
    FIRST_HIJRI_YEAR = 1300, /* 1921 */
    LAST_HIJRI_YEAR = 1500,
    NOWRUZ_1403 = 19802 /* days from 1970-01-01 to 2024-03-20, the first day of 1403 */
};

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

/* Whether the page is known to be in that language, perhaps among others. */
static bool is_in(language_set languages, struct str tag) {
    return languages != ANY_LANGUAGE && (languages & words_languages(tag));
}

uint64_t calendar_common_year(uint64_t year, language_set languages) {
    bool is_buddhist = year >= FIRST_BUDDHIST_YEAR && year <= LAST_BUDDHIST_YEAR;
    return is_buddhist && is_in(languages, STR("th")) ? year - BUDDHIST_YEARS : year;
}

bool calendar_has_short_years(language_set languages) {
    return is_in(languages, STR("th"));
}

uint64_t calendar_from_short_year(uint64_t year, language_set languages) {
    bool is_buddhist = year >= BUDDHIST_YEARS % 100 && year < 100; /* 2543 is 2000 */
    return is_buddhist && calendar_has_short_years(languages) ? 2500 + year - BUDDHIST_YEARS : 0;
}

bool calendar_is_solar_hijri(uint64_t year, language_set languages) {
    return year >= FIRST_HIJRI_YEAR && year <= LAST_HIJRI_YEAR && is_in(languages, STR("fa"));
}

/* Days from an arbitrary one to the first day of a year of the solar Hijri calendar: eight leap
 * years in 33, which agrees with the equinox from 1178 to 1633 (Borkowski, "The Persian calendar
 * for 3000 years", 1996). */
static int64_t hijri_year_start(int64_t year) {
    return 365 * year + (year * 8 + 21) / 33;
}

bool calendar_from_solar_hijri(uint64_t year, uint64_t month, uint64_t day, struct civil_day *out) {
    if (year < FIRST_HIJRI_YEAR || year > LAST_HIJRI_YEAR || month < 1 || month > 12 || day < 1)
        return false;
    int64_t start = hijri_year_start((int64_t)year);
    uint64_t n_before =
        (month - 1) * 30 + (month <= 7 ? month - 1 : 6); /* six months have 31 days */
    uint64_t n_days = month <= 6 ? 31 : 30;
    if (month == 12)
        n_days = (uint64_t)(hijri_year_start((int64_t)year + 1) - start) - n_before;
    if (day > n_days)
        return false;
    *out = calendar_from_days(start - hijri_year_start(1403) + NOWRUZ_1403 +
                              (int64_t)(n_before + day - 1));
    return true;
}
