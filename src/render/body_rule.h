/*
 * Finds the horizontal rules of a body.
 */
#ifndef PITH_RENDER_BODY_RULE_H
#define PITH_RENDER_BODY_RULE_H

#include "render/body_tree.h"

/* Marks the pieces before which the page has <hr>. Rules at the beginning and the end are left out,
 * and those within elements of which nothing is kept on either side. */
void body_rule_find(struct body_tree *tree);

#endif
