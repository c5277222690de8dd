/*
 * Drops notices of copyright at the ends of the body.
 */
#ifndef PITH_SELECT_RIGHTS_H
#define PITH_SELECT_RIGHTS_H

#include "page/block.h"
#include "select/selection.h"

/* Drops the short blocks among the first and last few kept ones that are nothing but a notice, such
 * as agencies want below their stories. Elsewhere such a line is a text's own: of a package, a
 * picture, a quotation; and so it is in a list or a table, above a licence, and after a colon,
 * which announces an example. A body of one block stays. */
void rights_drop(const struct block_page *page, struct selection *selection);

#endif
