/*
 * Reads the page in a record of a WARC file (ISO 28500) or an ARC file.
 */
#ifndef PITH_PROGRAM_INPUT_WARC_RECORD_H
#define PITH_PROGRAM_INPUT_WARC_RECORD_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"
#include "program/options.h"

/* A parsed record. The strings point into it; STR_NONE if it does not say. */
struct warc_page {
    struct str id, url, date; /* WARC-Record-ID, WARC-Target-URI, WARC-Date */
    struct str digest;        /* WARC-Payload-Digest, otherwise WARC-Block-Digest */
    struct str content_type;  /* media type of the payload */
    struct str charset;       /* of the payload, according to its header */
    unsigned status;          /* HTTP status; 0: none */
    bool is_text;             /* plain text: a conversion of a page */
    struct str page;
};

enum warc_outcome {
    WARC_PAGE,
    WARC_OTHER,  /* not a page, or not selected: needs no answer */
    WARC_DAMAGED /* a reason in *reason; everything else as far as it could be read */
};

/* Whether the bytes begin like a record: "WARC/0.17" or any other version. */
bool warc_is_head(struct str bytes);

/* Whether the record with this header may contain a page: a response, resource or conversion. */
bool warc_may_hold_page(struct str head);

/* The parts of an ARC 1 header, "http://a.example/ 192.0.2.1 20010101000000 text/html 1234". False
 * if the line is not one. */
struct arc_head {
    struct str url, date, type;
    size_t len; /* of the record after the line */
};
bool warc_read_arc_head(struct str line, struct arc_head *out);

/* Reads what the headers of a record of either kind say, but nothing of its body. */
void warc_describe(struct arena *arena, struct str record, struct warc_page *out);

/* Reads a complete record of either kind and decodes its body, at most max_input_bytes + 1 bytes of
 * it. New data is in the arena. */
enum warc_outcome warc_read(struct arena *arena, struct str record, const struct options *options,
                            struct warc_page *out, const char **reason);

#endif
