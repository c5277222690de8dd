/*
 * The rule about texts that occur twice on a page.
 */
#ifndef PITH_SELECT_RULE_REPEATS_H
#define PITH_SELECT_RULE_REPEATS_H

#include "select/ruling.h"

/* A text occurs twice for two screen widths, or because it is a post and a quotation of it below:
 * the reader needs it once. Kept are: repetition within one element, which is intended, like a
 * refrain; cells and definitions; lines of code; the same sentence in each of several cards (but
 * not in posts of a forum, where it is a signature); headings listed in a table of contents; and
 * copies with a high score, such as the same answer to two questions or a step of a recipe. A long
 * run of copies is a whole text that occurs twice, however high it scores, unless it is below
 * another heading than the first. (wcxb +2, forums +10; dumps of wcxb +3) */
void rule_repeats(struct ruling *r, const struct containers *containers, bool is_forum);

#endif
