/*
 * Recognizes the pictures of buttons by their files' names.
 */
#ifndef PITH_RENDER_IMAGE_BUTTON_H
#define PITH_RENDER_IMAGE_BUTTON_H

#include "html/dom.h"

/* Whether an image is a button, an arrow or a service's icon: its file's name consists of words for
 * such things and says "button", or the image is in a link to something other than a picture, or it
 * is an arrow without alternative text. `url` is its chosen address. */
bool image_button_is(const struct dom_node *nodes, uint32_t image, struct str url);

#endif
