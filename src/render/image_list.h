/*
 * The images of the body, in a list.
 */
#ifndef PITH_RENDER_IMAGE_LIST_H
#define PITH_RENDER_IMAGE_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct image {
    uint32_t node;                       /* its <img>, or the frame of embedded content */
    struct str url;                      /* as from url_append_safe */
    struct str alt;                      /* white space collapsed; "" if there is none; for
                                            embedded content its kind and title: "Video: The
                                            harbour"; for a card its title alone */
    bool is_embed;                       /* embedded content: a link, not a picture */
    uint32_t first_caption, end_caption; /* the blocks that are its caption */
    uint32_t cell;  /* the section of the table's cell that it is in; 0 for none */
    uint32_t label; /* the block of that cell for which its alternative text stands; UINT32_MAX for
                       none */
};

struct image_list {
    struct image *images; /* in page order */
    size_t n_images;
    uint8_t *kept; /* by block: whether it is in the body and not in a caption */
};

#endif
