/*
 * How deep a post is in a chain of answers, on pages that do not nest their posts: Hacker News
 * indents them by an image, Mastodon names the first answer.
 */
#ifndef PITH_RENDER_POST_LEVEL_H
#define PITH_RENDER_POST_LEVEL_H

#include "html/dom.h"

enum { POST_N_LEVELS = 8 };

/* The level of the post of this element, below POST_N_LEVELS; `before` is that of the previous
 * post. */
uint32_t post_level(const struct dom *dom, uint32_t element, uint32_t before);

#endif
