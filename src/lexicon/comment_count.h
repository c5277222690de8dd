/*
 * Lines that say how many comments there are: "62 comments", "Comments (62)", "3 Responses to
 * 'A Walk'", "View all 12 comments". Such a line is mostly the heading of the comments.
 */
#ifndef PITH_LEXICON_COMMENT_COUNT_H
#define PITH_LEXICON_COMMENT_COUNT_H

#include "base/arena.h"

/* Whether a line (well-formed) says that there is at least one comment, and no more than that.
 * Working memory is in the arena. */
bool comment_count_is(struct arena *arena, struct str line);

#endif
