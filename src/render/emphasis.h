/*
 * Where CommonMark reads asterisks as emphasis.
 */
#ifndef PITH_RENDER_EMPHASIS_H
#define PITH_RENDER_EMPHASIS_H

#include "render/inline.h"

/* Whether "*" or "**" before and after `mark` would be read as emphasis (CommonMark 0.30, section
 * 6.2, left- and right-flanking delimiter runs); false where its rules differ from those of other
 * versions. */
bool emphasis_can_delimit(struct str s, const struct inline_mark *mark);

/* Excludes punctuation at the ends of a mark of emphasis that contains no other mark, if it could
 * not be delimited otherwise: "<b>Note:</b>this" is bold up to its colon. */
void emphasis_fit(struct str s, struct inline_mark *mark);

#endif
