/*
 * Who started a thread of a forum: the author of the first of its posts.
 */
#ifndef PITH_METADATA_THREAD_H
#define PITH_METADATA_THREAD_H

#include "metadata/window.h"

/* The author of a page's first post. */
struct thread_starter {
    struct str name; /* empty if the page has no posts, or their authors are not marked */
    uint32_t node;   /* the element that names the author */
    bool is_certain; /* the page declares that it is a thread, or many elements name authors */
};

/* Finds it among the elements whose class or link says that they name the author of a post. */
void thread_find_starter(const struct gathering *g, const struct window *window,
                         struct thread_starter *out);

#endif
