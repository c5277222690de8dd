/*
 * Files into one stream of bytes; see stream.h.
 */
#define _GNU_SOURCE
#include "program/input/stream.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define ZLIB_CONST /* next_in points to const */
#include <zlib.h>

#include "program/input/gzip.h"

/* A pipe gives 64 KiB at most by default; four times that halves the calls on files. */
enum { STEP_BYTES = 256 << 10 };

enum coding { CODING_UNKNOWN, CODING_NONE, CODING_GZIP };

struct stream {
    const struct options *options;
    size_t next_file;
    int fd; /* of the file that is open, or -1 */
    enum coding coding;
    bool at_end;           /* of the file's bytes */
    bool is_in_member;     /* of a gzip file */
    z_stream zlib;         /* in use while coding is CODING_GZIP */
    struct file_bytes raw; /* read, not inflated yet from raw_at on */
    size_t raw_at;
    const char *reason;
    uint64_t read_bytes, all_bytes; /* all_bytes is 0 where it is not known */
};

/* The size of all files together, or 0 when one of them has none. */
static uint64_t sum_sizes(const struct options *options) {
    uint64_t sum = 0;
    for (size_t i = 0; i < options->n_files; i++) {
        struct stat status;
        const char *name = options->files[i];
        int failed = strcmp(name, "-") == 0 ? fstat(STDIN_FILENO, &status) : stat(name, &status);
        if (failed || !S_ISREG(status.st_mode))
            return 0;
        sum += (uint64_t)status.st_size;
    }
    return sum;
}

struct stream *stream_new(const struct options *options) {
    struct stream *stream = calloc(1, sizeof *stream);
    if (!stream)
        return NULL;
    stream->options = options;
    stream->fd = -1;
    stream->all_bytes = sum_sizes(options);
    return stream;
}

static void close_file(struct stream *stream) {
    if (stream->coding == CODING_GZIP)
        inflateEnd(&stream->zlib);
    if (stream->fd >= 0)
        input_close(stream->fd);
    stream->fd = -1;
    stream->coding = CODING_UNKNOWN;
    stream->raw.len = stream->raw_at = 0;
    stream->at_end = stream->is_in_member = false;
}

void stream_free(struct stream *stream) {
    if (!stream)
        return;
    close_file(stream);
    file_bytes_done(&stream->raw);
    free(stream);
}

static enum stream_state fail(struct stream *stream, const char *reason) {
    stream->reason = reason;
    close_file(stream);
    return STREAM_TROUBLE;
}

/* Reads once into `out`, if that needs no waiting. */
static enum stream_state read_once(struct stream *stream, struct file_bytes *out) {
    int trouble = file_bytes_reserve(out, STEP_BYTES);
    if (trouble)
        return fail(stream, strerror(trouble));
    if (!input_is_ready(stream->fd, 0))
        return STREAM_WAIT;
    ssize_t n = read(stream->fd, out->data + out->len, STEP_BYTES);
    if (n < 0)
        return errno == EINTR || errno == EAGAIN ? STREAM_WAIT : fail(stream, strerror(errno));
    stream->at_end = n == 0;
    stream->read_bytes += (uint64_t)n;
    out->len += (size_t)n;
    return STREAM_MORE;
}

/* Opens the next operand; STREAM_MORE when there is one to read. */
static enum stream_state open_next(struct stream *stream) {
    if (stream->next_file == stream->options->n_files)
        return STREAM_END;
    const char *name = stream->options->files[stream->next_file++];
    int trouble = input_open(name, &stream->fd);
    if (trouble) {
        stream->fd = -1;
        return fail(stream, strerror(trouble));
    }
    return STREAM_MORE;
}

static size_t left_raw(const struct stream *stream) {
    return stream->raw.len - stream->raw_at;
}

static bool is_gzip_sign(const struct stream *stream) {
    return gzip_is_gzip((struct str){stream->raw.data + stream->raw_at, left_raw(stream)});
}

/* Gets more raw bytes behind those that are left. */
static enum stream_state refill(struct stream *stream) {
    file_bytes_drop(&stream->raw, stream->raw_at);
    stream->raw_at = 0;
    return read_once(stream, &stream->raw);
}

