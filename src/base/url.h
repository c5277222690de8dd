/*
 * Resolves a page's references to absolute URLs: RFC 3986, section 5.2, after the clean-up that
 * browsers do first, with an allow-list of schemes.
 */
#ifndef PITH_BASE_URL_H
#define PITH_BASE_URL_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/str.h"

/* Appends `reference` resolved against `base` (RFC 3986, section 5.2.2, strict), byte for byte: the
 * result is neither checked nor escaped. If the base has no scheme, neither has the result. */
void url_resolve(struct buffer *out, struct str base, struct str reference);

/* What a URL is used for, which decides the allowed schemes. */
enum url_use {
    URL_OF_LINK, /* http, https, mailto */
    URL_OF_FILE  /* http, https: images, and whatever else is fetched without being asked for */
};

/*
 * Appends the URL that an attribute refers to, in a form that is safe to use elsewhere: white space
 * and control characters are removed as in the WHATWG URL standard, the reference is resolved
 * against `base`, and characters that a URL may not contain are percent-encoded. The result is
 * ASCII except for its host, and contains no quote, angle bracket, backslash or white space.
 *
 * Returns false and appends nothing if the reference leads nowhere: it is empty, has a scheme that
 * `use` does not allow, or is a fragment of a page whose address is unknown. `base` must come from
 * url_base; with STR_NONE a reference without a scheme stays relative.
 */
bool url_append_safe(struct buffer *out, struct str base, struct str reference, enum url_use use);

/* The base URL for a page's references: its <base href> (`declared`) if usable, otherwise the first
 * of `page` and `canonical` that is. Usable means an http or https URL of moderate length; STR_NONE
 * if there is none. The result may be in the arena. */
struct str url_base(struct arena *arena, struct str declared, struct str page,
                    struct str canonical);

/* A part of a URL without its percent-encoding; the result may be in the arena, and is not checked
 * for UTF-8. */
struct str url_decode(struct arena *arena, struct str part);

#endif
