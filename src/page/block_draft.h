/*
 * The block at hand while a page is cut: its text, its marks and its counts, piece by piece.
 */
#ifndef PITH_PAGE_BLOCK_DRAFT_H
#define PITH_PAGE_BLOCK_DRAFT_H

#include "base/buffer.h"
#include "page/block.h"
#include "page/text_count.h"
#include "page/text_fold.h"

struct block_draft {
    struct block_page *page; /* which it goes to when it ends */
    struct buffer text;
    struct text_folder folder;
    struct text_counter counter;
    size_t first_mark; /* in page->marks */
    size_t cap_blocks, cap_marks;
    uint32_t first_node; /* UINT32_MAX before its first text */
    unsigned n_breaks;   /* <br> since the last text */
    bool after_break;    /* it is separated from the block before it by these alone */
};

void block_draft_init(struct block_draft *draft, struct block_page *page);

/* Writes white space that is owed: where it comes before what opens here, it belongs to what
 * stands before that. */
void block_draft_close_gap(struct block_draft *draft);

/* Adds text that a node stands for, as it is. */
void block_draft_add_text(struct block_draft *draft, uint32_t node, struct str text, bool in_link);

void block_draft_add_mark(struct block_draft *draft, struct block_mark mark);

/* Ends the block: it becomes one of the page if it has text. Another begins. */
void block_draft_end(struct block_draft *draft, uint32_t owner, uint32_t end_node, uint8_t flags);

#endif
