/*
 * What the page calls itself: the titles that <title>, JSON-LD and meta elements give.
 */
#ifndef PITH_METADATA_PAGE_NAMES_H
#define PITH_METADATA_PAGE_NAMES_H

#include "metadata/gathering.h"

/* A title in the forms that are compared: whole, without the site's name, and without what only
 * looks like one. */
struct page_name {
    struct str text, key;
    struct str own_text, own_key;
    struct str guess_key;
    uint8_t source, rank; /* of the most reliable source */
    double weight;        /* of all sources */
};

struct page_names {
    struct page_name items[MAX_CANDIDATES + 1];
    size_t n;
};

/* Collects the page's names; the same text from several sources is one name. */
void page_names_collect(const struct gathering *g, struct page_names *out);

/* Whether two keys have the same letters; only one of them may have a space where elements meet. */
bool page_names_are_joined(struct str a, struct str b);

/* Whether the key is the name's, with or without the site's; spaces do not count. */
bool page_names_match(const struct page_name *name, struct str key);

/* Whether it is that of one of the names. */
bool page_names_has(const struct page_names *names, struct str key);

/* The share of the words of key `a` that are also in `b`, 0 to 1. */
double page_names_share(struct str a, struct str b);

#endif
