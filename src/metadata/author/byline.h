/*
 * Extracts authors' names from bylines, meta elements and profiles.
 */
#ifndef PITH_METADATA_BYLINE_H
#define PITH_METADATA_BYLINE_H

#include "metadata/author/name.h"

/*
 * Appends the names in `text`, one line, without "By", job titles, degrees, places, agencies in
 * brackets, addresses, dates and the page's own controls. What follows a comma counts only if it
 * looks like a person. `surname_first` reads "Doe, Jane" as one name, Jane Doe.
 */
void byline_read(struct arena *arena, struct str text, language_set languages, bool surname_first,
                 struct name_list *out);

#endif
