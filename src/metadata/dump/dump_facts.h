/*
 * What a single line of a dump says: a byline word, a name, a date.
 */
#ifndef PITH_METADATA_DUMP_FACTS_H
#define PITH_METADATA_DUMP_FACTS_H

#include "metadata/date/date.h"
#include "metadata/gathering.h"

enum dump_by { DUMP_BY_NONE, DUMP_BY_ALONE, DUMP_BY_FIRST, DUMP_BY_WITHIN };

enum { DUMP_DATE_NONE, DUMP_DATE_MONTH, DUMP_DATE_DAY, DUMP_DATE_TIME };

struct dump_facts {
    uint8_t by;          /* enum dump_by */
    uint8_t name;        /* enum name_kind, of the whole line */
    uint8_t date;        /* DUMP_DATE_NONE ... */
    uint8_t label;       /* enum date_label */
    bool has_common;     /* it contains a word that no name has */
    struct date_span at; /* where the date is */
};

/* Fills `out` for the block. A line longer than any byline or dateline has none of these. */
void dump_facts_read(const struct gathering *g, uint32_t block, struct dump_facts *out);

#endif
