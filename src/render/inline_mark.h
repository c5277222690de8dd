/*
 * A stretch of a block's text that is more than text, as renderers see it.
 */
#ifndef PITH_RENDER_INLINE_MARK_H
#define PITH_RENDER_INLINE_MARK_H

#include "page/block.h"

struct inline_mark {
    uint32_t start, end;         /* bytes of the text; no white space comes first or last */
    uint8_t kind;                /* enum inline_kind (block.h) */
    bool meets_start, meets_end; /* a link or code within starts, or ends, where it does */
    struct str url;              /* of a link: as url_append_safe gives it */
    struct str stands_for; /* of a formula: as in block_mark, until inline_edit; of a reference
                              to a note: its number */
    uint32_t note;         /* of such a reference: the number */
    bool is_first;         /* the first reference to that note */
};

/* Whether a kind of mark encloses nothing: its text stands as it is. */
static inline bool inline_is_verbatim(uint8_t kind) {
    return kind == INLINE_SAMPLE || kind == INLINE_CODE || kind == INLINE_NOTE_REF ||
           kind == INLINE_FORMULA;
}

/* Whether a mark changes the text. */
static inline bool inline_is_edit(const struct inline_mark *mark) {
    return mark->kind == INLINE_LEFT_OUT || mark->kind == INLINE_LABEL || mark->stands_for.at;
}

#endif
