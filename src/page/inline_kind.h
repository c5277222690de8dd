/*
 * Kinds of inline content.
 */
#ifndef PITH_PAGE_INLINE_KIND_H
#define PITH_PAGE_INLINE_KIND_H

/* What a range of text within a block is, outermost first: the order in which kinds with the same
 * range enclose each other. */
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
    INLINE_CODE,     /* encloses nothing, like those that follow */
    INLINE_NOTE_REF, /* a mark that refers to a note; on a whole block: to the side note in its
                        element */
    INLINE_FORMULA,  /* TeX with its delimiters: $...$ or $$...$$ */
    INLINE_LEFT_OUT, /* not part of what the page says: "[edit]", the name of an icon */
    INLINE_LABEL,    /* for screen readers; left out too, unless there is no other text */
    INLINE_N_KINDS
};

#endif
