/*
 * Decodes character references ("&amp;", "&#8217;") as specified in HTML5, section 13.2.5.72 and
 * following, with the full table of names.
 */
#ifndef PITH_HTML_ENTITY_H
#define PITH_HTML_ENTITY_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/str.h"

/* Appends `raw` (well-formed UTF-8) with its character references decoded. In an attribute value, a
 * name without a semicolon before "=", a letter or a digit is left unchanged. NUL and numbers that
 * are not characters become U+FFFD; 0x80 to 0x9F are read as windows-1252. */
void entity_append_decoded(struct buffer *out, struct str raw, bool in_attribute);

#endif
