/*
 * What the parts of the Markdown renderer share: the document that is being written, its lines, and
 * the inline content of a block.
 *
 * Each line begins with what the open quotes and items ask for: their markers on their first
 * line, as much space on all others. A line is ended only when the next one begins, because what
 * parts them depends on what comes.
 */
#ifndef PITH_RENDER_MARKDOWN_WRITER_H
#define PITH_RENDER_MARKDOWN_WRITER_H

#include "base/buffer.h"
#include "render/body_tree.h"
#include "render/inline.h"

enum {
    /* Quotes and items that may be open at once: no section is deeper than that of a table's cell
     * in a list in the deepest one. */
    MAX_LEVELS = BODY_TREE_MAX_DEPTH + 4
};

struct markdown_writer {
    struct buffer *out;
    const struct inline_reader *reader;
    struct body_tree_walk walk;
    struct buffer first;       /* what the next line begins with ... */
    struct buffer rest;        /* ... and those behind it */
    size_t widths[MAX_LEVELS]; /* bytes of `rest` that each open quote or item has added */
    size_t n_levels;
    char markers[MAX_LEVELS];        /* of the list open at each depth of sections */
    char closed_marker;              /* of the list that closed since the last piece; 0 for none */
    size_t closed_levels;            /* levels around that list */
    bool has_closed;                 /* any section, since the last piece */
    uint32_t next_column;            /* of the row at hand */
    bool in_rows;                    /* the table at hand has begun */
    size_t fence;                    /* backticks around the code at hand */
    bool at_line_start;              /* nothing of the line's text has been written */
    bool is_on_line;                 /* the line that the piece that comes stands on has begun */
    bool is_emitted[INLINE_N_KINDS]; /* the open mark of that kind */
    size_t star_end;                 /* where the last emphasis ended in `out` */
};

static inline const struct section *markdown_section(const struct markdown_writer *to) {
    return &to->walk.tree->sections[to->walk.section];
}

void markdown_begin_line(struct markdown_writer *to);
void markdown_end_line(struct markdown_writer *to);

/* A line without text, which may do without space at its end. */
void markdown_begin_empty_line(struct markdown_writer *to);

/* Opens a quote or an item, whose first line begins with `marker`. */
void markdown_enter_level(struct markdown_writer *to, struct str marker, bool is_quote);
void markdown_leave_level(struct markdown_writer *to);

/* Appends the text of a block with its inline marks. */
void markdown_append_inline(struct markdown_writer *to, size_t block);

/* Appends "[^3]". */
void markdown_append_note_label(struct buffer *out, uint32_t number);

#endif
