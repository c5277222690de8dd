/*
 * Where links within a page lead, and whether the target is a note.
 */
#ifndef PITH_RENDER_NOTE_TARGET_H
#define PITH_RENDER_NOTE_TARGET_H

#include "base/hash_table.h"
#include "page/block.h"

struct note;

struct note_targets {
    const struct block_page *page;
    struct hash_table ids; /* of ids and of names of anchors */
    uint32_t *nodes;       /* indexed by slot */
    bool has_ids;          /* whether the table has been made */
    uint32_t *found;       /* nodes that links lead to */
    size_t n_found, cap_found;
};

void note_targets_init(struct note_targets *targets, const struct block_page *page);

/* The node that a link's fragment names; false if there is none. */
bool note_target_of(struct note_targets *targets, uint32_t link, uint32_t *out);

/* Sorts the targets found so far, for note_item_of. */
void note_targets_sort(struct note_targets *targets);

/* The item of a list of notes, or the paragraph, that an element is or is in. False if that is too
 * large for a note, or is a section, a figure or a table. */
bool note_item_of(const struct note_targets *targets, uint32_t target, struct note *out);

/* Whether an item is a note: it links back, or it or the link is named a note, or it begins with
 * the link's label. */
bool note_is_likely(struct note_targets *targets, uint32_t link, uint32_t target,
                    const struct note *note);

#endif
