/*
 * Joins files into one stream of bytes; see stream.h.
 */
#define _GNU_SOURCE
#include "program/input/stream.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "program/input/codec.h"
#include "program/input/dictionary.h"
#include "program/input/unpack.h"

/* A pipe yields 64 KiB at most by default; four times that halves the number of calls for files. */
enum { STEP_BYTES = 256 << 10 };

/* In one call: reading 16 MiB. */
enum { MAX_STEPS = 128 };

/* How much of a member is kept, so that the next one can be searched for in it if it is damaged.
 * Records of the web are smaller; in a larger member the search begins where the damage was
 * noticed. */
static const size_t KEPT_BYTES = (size_t)16 << 20;

struct stream {
    const struct options *options;
    size_t next_file;
    int fd; /* of the open file, or -1 */
    bool is_known;
    enum packing packing; /* of the file, once known */
    bool at_end;          /* at the end of the file's bytes */
    bool is_in_member;
    bool is_damaged;       /* no member has been whole since the last damage */
    bool is_member_end;    /* to report, after its bytes have been returned */
    struct codec codec;    /* in use unless `packing` is PACKING_NONE */
    struct file_bytes raw; /* read; decompressed up to raw_at */
    size_t raw_at;
    size_t member_at;       /* where the member that is being decompressed begins */
    uint64_t member_offset; /* of that place, in the file */
    uint64_t work;          /* bytes of that member that have been read or produced */
    uint64_t lost_work;     /* the same of all members of the file that were damaged */
    uint64_t file_bytes;    /* bytes read from the file */
    uint64_t given_bytes;   /* bytes of the file returned to the caller */
    struct stream_member member;
    const char *reason;
    uint64_t read_bytes, all_bytes; /* all_bytes is 0 if unknown */
};

/* The total size of all files, or 0 if one of them has none. */
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
    if (stream->packing != PACKING_NONE)
        codec_close(&stream->codec);
    if (stream->fd >= 0)
        file_close(stream->fd);
    stream->fd = -1;
    stream->packing = PACKING_NONE;
    stream->raw.len = stream->raw_at = stream->member_at = 0;
    stream->file_bytes = stream->given_bytes = stream->lost_work = 0;
    stream->is_known = stream->at_end = stream->is_in_member = stream->is_member_end = false;
    stream->is_damaged = false;
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
    return STREAM_ERROR;
}

/* Reads once into `out`, if that does not block. */
static enum stream_state read_once(struct stream *stream, struct file_bytes *out) {
    int error = file_bytes_reserve(out, STEP_BYTES);
    if (error)
        return fail(stream, strerror(error));
    if (!file_is_ready(stream->fd, 0))
        return STREAM_WAIT;
    ssize_t n = read(stream->fd, out->data + out->len, STEP_BYTES);
    if (n < 0)
        return errno == EINTR || errno == EAGAIN ? STREAM_WAIT : fail(stream, strerror(errno));
    stream->at_end = n == 0;
    stream->read_bytes += (uint64_t)n;
    stream->file_bytes += (uint64_t)n;
    out->len += (size_t)n;
    return STREAM_MORE;
}

/* Opens the next operand; STREAM_MORE if there is one to read. */
static enum stream_state open_next(struct stream *stream) {
    if (stream->next_file == stream->options->n_files)
        return STREAM_END;
    const char *name = stream->options->files[stream->next_file++];
    int error = file_open(name, &stream->fd);
    if (error) {
        stream->fd = -1;
        return fail(stream, file_error_text(name, error));
    }
    return STREAM_MORE;
}

static size_t left_raw(const struct stream *stream) {
    return stream->raw.len - stream->raw_at;
}

static struct str left(const struct stream *stream) {
    return (struct str){stream->raw.data ? stream->raw.data + stream->raw_at : "",
                        left_raw(stream)};
}

/* Reads more raw bytes after those that are left, and those of the current member. */
static enum stream_state refill(struct stream *stream) {
    bool is_kept = stream->is_in_member && stream->raw_at - stream->member_at <= KEPT_BYTES;
    size_t first = is_kept ? stream->member_at : stream->raw_at;
    file_bytes_drop(&stream->raw, first);
    stream->raw_at -= first;
    stream->member_at = 0;
    return read_once(stream, &stream->raw);
}

