/*
 * Chooses the page's authors: one group of names among all candidates.
 */
#ifndef PITH_METADATA_AUTHORS_H
#define PITH_METADATA_AUTHORS_H

#include "metadata/gathering.h"
#include "metadata/lines.h"
#include "metadata/author/name.h"

struct authors {
    struct name_list names;
    const char *source;   /* of the names; NULL if there are none */
    double certainty;     /* the probability that they are the page's authors, and all of them */
    uint32_t block, node; /* where the line that names them is, or NOWHERE */
    bool are_of_post;     /* it is above a post in a thread */
};

/* Chooses the group of authors that most sources agree on. */
void authors_choose(const struct gathering *g, const struct window *window, struct authors *out);

#endif
