/*
 * Whether an inline style hides its element.
 */
#ifndef PITH_PAGE_HIDING_STYLE_H
#define PITH_PAGE_HIDING_STYLE_H

#include "html/dom.h"

/* An element that is only transparent may be a block that fades in when the reader scrolls to it,
 * but hardly part of a line. The color of a picture is that of its alternative text. */
bool hiding_style(struct str style, enum dom_tag tag);

#endif
