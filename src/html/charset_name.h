/*
 * The names of charsets: labels that pages use, names in the WHATWG Encoding Standard, in iconv and
 * in libuchardet. All results are static, except where the caller's own name is returned.
 */
#ifndef PITH_HTML_CHARSET_NAME_H
#define PITH_HTML_CHARSET_NAME_H

#include <stdbool.h>

#include "base/str.h"

/* The iconv name of the encoding with this label, or NULL if the standard has none. */
const char *charset_name_find(struct str label);

/* The standard's name for an encoding of iconv, or iconv's name if the standard has none. */
struct str charset_name_standard(const char *iconv_name);

/* Whether iconv may be asked for a caller's charset that the standard does not have. Excluded are
 * "" (the locale's), options ("//TRANSLIT"), and UTF-7, which can hide tags. */
bool charset_name_is_askable(const char *name);

/* The iconv name of the web encoding that a name from libuchardet means, or NULL. KOI8-R has
 * box-drawing characters where KOI8-U has Ukrainian letters, and no page uses those. ISO-8859-16
 * has letters with commas where the older windows-1250 and ISO-8859-2 have those with cedillas that
 * Romanian pages used. */
const char *charset_name_guessed(struct str name);

#endif
