/*
 * Finds the horizontal rules of a body.
 */
#ifndef PITH_RENDER_BODY_RULE_H
#define PITH_RENDER_BODY_RULE_H

#include "render/body_tree.h"

/* Marks each piece that an <hr> comes before. An <hr> at the start or the end of the body is left
 * out, and so is one whose parent element contains neither the piece before it nor the one after
 * it. */
void body_rule_find(struct body_tree *tree);

#endif
