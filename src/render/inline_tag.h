/*
 * The HTML tags for inline marks.
 */
#ifndef PITH_RENDER_INLINE_TAG_H
#define PITH_RENDER_INLINE_TAG_H

#include "base/str.h"
#include "page/inline_kind.h"

struct inline_tag {
    struct str open, close;
};

/* A link's tag is complete only after its address and "\">". */
extern const struct inline_tag inline_tags[INLINE_N_KINDS];

#endif