/* The first two bytes tell; one byte alone is no gzip file, but may be the start of one. */
static enum stream_state find_coding(struct stream *stream) {
    const int gzip_alone = 15 + 16; /* the largest window, and 16 more for gzip's head */
    if (left_raw(stream) < 2 && !stream->at_end)
        return refill(stream);
    stream->zlib = (z_stream){0};
    if (!is_gzip_sign(stream))
        stream->coding = CODING_NONE;
    else if (inflateInit2(&stream->zlib, gzip_alone) == Z_OK)
        stream->coding = CODING_GZIP;
    else
        return fail(stream, strerror(ENOMEM));
    return STREAM_MORE;
}

/* The bytes of a damaged member are passed over up to where another one seems to begin. */
static enum stream_state skip_damage(struct stream *stream) {
    char *at = stream->raw.data + stream->raw_at;
    size_t left = left_raw(stream);
    char *sign = left > 1 ? memmem(at + 1, left - 1, "\x1f\x8b\x08", 3) : NULL;
    stream->raw_at = sign ? (size_t)(sign - stream->raw.data) : stream->raw.len;
    stream->is_in_member = false;
    stream->reason = "damaged gzip data";
    return STREAM_DAMAGE;
}

static enum stream_state end_file(struct stream *stream) {
    bool is_cut = stream->coding == CODING_GZIP && stream->is_in_member;
    if (is_cut)
        return fail(stream, "the gzip data is cut short");
    close_file(stream);
    return STREAM_FILE_END;
}

/* Before a member: passes over padding, and sees whether one begins. */
static enum stream_state begin_member(struct stream *stream) {
    while (left_raw(stream) > 0 && stream->raw.data[stream->raw_at] == '\0')
        stream->raw_at++;
    if (left_raw(stream) < 2 && !stream->at_end)
        return refill(stream);
    if (left_raw(stream) == 0)
        return end_file(stream);
    if (!is_gzip_sign(stream))
        return skip_damage(stream);
    stream->is_in_member = inflateReset(&stream->zlib) == Z_OK;
    return STREAM_MORE;
}

static enum stream_state inflate_some(struct stream *stream, struct file_bytes *out) {
    if (!stream->is_in_member)
        return begin_member(stream);
    if (left_raw(stream) == 0)
        return stream->at_end ? end_file(stream) : refill(stream);
    int trouble = file_bytes_reserve(out, STEP_BYTES);
    if (trouble)
        return fail(stream, strerror(trouble));
    z_stream *zlib = &stream->zlib;
    zlib->next_in = (const unsigned char *)stream->raw.data + stream->raw_at;
    zlib->avail_in = (unsigned)left_raw(stream);
    zlib->next_out = (unsigned char *)out->data + out->len;
    zlib->avail_out = STEP_BYTES;
    int state = inflate(zlib, Z_NO_FLUSH);
    stream->raw_at = stream->raw.len - zlib->avail_in;
    out->len += STEP_BYTES - zlib->avail_out;
    stream->is_in_member = state != Z_STREAM_END;
    return state == Z_OK || state == Z_STREAM_END || state == Z_BUF_ERROR ? STREAM_MORE
                                                                          : skip_damage(stream);
}

/* Bytes that were read to find out the coding, then those of the file itself. */
static enum stream_state pass_on(struct stream *stream, struct file_bytes *out) {
    size_t left = left_raw(stream);
    if (left == 0)
        return stream->at_end ? end_file(stream) : read_once(stream, out);
    int trouble = file_bytes_reserve(out, left);
    if (trouble)
        return fail(stream, strerror(trouble));
    memcpy(out->data + out->len, stream->raw.data + stream->raw_at, left);
    out->len += left;
    stream->raw_at = stream->raw.len;
    return STREAM_MORE;
}

static enum stream_state step(struct stream *stream, struct file_bytes *out) {
    if (stream->fd < 0)
        return open_next(stream);
    switch (stream->coding) {
    case CODING_NONE:
        return pass_on(stream, out);
    case CODING_GZIP:
        return inflate_some(stream, out);
    default:
        return find_coding(stream);
    }
}

enum stream_state stream_read(struct stream *stream, struct file_bytes *out) {
    size_t before = out->len;
    enum stream_state state = STREAM_MORE;
    while (state == STREAM_MORE && out->len == before)
        state = step(stream, out);
    return state;
}

const char *stream_reason(const struct stream *stream) {
    return stream->reason;
}

const char *stream_file(const struct stream *stream) {
    return stream->next_file ? stream->options->files[stream->next_file - 1] : "-";
}

int stream_fd(const struct stream *stream) {
    return stream->fd;
}

double stream_share(const struct stream *stream) {
    return stream->all_bytes ? (double)stream->read_bytes / (double)stream->all_bytes : -1;
}
