/*
 * The names of charsets: labels that pages use, names in the WHATWG Encoding Standard, in iconv and
 * in libuchardet. iconv is asked for no other charset, whoever names it: most of its hundred
 * decoders are older than the web and seldom tested, and the name may come from a page's server.
 */
#ifndef PITH_HTML_CHARSET_NAME_H
#define PITH_HTML_CHARSET_NAME_H

#include <stdbool.h>

#include "base/str.h"

/* The iconv name of the encoding with this label, or NULL if there is none. */
const char *charset_name_find(struct str label);

/* The standard's name for an encoding by its iconv name, which another function has returned. */
struct str charset_name_standard(const char *iconv_name);

/* The iconv name of the web encoding that a name from libuchardet means, or NULL. KOI8-R has
 * box-drawing characters where KOI8-U has Ukrainian letters, and no page uses those. ISO-8859-16
 * has letters with commas where the older windows-1250 and ISO-8859-2 have those with cedillas that
 * Romanian pages used. */
const char *charset_name_guessed(struct str name);

#endif
