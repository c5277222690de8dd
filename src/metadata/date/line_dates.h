/*
 * Finds dates in a line, and what the words before them say.
 */
#ifndef PITH_METADATA_LINE_DATES_H
#define PITH_METADATA_LINE_DATES_H

#include "metadata/date/date.h"
#include "metadata/gathering.h"

/* What the word before a date says about it. */
enum date_label { LABEL_NONE, LABEL_PUBLISHED, LABEL_UPDATED };

enum date_label line_dates_label(const struct gathering *g, struct str before);

/* Adds the date candidate `text`; `label` says whether it is publication or a change. */
void line_dates_add(struct gathering *g, struct str text, enum date_label label, uint32_t block,
                    unsigned rank);

/* Adds the dates of a line; *first is set to the position of the first one. False if there is
 * none. */
bool line_dates_read(struct gathering *g, struct str line, uint32_t block, unsigned rank,
                     enum date_label label, struct date_span *first);

/* Whether the line says when the page was printed or saved: "Printed on 3 May 2024". */
bool line_dates_is_of_copy(struct str line);

#endif
