/*
 * Places on a page where names and dates belong to something else.
 */
#ifndef PITH_METADATA_ELSEWHERE_H
#define PITH_METADATA_ELSEWHERE_H

#include "metadata/window.h"

enum elsewhere {
    ELSEWHERE_NOT,    /* may belong to the page itself */
    ELSEWHERE_ASIDE,  /* menus and side columns */
    ELSEWHERE_TEASER, /* of other pages: related stories, cards, promotions */
    ELSEWHERE_COMMENT,
    ELSEWHERE_REVIEW,  /* customers' reviews, testimonials */
    ELSEWHERE_QUOTE,   /* quotations, embedded posts */
    ELSEWHERE_SOURCES, /* references and footnotes */
    ELSEWHERE_FACTS,   /* infoboxes and tables of facts */
    ELSEWHERE_PICTURE, /* figures and their captions */
    ELSEWHERE_CREDIT   /* lists of credits */
};

/* The nearest such place around the element, up to the element that also contains the headline or,
 * if that is not shown, the first paragraph. */
enum elsewhere elsewhere_find(const struct gathering *g, const struct window *window,
                              uint32_t node);

/* Whether a candidate is in a table of facts or among references: names there are not authors of
 * the page, and dates there are not its date. */
bool elsewhere_is_of_facts(const struct gathering *g, const struct window *window,
                           const struct candidate *c);

/* The place that the class of a look (dom.looks) says. */
enum elsewhere elsewhere_of_look(const struct gathering *g, uint32_t look);

/* The place of a candidate's element or block. */
enum elsewhere elsewhere_of_candidate(const struct gathering *g, const struct window *window,
                                      const struct candidate *c);

#endif
