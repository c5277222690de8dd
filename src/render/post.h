/*
 * The posts of a thread: what each of several people wrote on one page, with its author and date.
 */
#ifndef PITH_RENDER_POST_H
#define PITH_RENDER_POST_H

#include "render/comment_head.h"
#include "render/inline.h"

enum { POST_N_LEVELS = 8 };

struct post {
    uint32_t node;  /* the element around it */
    uint32_t level; /* how many posts it answers in a row, if its element is not within theirs;
                       below POST_N_LEVELS */
    bool is_main;   /* what the page is about: no quote */
    struct comment_head head;
};

struct post_list {
    struct post *posts; /* in page order */
    size_t n_posts;
};

/* Finds the posts that kept blocks are of; there are none on a page with fewer than two. If links
 * or comments are asked for, names and dates move from the selection to the heads; else the heads
 * are empty, because the words of a text are what people wrote. */
void post_find(const struct inline_reader *reader, struct post_list *out);

/* The post of which a node is the element, or NULL. */
const struct post *post_at(const struct post_list *list, uint32_t node);

#endif
