/*
 * Where the picture of an <img>, or of what stands for one, is really found: pages that load their
 * pictures late put a placeholder where the address belongs, and others offer several sizes.
 */
#ifndef PITH_RENDER_IMAGE_SOURCE_H
#define PITH_RENDER_IMAGE_SOURCE_H

#include "html/dom.h"

/* Whether an element shows a picture: <img>, and custom elements such as <amp-img>. */
bool image_source_is_image(const struct dom_node *element);

/* The largest picture that an element offers, as its attributes have it: of the <a> to a picture
 * around it, its own srcset and those of <source> before it, the attributes of lazy loaders, src;
 * STR_NONE where all are placeholders. */
struct str image_source_best(const struct dom *dom, uint32_t image);

/* Whether it is so small, by its width and height, that it counts visitors or is an icon. */
bool image_source_is_tiny(const struct dom_node *element);

#endif