/* The offset in the file of the byte at raw.data[at]. */
static uint64_t offset_of(const struct stream *stream, size_t at) {
    return stream->file_bytes - (stream->raw.len - at);
}

/* A zstd file may begin with a dictionary for all its frames, and so may each of several that have
 * been joined. */
static enum stream_state read_dictionary(struct stream *stream) {
    struct str dictionary;
    size_t frame_len = dictionary_frame_len(left(stream));
    if (frame_len == 0)
        return STREAM_MORE;
    if (frame_len > DICTIONARY_MAX_BYTES)
        return fail(stream, "the zstd dictionary is over the limit");
    if (left_raw(stream) < frame_len)
        return stream->at_end ? fail(stream, "the zstd data is cut short") : refill(stream);
    char *memory = dictionary_unpack(str_between(left(stream), 0, frame_len), &dictionary);
    bool is_set = memory && codec_set_dictionary(&stream->codec, dictionary);
    free(memory);
    stream->raw_at += frame_len;
    stream->is_known = true;
    return is_set ? STREAM_MORE : fail(stream, "the zstd dictionary is damaged");
}

/* brotli has no signature, so the file's name decides. */
static bool is_named_brotli(const struct stream *stream) {
    return str_ends_with(str_of(stream_file(stream)), STR(".br"));
}

/* A few bytes are enough; fewer are not a compressed file, but may be the beginning of one. */
static enum stream_state find_packing(struct stream *stream) {
    if (left_raw(stream) < 8 && !stream->at_end)
        return refill(stream);
    enum packing packing = codec_find(left(stream));
    if (packing == PACKING_NONE && is_named_brotli(stream))
        packing = PACKING_BROTLI;
    if (packing != PACKING_NONE && stream->packing == PACKING_NONE) {
        if (!codec_is_built_in(packing))
            return fail(stream, unpack_reason_missing(packing));
        if (!codec_open(&stream->codec, packing, NULL))
            return fail(stream, strerror(ENOMEM));
        stream->packing = packing;
    }
    if (packing == PACKING_ZSTD && dictionary_frame_len(left(stream)) > 0)
        return read_dictionary(stream);
    stream->is_known = true;
    return STREAM_MORE;
}

/* Where the search for the next member begins. The damage may have been noticed only in the bytes
 * of the next one, so the search begins right after the first byte of the damaged one; but not all
 * members within members are decompressed, since each would run into the same damage. */
static size_t after_damage(struct stream *stream) {
    if (!stream->is_in_member)
        return stream->raw_at + 1;
    stream->lost_work += stream->work;
    bool goes_back = stream->lost_work <= KEPT_BYTES + stream->file_bytes;
    return goes_back || stream->raw_at == stream->member_at ? stream->member_at + 1
                                                            : stream->raw_at;
}

/* Skips the bytes of a damaged member up to where another one seems to begin. */
static enum stream_state skip_damage(struct stream *stream) {
    size_t at = after_damage(stream);
    while (at < stream->raw.len &&
           codec_find((struct str){stream->raw.data + at, stream->raw.len - at}) != stream->packing)
        at++;
    stream->raw_at = at < stream->raw.len ? at : stream->raw.len;
    stream->is_in_member = false;
    stream->reason = stream->is_damaged ? NULL : unpack_reason_damaged(stream->packing);
    stream->is_damaged = true;
    return STREAM_DAMAGE;
}

static enum stream_state end_file(struct stream *stream) {
    if (stream->is_in_member)
        return fail(stream, unpack_reason_cut(stream->packing));
    close_file(stream);
    return STREAM_FILE_END;
}

/* Whether a member begins here; in brotli the whole file is one. */
static bool is_at_member(const struct stream *stream) {
    return stream->packing == PACKING_BROTLI ? offset_of(stream, stream->raw_at) == 0
                                             : codec_find(left(stream)) == stream->packing;
}

