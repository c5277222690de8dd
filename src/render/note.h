/*
 * Footnotes, endnotes, side notes and references: which marks in the kept text refer to which
 * notes, wherever on the page these are.
 */
#ifndef PITH_RENDER_NOTE_H
#define PITH_RENDER_NOTE_H

#include "render/note_list.h"
#include "render/render.h"

/* Finds the notes that the kept blocks refer to, and removes their labels from selection->text. A
 * reference is a link with the text of a label ("1", "[2]", "*") to an element of this page that is
 * a note by its names, by its place, or because it links back; or what block_cut has marked. Linear
 * in the size of the page, apart from sorting. */
void note_find(const struct render_source *source, struct note_list *out);

/* The references in a block: the first of them, and their number in *n. */
const struct note_ref *note_refs_of(const struct note_list *list, uint32_t block, size_t *n);

#endif
