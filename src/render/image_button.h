/*
 * Recognizes the pictures of buttons by their files' names.
 */
#ifndef PITH_RENDER_IMAGE_BUTTON_H
#define PITH_RENDER_IMAGE_BUTTON_H

#include "html/dom.h"

/* Whether an image is a button, an arrow or a service's icon: its file's name consists of words for
 * such things and says "btn", or the image is in a link to something other than a picture. A word
 * that may also be what a picture shows, such as "top" or "mail", needs another sign: a small size,
 * a link that opens no page. An image that is given as large, or has a caption, is a picture. `url`
 * is its chosen address. */
bool image_button_is(const struct dom_node *nodes, uint32_t image, struct str url);

#endif
