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

#endif
