/*
 * The real address of the picture in an <img>, or in an element that replaces one: pages that load
 * pictures lazily put a placeholder where the address belongs, and others offer several sizes.
 */
#ifndef PITH_RENDER_IMAGE_SOURCE_H
#define PITH_RENDER_IMAGE_SOURCE_H

#include "html/dom.h"

/* Whether an element shows a picture: <img>, and custom elements such as <amp-img>. */
bool image_source_is_image(const struct dom_node *element);

/* The largest picture that an element offers, as written in its attributes: the picture that an <a>
 * around it links to, its own srcset and those of <source> before it, the attributes of lazy
 * loaders, src; STR_NONE if all are placeholders. */
struct str image_source_best(const struct dom *dom, uint32_t image);

/* Whether an address is of a picture that counts visits. */
bool image_source_is_tracker(struct str url);

/* The most pixels that a width or height attribute is believed to mean. */
enum { IMAGE_SOURCE_MAX_PIXELS = 99999 };

/* Whether its width and height are so small that it is a tracking pixel or an icon. */
bool image_source_is_tiny(const struct dom_node *element);

#endif
