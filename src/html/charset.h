/*
 * A page's bytes into well-formed UTF-8.
 */
#ifndef PITH_HTML_CHARSET_H
#define PITH_HTML_CHARSET_H

#include "base/arena.h"
#include "base/str.h"

/*
 * Decodes `page` to UTF-8. `name` is the caller's charset, or NULL to detect it: the byte-order
 * mark, else UTF-8 if the page is valid UTF-8 but for a few bytes, else what the page declares
 * (<meta charset>, http-equiv, XML declaration) with the aliases of the WHATWG Encoding Standard
 * (iso-8859-1 is read as windows-1252) if the page can be in that, else what libuchardet takes it
 * for, else windows-1252. Bad sequences become U+FFFD and never lose what follows.
 *
 * PITH_OK: *out is the text, without a byte-order mark: `page` itself where that is valid UTF-8
 * already, else a copy in the arena. PITH_ECHARSET: the name is not known to iconv. PITH_ENOMEM:
 * iconv has no memory. With a status that is not PITH_OK *out is as it was.
 * No iconv descriptor outlives the call, even when the arena jumps.
 */
enum pith_status charset_decode(struct arena *arena, struct str page, const char *name,
                                struct str *out);

#endif
