/*
 * Parts of a page that are not its content, whatever they say: menus, the page's footer, dialogs,
 * lists to choose from, buttons.
 */
#ifndef PITH_SELECT_PARTS_H
#define PITH_SELECT_PARTS_H

#include "score/score.h"
#include "select/selection.h"

/* Drops blocks that were kept for their scores alone, if an element around them is such a part by
 * its tag, its role, or a word of its class or id. How high a score may be overruled depends on the
 * kind of part, and on `precision_bias` where it asks for recall, like the score from which on
 * blocks are kept. But if a part contains most of what is kept, it is what the page is for. */
void parts_drop(const struct block_page *page, const struct score *score, double precision_bias,
                struct selection *selection);

#endif
