/*
 * A WARC record of an HTTP response into the page in it: RFC 9112 for the message and its chunks,
 * ISO 28500 for the record around it.
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

/* A record, read. The strings point into the record. */
struct warc_page {
    struct str id, url, date; /* WARC-Record-ID, WARC-Target-URI, WARC-Date; STR_NONE if absent */
    struct str status;        /* of HTTP: "200" */
    struct str charset;       /* of HTTP's Content-Type; STR_NONE if absent */
    struct str page;
};

enum warc_outcome {
    WARC_PAGE,
    WARC_OTHER,  /* not a response, or not of HTML: nothing to answer */
    WARC_DAMAGED /* a reason in *reason; id, url and date as far as they could be read */
};

/* Reads a whole record, its body with transfer and content coding undone; at most `max` + 1 bytes
 * of the body. All that is new lies in the arena. */
enum warc_outcome warc_read(struct arena *arena, struct str record, size_t max,
                            struct warc_page *out, const char **reason);

#endif
