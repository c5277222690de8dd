/*
 * The dates that the sources give, and how much each counts.
 */
#ifndef PITH_METADATA_DATED_H
#define PITH_METADATA_DATED_H

#include "metadata/date/date_value.h"
#include "metadata/window.h"

/* Kinds of evidence; further dates of the same kind add little. */
enum family { BY_MACHINE, BY_TIME, BY_TEXT, BY_URL, N_FAMILIES };

struct dated {
    struct str text;
    struct date date;
    int32_t days;
    double weight;
    uint8_t source, family;
    uint32_t block, node;
};

struct dateds {
    struct dated items[2 * MAX_CANDIDATES];
    size_t n;
};

/* Collects the candidates of one kind that are dates, with a weight of 0 or less if they do not
 * count: those of other pages, of pictures, of comments and reviews. */
void dated_collect(const struct gathering *g, const struct window *window, enum candidate_kind kind,
                   struct dateds *out);

/* Reads dates written only in numbers in the order of day and month that another one confirms. */
void dated_settle_order(struct dateds *list);

/* Removes those that do not count. */
void dated_drop_weightless(struct dateds *list);

#endif
