/*
 * What an inline element is to the text around it: a formula, a stretch in another voice, something
 * that is no part of the sentence.
 */
#ifndef PITH_PAGE_INLINE_CONTENT_H
#define PITH_PAGE_INLINE_CONTENT_H

#include "page/formula.h"
#include "page/inline_class.h"
#include "page/inline_kind.h"

struct inline_finder {
    const struct dom *dom;
    struct inline_classes classes;
    struct formula_finder formulas;
    struct buffer scratch;
    uint32_t equation_end; /* of the last cell of an equation */
    bool is_in_note;       /* set by the caller within an element of INLINE_NOTE_REF */
};

void inline_finder_init(struct inline_finder *finder, struct arena *arena, const struct dom *dom);

/*
 * What the element at node i is, whatever its text says: INLINE_FORMULA, with its TeX and
 * delimiters in *stands_for; INLINE_NOTE_REF, a side note; INLINE_LEFT_OUT; INLINE_LABEL; or
 * INLINE_N_KINDS for none of these. Then *stands_for is what an image stands for, an emoji say, or
 * empty. *is_part_of_line tells a block-level element that goes on with the line before it. (A
 * table's cell with a part of an equation, a large first letter.)
 */
enum inline_kind inline_find(struct inline_finder *finder, uint32_t i, bool is_in_heading,
                             struct str *stands_for, bool *is_part_of_line);

/* What an element with DOM_IS_MARK makes of its text. */
enum inline_kind inline_kind_of(uint8_t tag);

/* Whether the text at the start of an element brings a quotation mark. */
bool inline_begins_with_quote(const struct dom *dom, uint32_t i);

#endif
