/*
 * Where CommonMark takes stars for emphasis.
 */
#ifndef PITH_RENDER_EMPHASIS_H
#define PITH_RENDER_EMPHASIS_H

#include "render/inline.h"

/* Whether "*" or "**" before and behind `mark` would be taken for emphasis (CommonMark 0.30,
 * section 6.2, left- and right-flanking delimiter runs); where its rules and those of other
 * versions differ, no. */
bool emphasis_can_delimit(struct str s, const struct inline_mark *mark);

/* Takes punctuation at its ends out of a mark of emphasis that holds no other, where it could not
 * be delimited else: "<b>Note:</b>this" is bold up to its colon. */
void emphasis_fit(struct str s, struct inline_mark *mark);

#endif
