/*
 * Turns the lines of a stream into tasks; see jsonl.h. A line over the limit is truncated and its
 * rest is skipped, so that memory stays bounded.
 */
#define _GNU_SOURCE
#include "program/input/jsonl.h"

#include <string.h>

#include "base/ascii.h"
#include "program/input/record.h"
#include "program/input/splitter.h"

struct jsonl {
    struct splitter input;
    size_t max_line_bytes;
    size_t scanned;       /* the line at input.at does not end before this position */
    bool is_passing_over; /* skipping the rest of a line over the limit */
    bool has_error;       /* to report after the line before it has been passed on */
};

/* In its record, a page of maximum size may have each byte escaped, or be in base64, and there may
 * be other members: four times its size is enough for all pages except those of nothing but control
 * characters. */
static size_t line_limit(const struct options *options) {
    size_t page = options->page.max_input_bytes;
    return page > SIZE_MAX / 8 ? SIZE_MAX / 2 : 4 * page + ((size_t)1 << 20);
}

struct jsonl *jsonl_new(const struct options *options) {
    struct jsonl *jsonl = splitter_new(options, sizeof *jsonl);
    if (jsonl)
        jsonl->max_line_bytes = line_limit(options);
    return jsonl;
}

void jsonl_free(struct jsonl *jsonl) {
    splitter_free(jsonl);
}

static bool is_blank(const char *at, size_t len) {
    size_t mark_len = record_mark_len((struct str){at, len});
    at += mark_len, len -= mark_len;
    while (len > 0 && ascii_is_one_of(*at, " \t\r"))
        at++, len--;
    return len == 0;
}

/* Moves past what has been processed. */
static void go_to(struct jsonl *jsonl, size_t at) {
    jsonl->input.at = jsonl->scanned = at;
}

/* Makes a task of the line at `at`, truncated if it is over the limit, and goes to `next`. */
static enum source_state take(struct jsonl *jsonl, size_t len, size_t next, struct task *out) {
    bool is_cut = len > jsonl->max_line_bytes;
    out->kind = JOB_JSON;
    out->is_cut = is_cut;
    splitter_copy(&jsonl->input, is_cut ? jsonl->max_line_bytes : len, out);
    if (out->reason)
        out->name = strdup(stream_file(jsonl->input.stream));
    go_to(jsonl, next);
    return SOURCE_TASK;
}

/* Makes a task of the next line in what has been read; SOURCE_WAIT if there is no complete line. */
static enum source_state take_line(struct jsonl *jsonl, struct task *out) {
    const struct file_bytes *read = &jsonl->input.read;
    while (read->len > jsonl->scanned) {
        char *end = memchr(read->data + jsonl->scanned, '\n', read->len - jsonl->scanned);
        size_t stop = end ? (size_t)(end - read->data) : read->len;
        size_t len = stop - jsonl->input.at;
        size_t next = end ? stop + 1 : stop;
        bool is_rest = jsonl->is_passing_over;
        if (!end && !is_rest && len <= jsonl->max_line_bytes) {
            jsonl->scanned = stop;
            break;
        }
        jsonl->is_passing_over = !end;
        if (!is_rest && !is_blank(read->data + jsonl->input.at, len))
            return take(jsonl, len, next, out);
        go_to(jsonl, next);
    }
    return SOURCE_WAIT;
}

/* The end of a file, or a gap in it, also ends a line. */
static enum source_state take_last(struct jsonl *jsonl, struct task *out) {
    bool is_rest = jsonl->is_passing_over;
    size_t len = jsonl->input.read.len - jsonl->input.at;
    jsonl->is_passing_over = false;
    if (len > 0 && !is_rest && !is_blank(jsonl->input.read.data + jsonl->input.at, len))
        return take(jsonl, len, jsonl->input.read.len, out);
    go_to(jsonl, jsonl->input.read.len);
    return SOURCE_WAIT;
}

/* Reads more after the beginning of a line. */
static enum stream_state read_on(struct jsonl *jsonl) {
    jsonl->scanned -= jsonl->input.at;
    return splitter_read(&jsonl->input);
}

static enum source_state next_task(void *self, struct task *out) {
    struct jsonl *jsonl = self;
    for (int n_reads = 0; n_reads < SPLITTER_MAX_READS; n_reads++) {
        enum source_state found = take_line(jsonl, out);
        if (found == SOURCE_TASK)
            return found;
        if (jsonl->has_error) {
            jsonl->has_error = false;
            return splitter_fail(&jsonl->input, JOB_JSON, stream_reason(jsonl->input.stream), out);
        }
        enum stream_state state = read_on(jsonl);
        if (state == STREAM_NONE)
            return SOURCE_MORE;
        if (state == STREAM_MEMBER_END)
            continue; /* lines continue in the next member */
        if (state == STREAM_WAIT)
            return SOURCE_WAIT;
        if (state == STREAM_END)
            return SOURCE_END;
        bool is_fault = state == STREAM_ERROR || state == STREAM_DAMAGE;
        jsonl->has_error = is_fault && stream_reason(jsonl->input.stream);
        if (state != STREAM_MORE && take_last(jsonl, out) == SOURCE_TASK)
            return SOURCE_TASK;
    }
    return SOURCE_MORE;
}

struct source jsonl_source(struct jsonl *jsonl) {
    return splitter_source(jsonl, next_task);
}
