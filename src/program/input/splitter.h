/*
 * What the sources that split a stream into records have in common: the bytes read so far, and the
 * tasks made of them.
 */
#ifndef PITH_PROGRAM_INPUT_SPLITTER_H
#define PITH_PROGRAM_INPUT_SPLITTER_H

#include "program/input/stream.h"
#include "program/options.h"
#include "program/worker/pool.h"

/* After this many reads without a task, a source returns SOURCE_MORE: 16 MiB of a file. */
enum { SPLITTER_MAX_READS = 64 };

/* The first member of such a source. */
struct splitter {
    struct stream *stream;
    struct file_bytes read;
    size_t at; /* in `read`: what precedes it has been processed */
};

/* Allocates a source of `size` bytes, cleared, whose splitter reads options->files. NULL if there
 * is no memory. */
void *splitter_new(const struct options *options, size_t size);
void splitter_free(void *source);

/* Reads more. What has been processed is dropped: afterwards `at` is 0. */
enum stream_state splitter_read(struct splitter *splitter);

/* Copies the next `len` bytes into a task. If there is no memory, the task fails, with the first
 * bytes if possible, which may have the record's id. */
void splitter_copy(const struct splitter *splitter, size_t len, struct task *out);

/* Makes a task that has failed, in the current file. Returns SOURCE_TASK. */
enum source_state splitter_fail(const struct splitter *splitter, enum job_kind kind,
                                const char *reason, struct task *out);

struct source splitter_source(void *source,
                              enum source_state (*next)(void *source, struct task *out));

#endif
