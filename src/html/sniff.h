/*
 * Recognizes bytes that are not a web page: a PDF document, an image, a feed, source code.
 *
 * Signatures follow the WHATWG MIME Sniffing Standard (sections 6 and 7) where it has them. A
 * signature that text could begin with must also be followed by something that only the format has
 * there, so that a page whose first word is "BMW" or "ID3" remains a page.
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

/* The parts of sniff_bytes: by signature, by the structure of text, and text without tags. */
const struct sniffed *sniff_signature(struct str bytes);
const struct sniffed *sniff_structured_text(struct str text);
const struct sniffed *sniff_source_code(struct str text);

/* Whether the bytes begin like an email message (RFC 5322), which includes MHTML archives. */
bool sniff_is_mail(struct str text);

#endif
