/*
 * The labels of notes: "1", "[2]", "(a)", "*".
 */
#ifndef PITH_RENDER_NOTE_LABEL_H
#define PITH_RENDER_NOTE_LABEL_H

#include "base/str.h"

/* A label without its brackets, or STR_NONE where a text is none. */
struct str note_label(struct str text);

/* Where the text of a note goes on behind the label that it begins with: an offset, or 0. */
size_t note_label_end(struct str text, struct str label);

#endif
