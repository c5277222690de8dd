/*
 * Text between the blocks of an element, without an element of its own.
 */
#ifndef PITH_SELECT_LOOSE_H
#define PITH_SELECT_LOOSE_H

#include "metadata/metadata.h"
#include "page/container.h"
#include "score/score.h"
#include "select/selection.h"

/* Keeps sentences without an element of their own that are next to a kept block of the same
 * element, unless they are the byline or another part of the metadata. The model takes them for
 * labels, which most such texts are. */
void loose_keep(const struct block_page *page, const struct score *score,
                const struct metadata *metadata, struct selection *selection);

#endif
