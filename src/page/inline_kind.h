/*
 * What a stretch of text within a block can be.
 */
#ifndef PITH_PAGE_INLINE_KIND_H
#define PITH_PAGE_INLINE_KIND_H

/* What a stretch of text within a block is; in the order in which those of the same stretch enclose
 * each other. */
enum inline_kind {
    INLINE_LINK,
    INLINE_STRONG,
    INLINE_EM,
    INLINE_DELETED,
    INLINE_INSERTED,
    INLINE_HIGHLIGHT, /* <mark> */
    INLINE_SUPERSCRIPT,
    INLINE_SUBSCRIPT,
    INLINE_KEY,      /* <kbd> */
    INLINE_SAMPLE,   /* <samp> */
    INLINE_VARIABLE, /* <var> */
    INLINE_CODE,     /* encloses nothing, nor do those that follow */
    INLINE_NOTE_REF, /* a mark that leads to a note; of a block: to the side note in its element */
    INLINE_FORMULA,  /* TeX with its delimiters: $...$ or $$...$$ */
    INLINE_LEFT_OUT, /* no part of what the page says: "[edit]", a name of an icon */
    INLINE_LABEL,    /* for screen readers; left out as well, but where there is no other text */
    INLINE_N_KINDS
};

#endif
