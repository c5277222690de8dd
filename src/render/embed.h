/*
 * Turns videos, posts and maps that a page shows in frames, or quotes for a script to show, and
 * link cards (previews of other pages), into links to where they can be seen.
 */
#ifndef PITH_RENDER_EMBED_H
#define PITH_RENDER_EMBED_H

#include "base/buffer.h"
#include "html/dom.h"

enum embed_form {
    EMBED_FRAME, /* its label is its kind, and its title if it has one */
    EMBED_POST,  /* it contains the text of the post, or only its title */
    EMBED_CARD   /* a link with the title, summary and picture of another page */
};

struct embed {
    struct str kind; /* "Video", "Post", "Map", "Audio"; empty for a card; static storage */
    struct str url;  /* as in the page, or that of the page which shows it to people */
    enum embed_form form;
    bool names_source; /* of a post: it ends with its author and date */
};

/* Whether an element is such a frame, quote or card; the address is in the arena or the page. False
 * for advertisements and frames of unknown hosts. */
bool embed_read(struct arena *arena, const struct dom *dom, uint32_t element, struct embed *out);

#endif
