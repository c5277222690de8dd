/*
 * Footnotes, endnotes, side notes and references: which marks in the kept text lead to which notes,
 * wherever on the page those are.
 */
#ifndef PITH_RENDER_NOTE_H
#define PITH_RENDER_NOTE_H

#include "render/note_list.h"
#include "render/render.h"

/* Finds the notes that the kept blocks refer to, and takes their labels off selection->text. A
 * reference is a link with a label for its text ("1", "[2]", "*") to an element of this page that
 * is a note by its names, by its place, or because it leads back; or what block_cut has marked.
 * Takes time linear in the page but for sorting. */
void note_find(const struct render_source *source, struct note_list *out);

/* The references in a block: the first of them, and their number in *n. */
const struct note_ref *note_refs_of(const struct note_list *list, uint32_t block, size_t *n);

#endif
