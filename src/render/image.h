/*
 * The images that belong to the body: those among its blocks, with their captions; and videos,
 * posts and maps, which become links.
 */
#ifndef PITH_RENDER_IMAGE_H
#define PITH_RENDER_IMAGE_H

#include "render/image_list.h"
#include "render/inline.h"

/* Finds the images among the blocks that `kept` marks. Everything is in the page's arena. */
void image_find(const struct inline_reader *reader, const uint8_t *kept, struct image_list *out);

#endif
