/*
 * What a caller keeps from page to page; pith.c's own, and the trainer's, who runs pages through
 * models that are not compiled in.
 */
#ifndef PITH_PITH_CONTEXT_H
#define PITH_PITH_CONTEXT_H

#include "base/arena.h"
#include "page/block.h"
#include "pith.h"
#include "score/model.h"

struct pith_context {
    struct arena arena;
    const struct model *html, *dump;
};

/* A page's bytes as blocks: decoded, parsed and cut. */
enum pith_status pith_parse(struct arena *arena, const struct pith_options *options,
                            struct str bytes, struct block_page *out);

#endif
