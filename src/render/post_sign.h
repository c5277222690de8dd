/*
 * Elements of a page that say who wrote something, or when: what posts are recognized by.
 */
#ifndef PITH_RENDER_POST_SIGN_H
#define PITH_RENDER_POST_SIGN_H

#include "render/render.h"

/* An element that names an author, or a date. */
struct post_sign {
    uint32_t node;
    uint32_t post; /* for the caller: the element of its post */
    bool is_date;
    bool is_sure;    /* its attributes say so */
    struct str text; /* the name or the date */
};

struct post_signs {
    struct post_sign *signs; /* in page order */
    size_t n_signs;
    uint8_t *is_head; /* by block: it contains a name or a date and little else */
};

/* Finds the signs before a node. Everything is in the page's arena. */
void post_signs_read(const struct block_page *page, uint32_t end, struct post_signs *out);

#endif
