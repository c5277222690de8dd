/*
 * Exact rules for the kept lines of a dump, which has no elements that tell what a line is.
 */
#ifndef PITH_SELECT_RULE_DUMP_H
#define PITH_SELECT_RULE_DUMP_H

#include "select/ruling.h"

/* Drops the credits of pictures, captions that end with one, and lines that lead to other pages. */
void rule_dump(struct ruling *r);

#endif
