/*
 * Notes and the marks that refer to them.
 */
#ifndef PITH_RENDER_NOTE_LIST_H
#define PITH_RENDER_NOTE_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A note, to which references lead. */
struct note {
    uint32_t first_node, end_node; /* its nodes */
    uint32_t around;               /* elements outside this one are not sections of the note */
    uint32_t first_block, end_block;
};

/* A mark in the text of a block. */
struct note_ref {
    uint32_t block;
    uint32_t start, end; /* bytes of block.text */
    uint32_t note;       /* index among the notes */
    bool is_first;       /* the first reference to that note */
};

struct note_list {
    struct note *notes; /* in page order; the number of each is its index + 1 */
    size_t n_notes;
    struct note_ref *refs; /* in page order */
    size_t n_refs;
    uint8_t *is_note; /* by block: whether it belongs to a note, or is what remains of a list of
                         notes; NULL if there are no notes */
};

#endif
