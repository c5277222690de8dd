/*
 * Authors' names out of bylines, meta elements and profiles.
 */
#ifndef PITH_METADATA_NAME_H
#define PITH_METADATA_NAME_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

enum { MAX_NAMES = 24 /* the longest byline of a news page seen has 12 */ };

struct name_list {
    struct str items[MAX_NAMES]; /* each once */
    size_t n;
};

/* How much a text that may be a name looks like a person's. */
enum name_kind {
    NAME_NONE,   /* no name: a job, a date, a control of the page */
    NAME_OTHER,  /* a few words that could be anything, a house's name among them */
    NAME_SINGLE, /* one word: a nickname, or a first name alone */
    NAME_PERSON  /* two to five words written as a person's name is */
};

enum name_kind name_kind(struct arena *arena, struct str text, uint32_t languages);

/* Whether a name names nobody: "admin", "staff", "Redaktion", in any language. */
bool name_is_placeholder(struct arena *arena, struct str name);

/*
 * Appends the names in `text`, one line: without "By", job titles, degrees, places, agencies in
 * brackets, addresses, dates and the page's own controls. What follows a comma counts only where
 * it looks like a person. `surname_first` reads "Doe, Jane" as one name, Jane Doe.
 */
void name_read(struct arena *arena, struct str text, uint32_t languages, bool surname_first,
               struct name_list *out);

/* The length in bytes of a by-word or by-phrase at the start of a line, with what parts it from
 * the name; 0 where there is none, the line's length where the line has nothing else. */
size_t name_by_prefix(struct arena *arena, struct str text, uint32_t languages);

#endif
