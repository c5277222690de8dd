/*
 * Places the images of a body among its kept blocks.
 */
#ifndef PITH_RENDER_BODY_IMAGE_H
#define PITH_RENDER_BODY_IMAGE_H

#include "render/body_tree.h"

/* Inserts the images, each between two blocks. */
void body_image_merge(struct body_tree *tree, const struct image_list *list);

#endif
