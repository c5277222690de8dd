/*
 * What quotes need besides their place in the tree of a body: callouts their titles, quotes their
 * sources, posts the post that they answer.
 */
#ifndef PITH_RENDER_BODY_QUOTE_H
#define PITH_RENDER_BODY_QUOTE_H

#include "render/body_tree.h"

/* The section that a quote goes into: that of the post that it answers, if it is a post whose
 * element is not within that one's; else `outer`. last[i] is the last post at level i, or 0. */
uint32_t body_quote_answered(const uint32_t *last, const struct post *post, uint32_t outer);

/* Takes a post into `last`. */
void body_quote_add(uint32_t *last, const struct post *post, uint32_t section);

/* Finds the titles of callouts among the pieces. */
void body_quote_find_titles(const struct body_tree *tree);

/* Moves sources that stand below their quotes into them. */
void body_quote_move_sources(struct body_tree *tree);

#endif
