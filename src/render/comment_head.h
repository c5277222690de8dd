/*
 * Who wrote a comment and when, from what stands around it.
 */
#ifndef PITH_RENDER_COMMENT_HEAD_H
#define PITH_RENDER_COMMENT_HEAD_H

#include "base/buffer.h"
#include "page/block.h"

/* Both have their white space folded and lie in the page's arena; .at is NULL for what is not
 * known. */
struct comment_head {
    struct str author; /* without "says:" */
    struct str date;   /* "2021-06-03" where the page gives it so, else as it is shown */
};

/* Takes what an element and the first few within it say of author and date into the head; what it
 * does not say stays. True where it said something. */
bool comment_head_read(const struct block_page *page, uint32_t element, struct comment_head *head);

/* Appends "Author · date" and a line break, or nothing where nothing is known. */
void comment_head_append(struct buffer *out, const struct comment_head *head);

#endif
