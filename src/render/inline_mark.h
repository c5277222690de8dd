/*
 * A range of a block's text with a meaning, as renderers see it.
 */
#ifndef PITH_RENDER_INLINE_MARK_H
#define PITH_RENDER_INLINE_MARK_H

#include "page/block.h"

struct inline_mark {
    uint32_t start, end;         /* bytes of the text; neither begins nor ends with white space */
    uint8_t kind;                /* enum inline_kind (inline_kind.h) */
    bool meets_start, meets_end; /* it starts, or ends, together with a link or code inside it */
    struct str url;              /* of a link: as from url_append_safe */
    struct str stands_for; /* of a formula: as in block_mark, until inline_edit; of a reference
                              to a note: its number as text */
    uint32_t note;         /* of such a reference: the number of the note */
    bool is_first;         /* the first reference to that note */
};

/* Whether marks of this kind enclose nothing: their text is verbatim. */
static inline bool inline_is_verbatim(uint8_t kind) {
    return kind == INLINE_SAMPLE || kind == INLINE_CODE || kind == INLINE_NOTE_REF ||
           kind == INLINE_FORMULA;
}

/* Whether a mark changes the text. */
static inline bool inline_is_edit(const struct inline_mark *mark) {
    return mark->kind == INLINE_LEFT_OUT || mark->kind == INLINE_LABEL || mark->stands_for.at;
}

#endif
