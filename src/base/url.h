/*
 * References of a page into absolute URLs: RFC 3986 section 5.2, after the clean-up that browsers
 * do first, and an allow-list of schemes.
 */
#ifndef PITH_BASE_URL_H
#define PITH_BASE_URL_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/str.h"

/* Appends `reference` resolved against `base` (RFC 3986 section 5.2.2, strict), byte for byte: the
 * result is neither checked nor escaped. A base without a scheme gives a result without one. */
void url_resolve(struct buffer *out, struct str base, struct str reference);

/* What a URL is put to. */
enum url_use {
    URL_OF_LINK, /* http, https, mailto */
    URL_OF_FILE  /* http, https: images, and what else is fetched without being asked for */
};

/*
 * Appends what an attribute of a page refers to, fit to be followed from elsewhere: white space
 * and control characters go as in the WHATWG URL standard, the reference is resolved against
 * `base`, and what a URL may not contain is percent-encoded, so that the result is ASCII but for
 * its host, and holds no quote, no angle bracket, no backslash and no white space.
 *
 * False, with nothing appended, where it leads nowhere: it is empty, names a scheme that `use`
 * does not allow, or is a fragment of a page whose address is not known. `base` must be as
 * url_base gives it; with STR_NONE a reference without a scheme stays relative.
 */
bool url_append_safe(struct buffer *out, struct str base, struct str reference, enum url_use use);

/* The address that a page's references are relative to: its <base href> (`declared`) where it is
 * good, else the first of `page` and `canonical` that is. Good is an http or https address of
 * moderate length; STR_NONE if there is none. The result may be in the arena. */
struct str url_base(struct arena *arena, struct str declared, struct str page,
                    struct str canonical);

#endif
