/*
 * The headings of a page, one of which may be the headline.
 */
#ifndef PITH_METADATA_HEADINGS_H
#define PITH_METADATA_HEADINGS_H

#include "metadata/gathering.h"

enum {
    HEADINGS_NO_LEVEL = 7, /* for a block with the title's text that is not a heading */
    HEADINGS_MOST = 48,    /* headings compared with the titles; the headline never comes later */
    HEADINGS_MAX_TITLE_BYTES = 400, /* a longer heading is not a headline */
};

struct heading {
    uint32_t node;       /* the heading's element, or NOWHERE */
    uint32_t first, end; /* its blocks */
    struct str text, key;
    uint8_t level; /* 1 to 6; 7: not a heading, but its text is the title's */
    bool is_hidden;
    bool is_logo; /* the site's name, a link to its front page, or within its navigation */
    bool is_only; /* the only one of level 1 apart from logos */
};

struct headings {
    struct heading items[HEADINGS_MOST];
    size_t n;
};

/* Collects all headings of level 1 that fit, and the first of lower levels; later ones belong to
 * sections of the page. */
void headings_collect(const struct gathering *g, struct headings *out);

#endif
