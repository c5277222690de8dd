/*
 * Footnotes without links: superscript numbers in the text, and paragraphs that begin with them.
 */
#ifndef PITH_RENDER_NOTE_LOOSE_H
#define PITH_RENDER_NOTE_LOOSE_H

#include "render/note_list.h"
#include "render/render.h"

enum { NOTE_LOOSE_MAX = 99 }; /* notes */

/* Finds the notes below the text that refers to them, numbered from 1: each is a paragraph that
 * begins with its number, superscript or bold, or an item of a list in <aside> that begins with its
 * number. notes[i] is number i + 1; returns their number. */
size_t note_loose_find(const struct render_source *source, struct note notes[NOTE_LOOSE_MAX]);

/* The number that a superscript mark refers to, from 1, or 0. */
uint32_t note_loose_number(const struct block *block, const struct block_mark *mark);

#endif
