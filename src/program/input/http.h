/*
 * The message of HTTP: its head of fields (RFC 9110), and its body out of its codings (RFC 9112).
 */
#ifndef PITH_PROGRAM_INPUT_HTTP_H
#define PITH_PROGRAM_INPUT_HTTP_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/str.h"

/* The length of the head of lines at the start of `bytes`, the empty line that ends it included;
 * 0 where no such line is seen. */
size_t http_head_len(struct str bytes);

/* The value of the header field `lower_name` (lower case), white space trimmed, or STR_NONE. */
struct str http_header(struct str head, struct str lower_name);

/* What the field content-length says; false where it is missing, no number or beyond all sense. */
bool http_content_length(struct str head, size_t *out);

/* "text/html" out of "text/html; charset=utf-8". */
struct str http_media_type(struct str content_type);

/* What the parameter charset of a media type says, or STR_NONE. */
struct str http_charset(struct str content_type);

bool http_is_html(struct str media_type);

/* "HTTP/1.1 200 OK": 200; 0 where there is no such line. */
unsigned http_status(struct str head);

/*
 * Undoes the transfer and content codings that the head names, one inside the other, and those that
 * only the bytes show; at most `max` + 1 bytes of the result. A body that is plain already,
 * whatever the head says (crawlers undo codings and keep the head), stays as it is. NULL, or a
 * reason as a sentence fragment, with *body what could be read.
 */
const char *http_decode_body(struct arena *arena, struct str head, size_t max, struct str *body);

#endif
