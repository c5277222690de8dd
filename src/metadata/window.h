/*
 * The stretch of blocks around the headline that may say who wrote when.
 */
#ifndef PITH_METADATA_WINDOW_H
#define PITH_METADATA_WINDOW_H

#include "metadata/gathering.h"
#include "metadata/title.h"

struct window {
    uint32_t first, end; /* all of it */
    uint32_t head;       /* the first block behind the headline */
    uint32_t body;       /* the first paragraph of the body; `end` where none is in reach */
    struct str headline; /* its key; empty where none is known */
    uint32_t entries, entries_end; /* of a list of other pages behind the headline, or NOWHERE */
};

/* From some blocks above the headline, or where that is not shown above the first paragraph, on to
 * where the article has begun for good. Empty where the page has no blocks. */
void window_find(const struct gathering *g, const struct headline *headline, struct window *out);

/* Whether an element of the tree stands among the window's blocks. */
bool window_has_node(const struct gathering *g, const struct window *window, uint32_t node);

/* The block that a candidate stands in: its `block`, or the one of the window that has its `node`;
 * NOWHERE where neither is known. */
uint32_t window_find_block(const struct gathering *g, const struct window *window, uint32_t block,
                           uint32_t node);

/* Whether a text is that of a block before the window, as a section's name is in the menu. */
bool window_follows(const struct gathering *g, const struct window *window, struct str text);

/* Whether a candidate stands where the page shows things that it has or lists: their reviews'
 * authors and dates, or those of the pages that its entries lead to. */
bool window_is_of_entry(const struct gathering *g, const struct window *window,
                        const struct candidate *c);

/* Whether block `i` is a paragraph of running text. */
bool window_is_body(const struct gathering *g, uint32_t i);

/* The first paragraph that is likely the body's; 0 where there is none. */
uint32_t window_first_body(const struct gathering *g);

#endif
