/*
 * The images that belong to the body: those among its blocks, with what is written about them; and
 * videos, posts and maps, which are shown as links.
 */
#ifndef PITH_RENDER_IMAGE_H
#define PITH_RENDER_IMAGE_H

#include "render/inline.h"

struct image {
    uint32_t node;                       /* its <img>, or the frame of something embedded */
    struct str url;                      /* as url_append_safe gives it */
    struct str embed;                    /* what is embedded: "Video"; STR_NONE for a picture */
    struct str alt;                      /* white space folded; "" where there is none */
    uint32_t first_caption, end_caption; /* blocks that are its caption */
};

struct image_list {
    struct image *images; /* in page order */
    size_t n_images;
    uint8_t *kept; /* a block: whether it is in the body and in no caption */
};

/* Finds the images among the blocks that `kept` marks. All lies in the page's arena. */
void image_find(const struct inline_reader *reader, const uint8_t *kept, struct image_list *out);

#endif
