/*
 * The parts of a title: where separators divide it, and which part is the site's name.
 */
#ifndef PITH_METADATA_TITLE_PARTS_H
#define PITH_METADATA_TITLE_PARTS_H

#include "base/str.h"
#include "metadata/gathering.h"

/* Whether a text, or its key, is the site's name, possibly as written in its host name. */
bool title_names_site(const struct gathering *g, struct str text);
bool title_key_names_site(const struct gathering *g, struct str key);

/* A title divided at its last separator, otherwise unchanged. */
struct title_split {
    struct str head, tail;
    bool is_strong;  /* the separator is rarely part of a headline */
    bool is_chained; /* before it are the names of sections, in Chinese: "Title_Section_Site" */
    bool is_colon;   /* of the kinds that separate only in Japanese and Korean */
};

/* False if the title has no separator (a colon does not count here). */
bool title_split(struct str title, struct title_split *out);

/* The title up to its first " | ", unless that is shorter than what follows or than three words. In
 * a headline a bar separates a section, a series or a slogan. */
struct str title_cut_bar(const struct gathering *g, struct str title);

/* Whether the text begins with a separator (a colon does not count here). */
bool title_has_separator(struct str text);

/* What precedes `part` in a title of which it is a part, between separators; STR_NONE if it is not
 * one, or the first. */
struct str title_before_part(struct str title, struct str part);

/* The title without parts at its end that are certainly the site's name or, with `guess`, look like
 * it. */
struct str title_cut_ends(const struct gathering *g, struct str title, bool guess);

/* The same, also without the site's name at its start. */
struct str title_without_site(const struct gathering *g, struct str title, bool guess);

/* Whether a text is one of the title's parts (here a colon separates too), and most of it. */
bool title_has_main_part(struct str title, struct str text);

/* The site's name at the end of `title`, or beside "Blog Archive", if nothing else gives it;
 * STR_NONE if there is none. */
struct str title_site_part(const struct gathering *g, struct str title);

/* What follows the headline and a separator in <title>, if it is the site's name or may be one;
 * otherwise STR_NONE. */
struct str title_site_after(const struct gathering *g, struct str headline);

#endif
