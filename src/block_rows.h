/*
 * The blocks of the page as pith_article_block returns them.
 */
#ifndef PITH_BLOCK_ROWS_H
#define PITH_BLOCK_ROWS_H

#include "article.h"
#include "render/body_tree.h"
#include "score/score.h"

/* Sets parts->blocks, in the page's arena, to the blocks that the flags ask for: those of the body
 * (PITH_BLOCKS), all (PITH_ALL_BLOCKS), or all with reasons (PITH_EXPLAIN). The source's spans say
 * where each block is in the text body. */
void block_rows_build(const struct body_tree *body, const struct score *score,
                      struct article_parts *parts);

/* Whether these flags ask for any. */
bool block_rows_are_asked(unsigned flags);

/* Converts the source's spans from offsets in `raw` to offsets in its NFC form. */
void block_rows_normalise_spans(const struct render_source *source, struct str raw);

#endif
