/*
 * The visible lines near the headline: bylines and datelines, on a page and in a dump alike.
 */
#ifndef PITH_METADATA_LINES_H
#define PITH_METADATA_LINES_H

#include "metadata/gathering.h"
#include "metadata/title.h"

/* The stretch of blocks that may say who wrote when. */
struct window {
    uint32_t first, end; /* all of it */
    uint32_t head;       /* the first block behind the headline */
    uint32_t body;       /* the first paragraph of the body; `end` where none is in reach */
    uint32_t entries, entries_end; /* of a list of other pages behind the headline, or NOWHERE */
};

/* From some blocks above the headline, or where that is not shown above the first paragraph, on to
 * where the article has begun for good. Empty where the page has no blocks. */
void lines_find_window(const struct gathering *g, const struct headline *headline,
                       struct window *out);

/* Whether an element of the tree stands among the window's blocks. */
bool window_has_node(const struct gathering *g, const struct window *window, uint32_t node);

/* The block that a candidate stands in: its `block`, or the one of the window that has its `node`;
 * NOWHERE where neither is known. */
uint32_t window_find_block(const struct gathering *g, const struct window *window, uint32_t block,
                           uint32_t node);

/* Whether a text is that of a block before the window, as a section's name is in the menu. */
bool window_follows(const struct gathering *g, const struct window *window, struct str text);

/* The headline of a page that has neither titles nor headings: a dump. */
void dump_headline_find(const struct gathering *g, struct headline *out);

/* Adds authors and dates of the lines in the window. */
void lines_read(struct gathering *g, const struct headline *headline, const struct window *window);

/* Adds those of the elements in the window whose class says what they hold. */
void classes_read(struct gathering *g, const struct window *window);

/* Whether a candidate stands where the page shows things that it has or lists: their reviews'
 * authors and dates, or those of the pages that its entries lead to. */
bool lines_is_of_entry(const struct gathering *g, const struct window *window,
                       const struct candidate *c);

/* The first paragraph that is likely the body's; 0 where there is none. */
uint32_t lines_first_body(const struct gathering *g);

/* A short block's text with '\n' where a line ends for a reader: at <br>, and between inline
 * elements side by side, which a style sheet sets apart. */
struct str block_lines_split(const struct gathering *g, uint32_t block);

/* A line without the marks at both ends that parted it from what was cut off. */
struct str lines_trim(struct str line);

/* The line trimmed, and without the small word at its end that led to a date: "by jdoe on". */
struct str lines_without_filler(const struct gathering *g, struct str line);

/* What a word before a date on its line says of it. */
enum date_label { LABEL_NONE, LABEL_PUBLISHED, LABEL_UPDATED };

enum date_label lines_date_label(const struct gathering *g, struct str before);

#endif
