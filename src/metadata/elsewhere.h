/*
 * Places of a page where the names and days of other things stand.
 */
#ifndef PITH_METADATA_ELSEWHERE_H
#define PITH_METADATA_ELSEWHERE_H

#include "metadata/window.h"

enum elsewhere {
    ELSEWHERE_NOT,     /* what stands there may be of the page itself */
    ELSEWHERE_ASIDE,   /* menus and side columns */
    ELSEWHERE_TEASER,  /* of another page: related stories, cards, promotions */
    ELSEWHERE_COMMENT, /* comments, reviews, testimonials */
    ELSEWHERE_QUOTE,   /* quotations, embedded posts */
    ELSEWHERE_SOURCES, /* references and footnotes */
    ELSEWHERE_FACTS,   /* infoboxes and tables of facts */
    ELSEWHERE_PICTURE  /* figures and their captions */
};

/* What is nearest around the element, up to the one that also holds the headline or, where that is
 * not shown, the first paragraph. */
enum elsewhere elsewhere_find(const struct gathering *g, const struct window *window,
                              uint32_t node);

/* Whether a candidate stands in a table of facts or among references: nobody there wrote the page,
 * and nothing there is its day. */
bool elsewhere_is_of_facts(const struct gathering *g, const struct window *window,
                           const struct candidate *c);

#endif
