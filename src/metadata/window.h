/*
 * The range of blocks around the headline that may say who wrote the page and when.
 */
#ifndef PITH_METADATA_WINDOW_H
#define PITH_METADATA_WINDOW_H

#include "metadata/gathering.h"
#include "metadata/title/title.h"

struct window {
    uint32_t first, end;           /* all of it */
    uint32_t head;                 /* the first block after the headline */
    uint32_t body;                 /* the first paragraph of the body; `end` if none is in reach */
    struct str headline;           /* its key; empty if unknown */
    uint32_t entries, entries_end; /* of a list of other pages after the headline, or NOWHERE */
};

/* Finds the range: from some blocks above the headline or, if that is not shown, above the first
 * paragraph, to where the article has definitely begun. Empty if the page has no blocks. */
void window_find(const struct gathering *g, const struct headline *headline, struct window *out);

/* Whether an element of the tree is among the window's blocks. */
bool window_has_node(const struct gathering *g, const struct window *window, uint32_t node);

/* The block of a candidate: its `block`, or the block of the window that has its `node`; NOWHERE if
 * neither is known. */
uint32_t window_find_block(const struct gathering *g, const struct window *window, uint32_t block,
                           uint32_t node);

/* Whether a text is that of a block before the window, such as a section's name in the menu. */
bool window_follows(const struct gathering *g, const struct window *window, struct str text);

/* Whether a candidate belongs to things that the page contains or lists: the authors and dates of
 * reviews, or of the pages that its entries link to. */
bool window_is_of_entry(const struct gathering *g, const struct window *window,
                        const struct candidate *c);

/* Whether block `i` is a paragraph of running text. */
bool window_is_body(const struct gathering *g, uint32_t i);

/* The first paragraph that is likely part of the body; 0 if there is none. */
uint32_t window_first_body(const struct gathering *g);

#endif
