/*
 * A record of a WARC file (ISO 28500) or an ARC file into the page in it.
 */
#ifndef PITH_PROGRAM_INPUT_WARC_RECORD_H
#define PITH_PROGRAM_INPUT_WARC_RECORD_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"
#include "program/options.h"

/* A record, read. The strings point into the record; STR_NONE where it does not say. */
struct warc_page {
    struct str id, url, date; /* WARC-Record-ID, WARC-Target-URI, WARC-Date */
    struct str digest;        /* WARC-Payload-Digest, else WARC-Block-Digest */
    struct str content_type;  /* media type of the payload */
    struct str charset;       /* of the payload, as its head has it */
    unsigned status;          /* of HTTP; 0: none */
    bool is_text;             /* plain text: a conversion of a page */
    struct str page;
};

enum warc_outcome {
    WARC_PAGE,
    WARC_OTHER,  /* no page, or not asked for: nothing to answer */
    WARC_DAMAGED /* a reason in *reason; all else as far as it could be read */
};

/* How a record begins: "WARC/0.17" to whatever version is written. */
bool warc_is_head(struct str bytes);

/* Whether the record of this head may hold a page: a response, resource or conversion. */
bool warc_may_hold_page(struct str head);

/* A head of ARC 1, "http://a.example/ 192.0.2.1 20010101000000 text/html 1234": its parts.
 * False where the line is not one. */
struct arc_head {
    struct str url, date, type;
    size_t len; /* of the record behind the line */
};
bool warc_read_arc_head(struct str line, struct arc_head *out);

/* Reads a whole record of either kind, its body with transfer and content coding undone; at most
 * max_input_bytes + 1 bytes of the body. All that is new lies in the arena. */
enum warc_outcome warc_read(struct arena *arena, struct str record, const struct options *options,
                            struct warc_page *out, const char **reason);

#endif
