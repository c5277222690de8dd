/*
 * What the parts of the Markdown renderer share: the document being written, its lines, and the
 * inline content of a block.
 *
 * Each line begins with what the open quotes and items require: their markers on their first line,
 * equally wide space on all others. A line is ended only when the next one begins, because what
 * separates them depends on what follows.
 */
#ifndef PITH_RENDER_MARKDOWN_WRITER_H
#define PITH_RENDER_MARKDOWN_WRITER_H

#include "base/buffer.h"
#include "render/body_tree.h"
#include "render/inline.h"

enum {
    /* The most quotes and items open at once: nothing is deeper than a table cell in the deepest
     * list. */
    MAX_LEVELS = BODY_TREE_MAX_DEPTH + 4
};

struct markdown_writer {
    struct buffer *out;
    const struct inline_reader *reader;
    struct body_tree_walk walk;
    struct buffer first;       /* what the next line begins with ... */
    struct buffer rest;        /* ... and the lines after it */
    size_t widths[MAX_LEVELS]; /* bytes that each open quote or item has added to `rest` */
    size_t n_levels;
    char markers[MAX_LEVELS];          /* by depth of sections: the marker of the open list */
    uint32_t next_numbers[MAX_LEVELS]; /* by depth of sections: of the open list's next item; 0 at
                                          its beginning */
    char closed_marker;                /* of the list that closed since the last piece, or 0 */
    size_t closed_levels;              /* number of levels around that list */
    bool has_closed;                   /* whether any section has closed since the last piece */
    uint32_t next_column;              /* in the current row */
    bool in_rows;                      /* the current table has begun */
    size_t fence;                      /* number of backticks around the current code */
    bool at_line_start;                /* no text has been written on the line yet */
    bool is_on_line;                   /* the line of the next piece has begun */
    bool is_emitted[INLINE_N_KINDS];   /* whether the open mark of that kind has been written */
    size_t star_end;                   /* where the last emphasis ended in `out` */
};

static inline const struct section *markdown_section(const struct markdown_writer *to) {
    return &to->walk.tree->sections[to->walk.section];
}

void markdown_begin_line(struct markdown_writer *to);
void markdown_end_line(struct markdown_writer *to);

/* Begins a line without text, whose trailing space may be omitted. */
void markdown_begin_empty_line(struct markdown_writer *to);

/* Opens a quote or item, whose first line begins with `marker`. */
void markdown_enter_level(struct markdown_writer *to, struct str marker, bool is_quote);
void markdown_leave_level(struct markdown_writer *to);

/* Appends the text of a block with its inline marks. */
void markdown_append_inline(struct markdown_writer *to, size_t block);

/* Appends "[^3]". */
void markdown_append_note_label(struct buffer *out, uint32_t number);

#endif
