/*
 * Reads a stream and makes tasks of its bytes; see splitter.h.
 */
#define _GNU_SOURCE
#include "program/input/splitter.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

void *splitter_new(const struct options *options, size_t size) {
    struct splitter *splitter = calloc(1, size);
    if (!splitter)
        return NULL;
    splitter->stream = stream_new(options);
    if (splitter->stream)
        return splitter;
    free(splitter);
    return NULL;
}

void splitter_free(void *source) {
    struct splitter *splitter = source;
    if (!splitter)
        return;
    stream_free(splitter->stream);
    file_bytes_done(&splitter->read);
    free(splitter);
}

enum stream_state splitter_read(struct splitter *splitter) {
    file_bytes_drop(&splitter->read, splitter->at);
    splitter->at = 0;
    return stream_read(splitter->stream, &splitter->read);
}

void splitter_copy(const struct splitter *splitter, size_t len, struct task *out) {
    enum { FIRST_BYTES = 64 << 10 };
    if (file_bytes_reserve(&out->bytes, len) != 0) {
        out->code = "memory";
        out->reason = strerror(ENOMEM);
        len = len < FIRST_BYTES ? len : (size_t)FIRST_BYTES;
        if (file_bytes_reserve(&out->bytes, len) != 0)
            return;
    }
    memcpy(out->bytes.data, splitter->read.data + splitter->at, len);
    out->bytes.len = len;
}

enum source_state splitter_fail(const struct splitter *splitter, enum job_kind kind,
                                const char *reason, struct task *out) {
    out->kind = kind;
    out->reason = reason;
    out->name = strdup(stream_file(splitter->stream));
    return SOURCE_TASK;
}

static int fd(const void *source) {
    const struct splitter *splitter = source;
    return stream_fd(splitter->stream);
}

static double share(const void *source) {
    const struct splitter *splitter = source;
    return stream_share(splitter->stream);
}

struct source splitter_source(void *source,
                              enum source_state (*next)(void *source, struct task *out)) {
    return (struct source){source, next, fd, share};
}
