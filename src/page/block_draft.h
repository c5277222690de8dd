/*
 * The current block while a page is cut: its text, marks and counts, piece by piece.
 */
#ifndef PITH_PAGE_BLOCK_DRAFT_H
#define PITH_PAGE_BLOCK_DRAFT_H

#include "base/buffer.h"
#include "page/block.h"
#include "page/text_count.h"
#include "page/text_fold.h"

struct block_draft {
    struct block_page *page; /* where it goes when it ends */
    struct buffer text;
    struct text_folder folder;
    struct text_counter counter;
    size_t first_mark; /* in page->marks */
    size_t cap_blocks, cap_marks;
    uint32_t first_node;            /* UINT32_MAX before its first text */
    unsigned n_breaks;              /* <br> since the last text */
    size_t n_notes, n_marked_notes; /* side notes of the page so far; those with a mark */
    bool after_break;               /* only <br> separate it from the previous block */
};

void block_draft_init(struct block_draft *draft, struct block_page *page);

/* Writes pending white space: white space before an opening element belongs to the text before
 * it. */
void block_draft_close_gap(struct block_draft *draft);

/* Breaks the line; a space before the break would be in its way. */
void block_draft_break_line(struct block_draft *draft);

/* Adds text that a node represents, unchanged. */
void block_draft_add_text(struct block_draft *draft, uint32_t node, struct str text, bool in_link);

void block_draft_add_mark(struct block_draft *draft, struct block_mark mark);

/* Marks the reference to the side note at a node: the mark at the end of the text, or a number that
 * is added if there is none. */
void block_draft_add_note(struct block_draft *draft, uint32_t node, bool in_link);

/* Ends the block and adds it to the page if it has text. Begins another. */
void block_draft_end(struct block_draft *draft, uint32_t owner, uint32_t end_node, uint8_t flags);

#endif
