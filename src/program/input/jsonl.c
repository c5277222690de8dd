/*
 * Turns the lines of a stream into tasks; see jsonl.h. A line over the limit is truncated and its
 * rest is skipped, so that memory stays bounded.
 */
#define _GNU_SOURCE
#include "program/input/jsonl.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "program/input/record.h"
#include "program/input/stream.h"

struct jsonl {
    struct stream *stream;
    size_t max_line_bytes;
    struct file_bytes read; /* bytes of the stream */
    size_t at, scanned;     /* the line at `at` does not end before `scanned` */
    bool is_passing_over;   /* skipping the rest of a line over the limit */
    bool has_error;         /* to report after the line before it has been passed on */
};

/* In its record, a page of maximum size may have each byte escaped, or be in base64, and there may
 * be other members: four times its size is enough for all pages except those of nothing but control
 * characters. */
static size_t line_limit(const struct options *options) {
    size_t page = options->page.max_input_bytes;
    return page > SIZE_MAX / 8 ? SIZE_MAX / 2 : 4 * page + ((size_t)1 << 20);
}

struct jsonl *jsonl_new(const struct options *options) {
    struct jsonl *jsonl = calloc(1, sizeof *jsonl);
    if (!jsonl)
        return NULL;
    jsonl->stream = stream_new(options);
    jsonl->max_line_bytes = line_limit(options);
    if (jsonl->stream)
        return jsonl;
    free(jsonl);
    return NULL;
}

void jsonl_free(struct jsonl *jsonl) {
    if (!jsonl)
        return;
    stream_free(jsonl->stream);
    file_bytes_done(&jsonl->read);
    free(jsonl);
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
    jsonl->at = jsonl->scanned = at;
}

/* Makes a task of the line at `at`, truncated if it is over the limit, and goes to `next`. */
static enum source_state take(struct jsonl *jsonl, size_t len, size_t next, struct task *out) {
    bool is_cut = len > jsonl->max_line_bytes;
    out->kind = JOB_JSON;
    out->is_cut = is_cut;
    len = is_cut ? jsonl->max_line_bytes : len;
    if (file_bytes_reserve(&out->bytes, len) != 0) {
        out->reason = strerror(ENOMEM);
    } else {
        memcpy(out->bytes.data, jsonl->read.data + jsonl->at, len);
        out->bytes.len = len;
    }
    go_to(jsonl, next);
    return SOURCE_TASK;
}

/* Makes a task of the next line in what has been read; SOURCE_WAIT if there is no complete line. */
static enum source_state take_line(struct jsonl *jsonl, struct task *out) {
    const struct file_bytes *read = &jsonl->read;
    while (read->len > jsonl->scanned) {
        char *end = memchr(read->data + jsonl->scanned, '\n', read->len - jsonl->scanned);
        size_t stop = end ? (size_t)(end - read->data) : read->len;
        size_t len = stop - jsonl->at;
        size_t next = end ? stop + 1 : stop;
        bool is_rest = jsonl->is_passing_over;
        if (!end && !is_rest && len <= jsonl->max_line_bytes) {
            jsonl->scanned = stop;
            break;
        }
        jsonl->is_passing_over = !end;
        if (!is_rest && !is_blank(read->data + jsonl->at, len))
            return take(jsonl, len, next, out);
        go_to(jsonl, next);
    }
    return SOURCE_WAIT;
}

/* The end of a file, or a gap in it, also ends a line. */
static enum source_state take_last(struct jsonl *jsonl, struct task *out) {
    bool is_rest = jsonl->is_passing_over;
    size_t len = jsonl->read.len - jsonl->at;
    jsonl->is_passing_over = false;
    if (len > 0 && !is_rest && !is_blank(jsonl->read.data + jsonl->at, len))
        return take(jsonl, len, jsonl->read.len, out);
    go_to(jsonl, jsonl->read.len);
    return SOURCE_WAIT;
}

/* Reads more after the beginning of a line, which is moved to the front. */
static enum stream_state read_on(struct jsonl *jsonl) {
    file_bytes_drop(&jsonl->read, jsonl->at);
    jsonl->scanned -= jsonl->at;
    jsonl->at = 0;
    return stream_read(jsonl->stream, &jsonl->read);
}

static enum source_state report_error(struct jsonl *jsonl, struct task *out) {
    out->kind = JOB_JSON;
    out->reason = stream_reason(jsonl->stream);
    out->name = strdup(stream_file(jsonl->stream));
    return SOURCE_TASK;
}

static enum source_state next_task(void *self, struct task *out) {
    struct jsonl *jsonl = self;
    for (;;) {
        enum source_state found = take_line(jsonl, out);
        if (found == SOURCE_TASK)
            return found;
        if (jsonl->has_error) {
            jsonl->has_error = false;
            return report_error(jsonl, out);
        }
        enum stream_state state = read_on(jsonl);
        if (state == STREAM_MEMBER_END)
            continue; /* lines continue in the next */
        if (state == STREAM_WAIT)
            return SOURCE_WAIT;
        if (state == STREAM_END)
            return SOURCE_END;
        jsonl->has_error = state == STREAM_ERROR || state == STREAM_DAMAGE;
        if (state != STREAM_MORE && take_last(jsonl, out) == SOURCE_TASK)
            return SOURCE_TASK;
    }
}

static int fd(const void *self) {
    const struct jsonl *jsonl = self;
    return stream_fd(jsonl->stream);
}

static double share(const void *self) {
    const struct jsonl *jsonl = self;
    return stream_share(jsonl->stream);
}

struct source jsonl_source(struct jsonl *jsonl) {
    return (struct source){jsonl, next_task, fd, share};
}
