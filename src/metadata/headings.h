/*
 * The headings of a page, among which the headline is.
 */
#ifndef PITH_METADATA_HEADINGS_H
#define PITH_METADATA_HEADINGS_H

#include "metadata/gathering.h"

enum {
    HEADINGS_NO_LEVEL = 7, /* of a block that says the title and is no heading */
    HEADINGS_MOST = 48,    /* compared with the titles; the headline is never further down */
    HEADINGS_MAX_TITLE_BYTES = 400, /* a heading longer than this is no headline */
};

struct heading {
    uint32_t node;       /* the heading's element, or NOWHERE */
    uint32_t first, end; /* its blocks */
    struct str text, key;
    uint8_t level; /* 1 to 6; 7: no heading, but its text is the title's */
    bool is_hidden;
    bool is_logo; /* the site's name, or a link to its front page */
    bool is_only; /* of level 1 without another but logos */
};

struct headings {
    struct heading items[HEADINGS_MOST];
    size_t n;
};

/* All headings of level 1 that there is room for, and the first of the lesser ones, which head the
 * sections of a page further down. */
void headings_collect(const struct gathering *g, struct headings *out);

#endif
