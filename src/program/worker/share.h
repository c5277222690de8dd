/*
 * Memory that the pool shares with one worker, where it puts the bytes of jobs: the worker reads
 * them in place, which saves one copy into a pipe and one out of it.
 *
 * The pool writes and the worker reads. Sealed memory cannot be mapped for writing a second time,
 * so a worker taken over by hostile bytes can change no page but its own. If the system has no such
 * memory (before Linux 5.1), or a limit on file sizes forbids it, there are no places, and bytes go
 * through the pipe.
 */
#ifndef PITH_PROGRAM_WORKER_SHARE_H
#define PITH_PROGRAM_WORKER_SHARE_H

#include <stdint.h>

#include "program/input/file.h"

/* A worker has two jobs at most: one in progress, one to come. 4 MiB fit 999 in 1,000 pages as JSON
 * records, and 97 % of their bytes; a place takes as much memory as the longest record that it
 * held. */
enum { SHARE_PLACES = 2, SHARE_PLACE_BYTES = 4 << 20 };

struct share {
    char *places; /* the pool's mapping; NULL if there is none */
    int fd;
    unsigned is_taken; /* one bit per place */
};

/* Opens a share; it has no places if that fails. */
void share_open(struct share *share);
void share_close(struct share *share);

/* In the worker: its mapping, for reading, or NULL. Valid until the process ends. */
const char *share_view(const struct share *share);

/* Lends a free place; if there is none, empty bytes. */
struct file_bytes share_lend(struct share *share);

/* The number of the place that begins at `data`, from 1 on; 0 for any other memory. */
uint32_t share_place(const struct share *share, const char *data);

/* Takes back the place that begins at `data`, if it is one. */
void share_take_back(struct share *share, const char *data);

#endif
