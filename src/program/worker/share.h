/*
 * Memory that the pool shares with one worker, in which it lays the bytes of jobs: the worker
 * reads them where they lie, which spares a copy into a pipe and one out of it.
 *
 * The pool writes and the worker reads. What is sealed cannot be mapped for writing a second time,
 * so that a worker which hostile bytes took over can change no page but its own. Where the system
 * has no such memory (before Linux 5.1), or a limit on file sizes forbids it, there is no room,
 * and bytes go through the pipe.
 */
#ifndef PITH_PROGRAM_WORKER_SHARE_H
#define PITH_PROGRAM_WORKER_SHARE_H

#include <stdint.h>

#include "program/input/file.h"

/* A worker has two jobs at most: one worked on, one to come. 4 MiB hold 999 of 1,000 pages as JSON
 * records, and 97 of 100 bytes of them; a place takes as much memory as the longest that it held.
 */
enum { SHARE_PLACES = 2, SHARE_PLACE_BYTES = 4 << 20 };

struct share {
    char *places; /* the pool's view; NULL where there is none */
    int fd;
    unsigned is_taken; /* a bit a place */
};

/* Opens a share, or one that has no places. */
void share_open(struct share *share);
void share_close(struct share *share);

/* In the worker: its view, for reading, or NULL. Good until the process ends. */
const char *share_view(const struct share *share);

/* Lends a place that is free; without one, bytes that hold nothing. */
struct file_bytes share_lend(struct share *share);

/* The number of the place that begins at `data`, from 1 on; 0 for any other memory. */
uint32_t share_place(const struct share *share, const char *data);

/* Takes back the place that begins at `data`, if it is one. */
void share_take_back(struct share *share, const char *data);

#endif
