/*
 * What a page says about itself, as a struct: headline, standfirst, byline, dateline and so on.
 */
#ifndef PITH_METADATA_METADATA_H
#define PITH_METADATA_METADATA_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "pith.h"

/* PITH_TYPE is the last of the fields. */
enum { METADATA_N_FIELDS = PITH_DIRECTION + 1 };

struct metadata_value {
    struct str text;    /* STR_NONE if the page does not say */
    const char *source; /* "json-ld", "meta" ...; static storage */
    double certainty;   /* probability that it is right, 0 to 1; 0 if not estimated */
};

struct metadata_list {
    struct str *items;
    size_t n;
    const char *source; /* of all of them; NULL if there are none */
    double certainty;   /* probability that they are right, and all of them */
};

/* The role of a block in the metadata; blocks with a role are removed from the body. */
enum metadata_role {
    METADATA_NONE = 0,
    METADATA_HEADLINE,
    METADATA_STANDFIRST, /* kept: it is the body's first paragraph */
    METADATA_BYLINE,
    METADATA_DATELINE
};

struct metadata {
    struct metadata_value fields[METADATA_N_FIELDS];
    struct metadata_list authors, tags;
    uint8_t *roles; /* enum metadata_role for each block of the page */
    /* A dateline at the start of a paragraph ("LONDON, April 3 (Reuters) - "): this many bytes of
     * the block's text are removed from the body. lead_block is SIZE_MAX if there is none. */
    size_t lead_block, lead_len;
    bool is_news; /* the page declares itself a news article */
};

#endif
