/*
 * When the page was published and last changed: chooses one day each among all candidates.
 */
#ifndef PITH_METADATA_PUBLISHED_H
#define PITH_METADATA_PUBLISHED_H

#include "metadata/date/date.h"
#include "metadata/gathering.h"
#include "metadata/lines.h"

struct published {
    struct date date; /* year is 0 if there is none */
    const char *source;
    double certainty;     /* probability that it is right */
    uint32_t block, node; /* where it is shown, or NOWHERE */
    bool is_change;       /* the page only says when it was changed, and this is that day */
    struct date modified; /* year is 0 if there is none */
    const char *modified_source;
};

/* Chooses the day that most sources agree on, as precise as any of them gives it. */
void published_choose(const struct gathering *g, const struct window *window,
                      struct published *out);

#endif
