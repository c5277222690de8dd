/*
 * Character references ("&amp;", "&#8217;") into characters, as HTML5 section 13.2.5.72 ff. says,
 * with the full table of names.
 */
#ifndef PITH_HTML_ENTITY_H
#define PITH_HTML_ENTITY_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/str.h"

/* Appends `raw` (well-formed UTF-8) with its character references decoded. In an attribute's
 * value a name without its semicolon before "=" or a letter or digit stays as it is. NUL and
 * numbers that name no character become U+FFFD; 0x80 to 0x9F are read as windows-1252. */
void entity_append_decoded(struct buffer *out, struct str raw, bool in_attribute);

#endif
