/*
 * A block's text with its inline marks, normalized for all renderers: links that lead somewhere,
 * emphasis, code, formulas; properly nested, each kind at most once at any place.
 */
#ifndef PITH_RENDER_INLINE_H
#define PITH_RENDER_INLINE_H

#include "render/inline_mark.h"
#include "render/render.h"

struct inline_text {
    struct str text;
    struct inline_mark *marks; /* in page order, enclosing ones first */
    size_t n_marks;
};

/* How the place of a block affects its text. */
enum inline_weight {
    INLINE_PLAIN,
    INLINE_UNLINKED, /* plain, and links are not kept */
    INLINE_HEAVY,    /* it is bold anyway: strong adds nothing */
    INLINE_STRONG_ALL,
    INLINE_STRONG_UNLINKED /* both: the label of a tab, which leads to its panel */
};

struct note_list;

struct inline_reader {
    const struct render_source *source;
    struct str base; /* that references are relative to */
    const struct note_list *notes;
};

/* Determines the base URL for all blocks of the source. */
void inline_begin(struct inline_reader *reader, const struct render_source *source);

/* A block's text as it is in the body: without a dateline that has become metadata, and without
 * trailing white space. */
struct str inline_plain(const struct render_source *source, size_t block);

/* The same with its marks, which are in the page's arena; with links if they are kept. Formulas
 * that are in the text with their delimiters are marks too. */
void inline_read(const struct inline_reader *reader, size_t block, enum inline_weight weight,
                 struct inline_text *out);

enum inline_event { INLINE_OPEN, INLINE_CLOSE, INLINE_TEXT, INLINE_END };

/* A walk over such a text; the fields describe the last event. */
struct inline_walk {
    const struct inline_text *text;
    struct str piece;               /* for INLINE_TEXT; never empty */
    const struct inline_mark *mark; /* opened or closed; or the one around the piece, or NULL */
    const struct inline_mark *open[INLINE_N_KINDS];
    size_t n_open;
    size_t next_mark, at;
};

void inline_walk_begin(struct inline_walk *walk, const struct inline_text *text);
enum inline_event inline_next(struct inline_walk *walk);

#endif
