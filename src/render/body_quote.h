/*
 * What quotes need besides their place in the tree of a body: titles for callouts, sources for
 * quotes, and for posts the post that they answer.
 */
#ifndef PITH_RENDER_BODY_QUOTE_H
#define PITH_RENDER_BODY_QUOTE_H

#include "render/body_tree.h"

/* The section that a quote goes into: for a post whose element is not inside that of the post it
 * answers, the section of that post; otherwise `outer`. last[i] is the last post at level i, or
 * 0. */
uint32_t body_quote_answered(const uint32_t *last, const struct post *post, uint32_t outer);

/* Records a post in `last`. */
void body_quote_add(uint32_t *last, const struct post *post, uint32_t section);

/* Finds the titles of callouts among the pieces. */
void body_quote_find_titles(const struct body_tree *tree);

/* Moves sources below quotes into their quotes. */
void body_quote_move_sources(struct body_tree *tree);

#endif
