/*
 * The labels of notes: "1", "[2]", "(a)", "*".
 */
#ifndef PITH_RENDER_NOTE_LABEL_H
#define PITH_RENDER_NOTE_LABEL_H

#include "base/str.h"

/* A label without its brackets, or STR_NONE if a text is not a label. */
struct str note_label(struct str text);

/* The offset at which the text of a note continues after its label, or 0. */
size_t note_label_end(struct str text, struct str label);

#endif
