/*
 * Reads the page in a line of --jsonl, and the members that are passed through to the answer.
 */
#ifndef PITH_PROGRAM_INPUT_RECORD_H
#define PITH_PROGRAM_INPUT_RECORD_H

#include "base/buffer.h"
#include "base/json.h"
#include "base/str.h"

/* A parsed record {"id"?, "url"?, "html" | "html_base64" | "text", "charset"?, ...}. */
struct page_record {
    struct str page;     /* bytes of "html" or "text" */
    bool is_dump;        /* it came from "text" */
    const char *url;     /* NULL: not given */
    const char *charset; /* declared charset of "html_base64", or NULL; otherwise UTF-8, since a
                            JSON string is Unicode already */
    struct str line;     /* as it was read */
    struct json json;    /* the whole record */
};

/* The length of the byte-order mark before a line: programs on Windows begin files with one, which
 * ends up in the middle when files are concatenated. */
size_t record_mark_len(struct str line);

/*
 * Reads one line. Returns NULL on success, with *out in the arena; otherwise the reason as a
 * sentence fragment, with what could be read, if anything, in out->json. `is_cut` says that the
 * line continued beyond what is given.
 */
const char *record_read(struct arena *arena, struct str line, bool is_cut, struct page_record *out);

/* Whether the record has a member of that name which is to be passed through. */
bool record_passes(const struct page_record *record, const char *key);

/* Appends the members that are passed through: all but the page, its charset, those reserved for
 * answers ("error") and, if it is not NULL, those for which `is_replaced` returns true. `out` must
 * end where an object begins. */
void record_append_members(struct buffer *out, const struct page_record *record,
                           bool (*is_replaced)(struct str key));

/* Appends {"id": and the record's id, or null, without closing the object. */
void record_append_id(struct buffer *out, const struct page_record *record);

#endif
