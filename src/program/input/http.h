/*
 * HTTP messages: the header fields (RFC 9110), and the body without its codings (RFC 9112).
 */
#ifndef PITH_PROGRAM_INPUT_HTTP_H
#define PITH_PROGRAM_INPUT_HTTP_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/str.h"

/* The length of the header at the start of `bytes`, including the empty line that ends it; 0 if
 * there is no empty line. */
size_t http_head_len(struct str bytes);

/* The value of the header field `lower_name` (lower case), trimmed, or STR_NONE. */
struct str http_header(struct str head, struct str lower_name);

/* The content-length; false if it is missing, not a number or absurdly large. */
bool http_content_length(struct str head, size_t *out);

/* "text/html" out of "text/html; charset=utf-8". */
struct str http_media_type(struct str content_type);

/* The charset parameter of a media type, or STR_NONE. */
struct str http_charset(struct str content_type);

bool http_is_html(struct str media_type);

/* "HTTP/1.1 200 OK": 200; 0 if there is no such line. */
unsigned http_status(struct str head);

/*
 * Undoes the transfer and content codings that the header names, also if nested, and those that
 * only the bytes show; at most `max` + 1 bytes of the result. A body that is already decoded,
 * whatever the header says (crawlers decode bodies and keep the header), is unchanged. Returns
 * NULL, or a reason as a sentence fragment, with what could be read in *body.
 */
const char *http_decode_body(struct arena *arena, struct str head, size_t max, struct str *body);

#endif