/* Before a member: skips padding, and looks whether one begins. */
static enum stream_state begin_member(struct stream *stream) {
    while (stream->packing != PACKING_BROTLI && left_raw(stream) > 0 &&
           stream->raw.data[stream->raw_at] == '\0')
        stream->raw_at++;
    if (left_raw(stream) < 8 && !stream->at_end)
        return refill(stream);
    if (left_raw(stream) == 0)
        return end_file(stream);
    if (!is_at_member(stream))
        return skip_damage(stream);
    if (stream->packing == PACKING_ZSTD && dictionary_frame_len(left(stream)) > 0)
        return read_dictionary(stream);
    stream->is_in_member = codec_reset(&stream->codec);
    stream->member_at = stream->raw_at;
    stream->member_offset = offset_of(stream, stream->raw_at);
    stream->work = 0;
    return stream->is_in_member ? STREAM_MORE : fail(stream, strerror(ENOMEM));
}

static enum stream_state end_member(struct stream *stream) {
    stream->is_in_member = stream->is_damaged = false;
    stream->is_member_end = true;
    stream->member.offset = stream->member_offset;
    stream->member.len = offset_of(stream, stream->raw_at) - stream->member.offset;
    return STREAM_MORE;
}

/* Decompresses what is there into `out`. */
static enum codec_state run_codec(struct stream *stream, struct file_bytes *out) {
    struct codec *codec = &stream->codec;
    codec->in = stream->raw.data + stream->raw_at;
    codec->in_len = left_raw(stream);
    codec->out = out->data + out->len;
    codec->out_len = STEP_BYTES;
    enum codec_state state = codec_run(codec);
    size_t used = left_raw(stream) - codec->in_len, produced = STEP_BYTES - codec->out_len;
    stream->raw_at += used;
    out->len += produced;
    stream->work += used + produced;
    return state;
}

static enum stream_state unpack_some(struct stream *stream, struct file_bytes *out) {
    if (stream->is_member_end) {
        stream->is_member_end = false;
        return STREAM_MEMBER_END;
    }
    if (!stream->is_in_member)
        return begin_member(stream);
    int error = file_bytes_reserve(out, STEP_BYTES);
    if (error)
        return fail(stream, strerror(error));
    size_t before = out->len;
    switch (run_codec(stream, out)) {
    case CODEC_END:
        return end_member(stream);
    case CODEC_MORE:
        break;
    case CODEC_NO_MEMORY:
        return fail(stream, strerror(ENOMEM));
    default:
        return skip_damage(stream);
    }
    if (out->len > before || left_raw(stream) > 0)
        return STREAM_MORE;
    return stream->at_end ? end_file(stream) : refill(stream);
}

/* Returns the bytes that were read to detect the compression, then those of the file itself. */
static enum stream_state pass_on(struct stream *stream, struct file_bytes *out) {
    struct str some = left(stream);
    if (some.len == 0)
        return stream->at_end ? end_file(stream) : read_once(stream, out);
    int error = file_bytes_reserve(out, some.len);
    if (error)
        return fail(stream, strerror(error));
    memcpy(out->data + out->len, some.at, some.len);
    out->len += some.len;
    stream->raw_at = stream->raw.len;
    return STREAM_MORE;
}

static enum stream_state step(struct stream *stream, struct file_bytes *out) {
    if (stream->fd < 0)
        return open_next(stream);
    if (!stream->is_known)
        return find_packing(stream);
    return stream->packing == PACKING_NONE ? pass_on(stream, out) : unpack_some(stream, out);
}

enum stream_state stream_read(struct stream *stream, struct file_bytes *out) {
    size_t before = out->len;
    enum stream_state state = STREAM_MORE;
    for (int n = 0; n < MAX_STEPS && state == STREAM_MORE && out->len == before; n++)
        state = step(stream, out);
    stream->given_bytes += out->len - before;
    return state == STREAM_MORE && out->len == before ? STREAM_NONE : state;
}

const char *stream_reason(const struct stream *stream) {
    return stream->reason;
}

const char *stream_file(const struct stream *stream) {
    return stream->next_file ? stream->options->files[stream->next_file - 1] : "-";
}

struct stream_member stream_member(const struct stream *stream) {
    return stream->member;
}

bool stream_is_packed(const struct stream *stream) {
    return stream->packing != PACKING_NONE;
}

uint64_t stream_offset(const struct stream *stream) {
    return stream->given_bytes;
}

int stream_fd(const struct stream *stream) {
    return stream->fd;
}

double stream_share(const struct stream *stream) {
    return stream->all_bytes ? (double)stream->read_bytes / (double)stream->all_bytes : -1;
}
