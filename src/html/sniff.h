/*
 * What bytes are when they are no web page: a PDF document, an image, a feed, source code.
 *
 * Signatures follow the WHATWG MIME Sniffing Standard (sections 6 and 7) where it has them. Each
 * signature that text could begin with must also be followed by what only the format has there, so
 * that a page whose first word is "BMW" or "ID3" remains a page.
 */
#ifndef PITH_HTML_SNIFF_H
#define PITH_HTML_SNIFF_H

#include "base/str.h"

struct sniffed {
    const char *media_type; /* "application/pdf" */
    const char *name;       /* an English noun phrase: "a PDF document" */
};

/* NULL for what may be a page: HTML, XHTML, plain text, nothing at all. Looks at a bounded part of
 * the bytes. The result is static. */
const struct sniffed *sniff_bytes(struct str bytes);

/* The parts of sniff_bytes: by signature, by the shape of text, and of text without tags. */
const struct sniffed *sniff_signature(struct str bytes);
const struct sniffed *sniff_structured_text(struct str text);
const struct sniffed *sniff_source_code(struct str text);

/* Whether the bytes begin as a mail does (RFC 5322), an MHTML archive included. */
bool sniff_is_mail(struct str text);

#endif
