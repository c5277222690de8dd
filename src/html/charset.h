/*
 * Converts a page's bytes to well-formed UTF-8.
 */
#ifndef PITH_HTML_CHARSET_H
#define PITH_HTML_CHARSET_H

#include "base/arena.h"
#include "base/str.h"

struct charset_decoded {
    struct str text;    /* UTF-8 */
    struct str charset; /* what it was decoded from, by its name in the Encoding Standard
                           ("windows-1252") */
};

/*
 * Decodes `page` to UTF-8. `name` is the caller's charset, or NULL to detect it: the byte-order
 * mark; otherwise UTF-8 if all but a few bytes of the page are valid UTF-8; otherwise what the page
 * declares (<meta charset>, http-equiv, XML declaration), with the labels of the WHATWG Encoding
 * Standard (iso-8859-1 is read as windows-1252), if the page's bytes are possible in it; otherwise
 * what libuchardet detects; otherwise windows-1252. Bad sequences become U+FFFD and never affect
 * what follows.
 *
 * PITH_OK: out->text is the text without a byte-order mark: `page` itself if it is valid UTF-8
 * already, otherwise a copy in the arena. PITH_ECHARSET: the name is not a label of the standard,
 * or iconv lacks its encoding. PITH_ENOMEM: iconv has no memory. Unless the status is PITH_OK, *out
 * is unchanged. No iconv descriptor outlives the call, even if the arena jumps.
 */
enum pith_status charset_decode(struct arena *arena, struct str page, const char *name,
                                struct charset_decoded *out);

#endif
