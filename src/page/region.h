/*
 * Regions of a page that its markup names explicitly: the comments under an article, the dialog of
 * a consent manager.
 */
#ifndef PITH_PAGE_REGION_H
#define PITH_PAGE_REGION_H

#include "html/dom.h"

/* Whether a class or id names its element as the dialog or banner of a consent manager: cookies,
 * tracking, partners. */
bool region_names_consent(struct str names);

/* Whether the element's id or class names it as all comments, not one of them. */
bool region_is_comments(const struct dom_node *element);

/* The same by the words of its names, in several languages and of several services:
 * "fyre-comment-stream", "articleComments". An element of an article may be named so too, so that
 * callers must know that the article is elsewhere. */
bool region_is_comment_area(const struct dom_node *element);

/* Whether a class of the element names it as the text of one comment: "commentText". */
bool region_is_comment_text(const struct dom_node *element);

/* Whether a class or id, in lower case, names comments, all or one of them, or what is around them.
 * Looser than region_is_comments, for callers that know that the article is elsewhere. */
bool region_is_within_comments(struct str name);

#endif
