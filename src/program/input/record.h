/*
 * A line of --jsonl into the page that it holds, and the keys that go through to the answer.
 */
#ifndef PITH_PROGRAM_INPUT_RECORD_H
#define PITH_PROGRAM_INPUT_RECORD_H

#include "base/buffer.h"
#include "base/json.h"
#include "base/str.h"

/* A record {"id"?, "url"?, "html" | "html_base64" | "text", "charset"?, ...}, read. */
struct page_record {
    struct str page;     /* bytes of "html" or "text" */
    bool is_dump;        /* it came from "text" */
    const char *url;     /* NULL: not said */
    const char *charset; /* what "html_base64" is said to be in, or NULL; else UTF-8, since a string
                          * in JSON is Unicode already */
    struct json json;    /* the whole record */
};

/* The length of the byte-order mark before a line: programs of Windows begin files with one, which
 * then stands within what is put together from several. */
size_t record_mark_len(struct str line);

/*
 * Reads one line. NULL on success, with all of *out in the arena; else the reason as a sentence
 * fragment, and out->json holds what could be read, be it nothing. `is_cut` says that the line
 * went on past what is given.
 */
const char *record_read(struct arena *arena, struct str line, bool is_cut, struct page_record *out);

/* Whether the record has a key of that name which is to be passed through. */
bool record_passes(const struct page_record *record, const char *key);

/* Appends the members that are passed through: all but the page, its charset, and what only an
 * answer may say ("error"). `out` ends where an object begins. */
void record_append_members(struct buffer *out, const struct page_record *record);

/* Appends {"id": the record's or null, without its end. */
void record_append_id(struct buffer *out, const struct page_record *record);

#endif
