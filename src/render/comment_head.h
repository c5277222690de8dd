/*
 * Who wrote a comment and when, from the elements around it.
 */
#ifndef PITH_RENDER_COMMENT_HEAD_H
#define PITH_RENDER_COMMENT_HEAD_H

#include "base/buffer.h"
#include "page/block.h"

/* Both have their white space collapsed and are in the page's arena; .at is NULL if unknown. */
struct comment_head {
    struct str author; /* without "says:" */
    struct str date;   /* "2021-06-03" if the page has it in this form, otherwise as shown */
};

/* Reads author and date from an element and the first few elements inside it into the head; what
 * they do not give is unchanged. True if they gave anything. */
bool comment_head_read(const struct block_page *page, uint32_t element, struct comment_head *head);

/* Appends "Author · date" and a line break, or nothing if neither is known. */
void comment_head_append(struct buffer *out, const struct comment_head *head);

#endif
