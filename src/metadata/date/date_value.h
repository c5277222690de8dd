/*
 * A date, as passed between the code that reads dates and the code that weighs them.
 */
#ifndef PITH_METADATA_DATE_VALUE_H
#define PITH_METADATA_DATE_VALUE_H

#include <stdbool.h>
#include <stdint.h>

/* A date as precise as the page gives it. */
struct date {
    int16_t year;                /* 1800 to 2199 */
    int8_t month, day;           /* 0 if unknown */
    int8_t hour, minute, second; /* -1 if unknown */
    int16_t offset;              /* minutes east of Greenwich */
    bool has_offset;
    bool is_swappable; /* written only in numbers, so day and month could be swapped */
};

/* The years that a page of the web can be from: other numbers of four digits are something else. */
enum { DATE_FIRST_WEB_YEAR = 1990, DATE_LAST_WEB_YEAR = 2099 };

static inline bool date_is_web_year(int64_t year) {
    return year >= DATE_FIRST_WEB_YEAR && year <= DATE_LAST_WEB_YEAR;
}

#endif
