/*
 * The bytes of several files one after another, unpacked where they are compressed, as they come:
 * for records that are cut out of them.
 */
#ifndef PITH_PROGRAM_INPUT_STREAM_H
#define PITH_PROGRAM_INPUT_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "program/input/file.h"
#include "program/options.h"

enum stream_state {
    STREAM_MORE, /* bytes were added */
    STREAM_WAIT, /* none are there yet; the file descriptor becomes readable when there may be */
    STREAM_FILE_END,   /* the end of one file; the next call goes on with the next one */
    STREAM_MEMBER_END, /* a compressed member is complete: stream_member tells where it is */
    STREAM_DAMAGE,  /* a member was damaged: stream_reason; the next call goes on with the next */
    STREAM_TROUBLE, /* a file could not be opened or read on: stream->reason; as STREAM_FILE_END */
    STREAM_END      /* the end of all */
};

struct stream;

/* A stream over options->files. NULL where there is no memory. */
struct stream *stream_new(const struct options *options);
void stream_free(struct stream *stream);

/* Appends to `out` what can be had without waiting, at least a byte for STREAM_MORE. */
enum stream_state stream_read(struct stream *stream, struct file_bytes *out);

/* Why the last call was STREAM_DAMAGE or STREAM_TROUBLE, and the file that is or was read. */
const char *stream_reason(const struct stream *stream);
const char *stream_file(const struct stream *stream);

/* The compressed member that ended last: its place in the file. */
struct stream_member {
    uint64_t offset, len; /* bytes */
};
struct stream_member stream_member(const struct stream *stream);

/* Whether the file that is being read is compressed. Known once it gave a byte. */
bool stream_is_packed(const struct stream *stream);

/* How many bytes of the file were given so far, where it is not compressed. */
uint64_t stream_offset(const struct stream *stream);

int stream_fd(const struct stream *stream);

/* Share of all input that was read, 0 to 1; < 0 where it is not known. */
double stream_share(const struct stream *stream);

#endif
