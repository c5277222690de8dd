/*
 * Days that are not the page's: of an event, of a deadline, of a version's release.
 */
#ifndef PITH_METADATA_OTHER_DAY_H
#define PITH_METADATA_OTHER_DAY_H

#include "metadata/date/date.h"
#include "metadata/gathering.h"

/* Whether the text before a date on its line says when something takes place or is due: "When:",
 * "Anmeldeschluss:", with a colon, or "Delivery by". */
bool other_day_follows(const struct gathering *g, struct str before);

/* Whether a line says so about the one below it. Of the words without a colon, only those count
 * that ask for a time ("Wann"). */
bool other_day_is_label(const struct gathering *g, struct str line);

/* Whether a line has only a version's number and the day of its release, "0.4.2 (2024-03-21)", and
 * the page is not about that version: its title does not have the number. */
bool other_day_is_release(const struct gathering *g, struct str line, struct date_span span);

#endif
