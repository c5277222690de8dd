/*
 * The links, images and tables of the body as lists.
 */
#ifndef PITH_BODY_LISTS_H
#define PITH_BODY_LISTS_H

#include "article.h"
#include "render/body_tree.h"

/* Sets parts->lists, in the page's arena. Must be called after block_rows_build, if that is
 * called. */
void body_lists_build(const struct body_tree *body, struct article_parts *parts);

#endif
