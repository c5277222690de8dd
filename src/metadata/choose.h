/*
 * Candidates into values: who wrote the page and when.
 */
#ifndef PITH_METADATA_CHOOSE_H
#define PITH_METADATA_CHOOSE_H

#include "metadata/date.h"
#include "metadata/gathering.h"
#include "metadata/lines.h"
#include "metadata/name.h"

struct authors {
    struct name_list names;
    const char *source;   /* of the names; NULL where there are none */
    uint32_t block, node; /* where the line stands that names them, or NOWHERE */
};

/* The group of authors that most sources agree on. */
void authors_choose(const struct gathering *g, const struct window *window, struct authors *out);

struct published {
    struct date date; /* year is 0 where there is none */
    const char *source;
    uint32_t block, node; /* where it is shown, or NOWHERE */
    struct date modified; /* year is 0 where there is none */
    const char *modified_source;
};

/* The day that most sources agree on, as precise as any of them says it. */
void published_choose(const struct gathering *g, const struct window *window,
                      struct published *out);

#endif
