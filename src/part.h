/*
 * Parts of a page that its markup names outright: the comments under an article, the dialog of a
 * consent manager.
 */
#ifndef PITH_PART_H
#define PITH_PART_H

#include "dom.h"

enum part_kind {
    PART_NONE,
    PART_COMMENTS, /* all the comments, not one of them */
    PART_CONSENT   /* cookies, tracking, partners */
};

/* What the element's id and class name it. */
enum part_kind part_of(const struct dom_node *element);

/* Whether a class or id, in lower case, names comments, all or one of them, or what is around them.
 * Looser than part_of, for those who know that the article is elsewhere. */
bool part_is_of_comments(struct str name);

#endif
