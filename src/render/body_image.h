/*
 * Where the images of a body stand among its kept blocks.
 */
#ifndef PITH_RENDER_BODY_IMAGE_H
#define PITH_RENDER_BODY_IMAGE_H

#include "render/body_tree.h"

/* Puts the images among the blocks; each of them lies between two. */
void body_image_merge(struct body_tree *tree, const struct image_list *list);

#endif
