/*
 * What an inline element is to the text around it: a formula, text with a different meaning, or not
 * part of the sentence at all.
 */
#ifndef PITH_PAGE_INLINE_CONTENT_H
#define PITH_PAGE_INLINE_CONTENT_H

#include "page/formula/formula.h"
#include "page/inline_kind.h"
#include "page/style/look.h"

struct inline_finder {
    const struct dom *dom;
    const struct look *looks; /* of the page */
    struct formula_finder formulas;
    struct buffer scratch;
    uint32_t equation_end; /* end of the last cell of an equation */
    bool is_in_note;       /* set by the caller within an INLINE_NOTE_REF element */
};

void inline_finder_init(struct inline_finder *finder, struct arena *arena, const struct dom *dom,
                        const struct look *looks);

/*
 * Classifies the element at node i: INLINE_FORMULA, with its TeX and delimiters in *stands_for;
 * INLINE_NOTE_REF, a side note; INLINE_LEFT_OUT; INLINE_LABEL; or INLINE_N_KINDS for none of these.
 * In that case *stands_for is the text that an image represents, such as an emoji, or empty.
 * *is_part_of_line is set for a block-level element that continues the line before it (a table cell
 * with part of an equation, a large first letter).
 */
enum inline_kind inline_find(struct inline_finder *finder, uint32_t i, bool is_in_heading,
                             struct str *stands_for, bool *is_part_of_line);

/* The meanings that an element gives to its text by its tag or its style: one, or two if *other is
 * not INLINE_N_KINDS. False if there is none. */
bool inline_kinds_of(const struct dom_node *element, uint8_t *kind, uint8_t *other);

/* Whether an element is the source of a quote, before its text on the same line ("Ann wrote:"), and
 * only style sheets separate the two: phpBB. */
bool inline_is_source_before_quote(const struct dom *dom, uint32_t element);

/* The start of what may be the reference mark of a side note, at the end of the text: "word1",
 * "word*"; the end of the text if there is none. *number is its number, or 0. */
size_t inline_note_mark_start(struct str text, size_t *number);

/* Whether the digits at `start` continue a number or a name: "3.12", "COVID-19". */
bool inline_is_of_number(struct str text, size_t start);

/* Whether only style sheets separate an element from the text after it. */
bool inline_is_apart(const struct inline_finder *finder, uint32_t i);

/* Whether the text at the start of an element begins with a quotation mark. */
bool inline_begins_with_quote(const struct dom *dom, uint32_t i);

/* Whether an element is an invisible part of a line. */
bool inline_is_invisible(const struct dom *dom, uint32_t i);

/* Whether the text of a block, of `n_words`, may be shown as that of a link around its element. */
bool inline_may_be_link(const struct dom *dom, uint32_t link, uint32_t block, uint32_t n_words);

#endif
