/*
 * Turns videos, posts and maps that a page shows in frames, or quotes for a script to show, into
 * links to where they can be seen.
 */
#ifndef PITH_RENDER_EMBED_H
#define PITH_RENDER_EMBED_H

#include "base/buffer.h"
#include "html/dom.h"

struct embed {
    struct str kind; /* "Video", "Post", "Map", "Audio"; static storage */
    struct str url;  /* as in the page, or that of the page which shows it to people */
};

/* Whether an element is such a frame; the address is in the arena or the page. False for
 * advertisements and frames of unknown hosts. */
bool embed_read(struct arena *arena, const struct dom *dom, uint32_t element, struct embed *out);

#endif
