/*
 * A date, as it is passed between those who read and those who weigh it.
 */
#ifndef PITH_METADATA_DATE_VALUE_H
#define PITH_METADATA_DATE_VALUE_H

#include <stdbool.h>
#include <stdint.h>

/* A date with the precision that the page gives it. */
struct date {
    int16_t year;                /* 1800 to 2199 */
    int8_t month, day;           /* 0 where not known */
    int8_t hour, minute, second; /* -1 where not known */
    int16_t offset;              /* minutes east of Greenwich */
    bool has_offset;
    bool is_swappable; /* written in numbers alone, so that day and month could be the other way */
};

#endif
