/*
 * The bytes of several files in sequence, decompressed if necessary, as they arrive: for sources
 * that split them into records.
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
    STREAM_NONE, /* many bytes were read of which none is content, such as padding: call again */
    STREAM_WAIT, /* none are available yet; wait until the file descriptor is readable */
    STREAM_FILE_END,   /* the end of one file; the next call continues with the next one */
    STREAM_MEMBER_END, /* a compressed member is complete: see stream_member */
    STREAM_DAMAGE,     /* a member was damaged: see stream_reason; the next call continues with the
                          next member */
    STREAM_ERROR,      /* a file could not be opened or read: see stream_reason; then as
                            STREAM_FILE_END */
    STREAM_END         /* the end of all files */
};

struct stream;

/* A stream of options->files. NULL if there is no memory. */
struct stream *stream_new(const struct options *options);
void stream_free(struct stream *stream);

/* Appends to `out` what is available without waiting, at least one byte for STREAM_MORE. */
enum stream_state stream_read(struct stream *stream, struct file_bytes *out);

/* Why the last call returned STREAM_DAMAGE or STREAM_ERROR, and the current or last file. NULL if
 * the damage continues what was reported before: no member has been whole since. */
const char *stream_reason(const struct stream *stream);
const char *stream_file(const struct stream *stream);

/* The position in the file of the compressed member that ended last. */
struct stream_member {
    uint64_t offset, len; /* bytes */
};
struct stream_member stream_member(const struct stream *stream);

/* Whether the current file is compressed. Known once it has yielded a byte. */
bool stream_is_packed(const struct stream *stream);

/* The number of bytes of the file that were returned so far, if it is not compressed. */
uint64_t stream_offset(const struct stream *stream);

int stream_fd(const struct stream *stream);

/* The share of all input that has been read, 0 to 1; < 0 if unknown. */
double stream_share(const struct stream *stream);

#endif
