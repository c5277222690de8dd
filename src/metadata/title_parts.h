/*
 * A title's parts: where separators part it, and which of them names the site.
 */
#ifndef PITH_METADATA_TITLE_PARTS_H
#define PITH_METADATA_TITLE_PARTS_H

#include "base/str.h"
#include "metadata/gathering.h"

/* Whether a text, or its key, is the site's name, be it as its host writes it. */
bool title_names_site(const struct gathering *g, struct str text);
bool title_key_names_site(const struct gathering *g, struct str key);

/* A title at its last separator, as they stand. */
struct title_split {
    struct str head, tail;
    bool is_strong; /* the separator is one that is seldom part of a headline */
};

/* False where the title has no separator (a colon is none here). */
bool title_split(struct str title, struct title_split *out);

/* The title without the ends that are the site's name for sure, or, with `guess`, that look so. */
struct str title_cut_ends(const struct gathering *g, struct str title, bool guess);

/* And without the site's name at its start. */
struct str title_without_site(const struct gathering *g, struct str title, bool guess);

/* Whether a text is one of the title's parts (a colon parts them, too), and most of it. */
bool title_has_main_part(struct str title, struct str text);

/* The site's name that `title` ends with, where nothing else tells it; STR_NONE without one. */
struct str title_site_part(const struct gathering *g, struct str title);

/* What <title> has behind the headline and a separator; STR_NONE where it has nothing. */
struct str title_site_behind(const struct gathering *g, struct str headline);

#endif
