/*
 * The rule about buttons and links to the top of the page.
 */
#ifndef PITH_SELECT_RULE_JUMPS_H
#define PITH_SELECT_RULE_JUMPS_H

#include "select/ruling.h"

/* Drops links that are blocks of their own, occur again and again, and lead nowhere or elsewhere on
 * this page: "Top" below each section, in any language, and buttons such as "Reply". Not cells, and
 * not links to what they name, such as the type of a parameter. */
void rule_jumps(struct ruling *r);

#endif
