/*
 * The posts of a thread: what each of several people wrote on a page, with author and date.
 */
#ifndef PITH_RENDER_POST_H
#define PITH_RENDER_POST_H

#include "render/comment_head.h"
#include "render/inline.h"
#include "render/post_level.h"

struct post {
    uint32_t node;  /* the element of the post */
    uint32_t level; /* the length of the chain of posts that it answers, if its element is not
                       inside theirs; less than POST_N_LEVELS */
    bool is_main;   /* it is what the page is about, not a quote */
    struct comment_head head;
};

struct post_list {
    struct post *posts; /* in page order */
    size_t n_posts;
};

/* Finds the posts that kept blocks belong to; a page with fewer than two has none. If links or
 * comments are requested, names and dates are moved from the selection to the heads; otherwise the
 * heads are empty, since the output then contains only what people wrote. */
void post_find(const struct inline_reader *reader, struct post_list *out);

/* The post whose element a node is, or NULL. */
const struct post *post_at(const struct post_list *list, uint32_t node);

#endif
