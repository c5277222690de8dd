/*
 * What a page says of itself, as it was read: headline, standfirst, byline, dateline and their
 * like.
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
    struct str text;    /* STR_NONE where the page does not say */
    const char *source; /* "json-ld", "meta" ...; static storage */
    double certainty;   /* likelihood of being right, 0 to 1; 0 where it is not estimated */
};

struct metadata_list {
    struct str *items;
    size_t n;
    const char *source; /* of all of them; NULL where there is none */
    double certainty;   /* likelihood that they are right, and all */
};

/* What a block of the page is to the metadata; such blocks leave the body. */
enum metadata_role {
    METADATA_NONE = 0,
    METADATA_HEADLINE,
    METADATA_STANDFIRST, /* stays: it is the body's first paragraph */
    METADATA_BYLINE,
    METADATA_DATELINE
};

struct metadata {
    struct metadata_value fields[METADATA_N_FIELDS];
    struct metadata_list authors, tags;
    uint8_t *roles; /* enum metadata_role a block of the page */
    /* A dateline at the head of a paragraph ("LONDON, April 3 (Reuters) - "): that many bytes of
     * the block's text leave the body. lead_block is SIZE_MAX where there is none. */
    size_t lead_block, lead_len;
    bool is_news; /* it declares itself a news article */
};

#endif
