/*
 * Videos, posts and maps that a page shows in frames, or quotes for a script to show them, as links
 * to where they can be seen.
 */
#ifndef PITH_RENDER_EMBED_H
#define PITH_RENDER_EMBED_H

#include "base/buffer.h"
#include "html/dom.h"

struct embed {
    struct str kind; /* "Video", "Post", "Map", "Audio"; static storage */
    struct str url;  /* as the page has it, or that of the page which shows it to people */
};

/* Whether an element is such a frame; the address lies in the arena or the page. Advertisements and
 * frames of hosts that are not known are none. */
bool embed_read(struct arena *arena, const struct dom *dom, uint32_t element, struct embed *out);

#endif
