/*
 * Who wrote the page: one group of names out of all candidates.
 */
#ifndef PITH_METADATA_AUTHORS_H
#define PITH_METADATA_AUTHORS_H

#include "metadata/gathering.h"
#include "metadata/lines.h"
#include "metadata/name.h"

struct authors {
    struct name_list names;
    const char *source;   /* of the names; NULL where there are none */
    double certainty;     /* likelihood that they are the page's authors, and all */
    uint32_t block, node; /* where the line stands that names them, or NOWHERE */
};

/* The group of authors that most sources agree on. */
void authors_choose(const struct gathering *g, const struct window *window, struct authors *out);

#endif
