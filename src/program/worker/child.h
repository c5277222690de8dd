/*
 * A worker process and what is said over its two pipes: a head of fixed size, then bytes.
 */
#ifndef PITH_PROGRAM_WORKER_CHILD_H
#define PITH_PROGRAM_WORKER_CHILD_H

#include <stdint.h>
#include <sys/types.h>

#include "program/options.h"
#include "program/worker/page.h"
#include "program/worker/share.h"

enum { JOB_IS_CUT = 1, JOB_IS_DAMAGED = 2, JOB_IS_FOUND = 4, JOB_NEEDS_TAGS = 8 };

/* To a worker; the file's name follows, and the bytes where they are in no place of the share.
 * Both ends are one program. */
struct job_head {
    uint64_t bytes_len;
    uint32_t file_len; /* 0: no name */
    uint32_t kind;     /* enum job_kind */
    uint32_t flags;    /* JOB_IS_CUT ... */
    struct job_place place_in_file;
    uint32_t place; /* of the bytes in the share, as share_place numbers it; 0: they follow */
};

/* From a worker; the output and the reason follow. */
struct answer_head {
    uint64_t output_len;
    uint32_t reason_len; /* 0: no reason */
    int32_t code;
};

struct child {
    pid_t pid;
    int job_fd, answer_fd; /* our ends; do not block */
};

/* Starts a worker that reads what lies in `share`. 0, or an errno. */
int child_start(const struct options *options, const struct share *share, struct child *out);

/* Takes leave of a worker, killed if it still runs; its wait status. */
int child_end(struct child *child);

#endif
