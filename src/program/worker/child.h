/*
 * A worker process and the messages on its two pipes: a header of fixed size, then bytes.
 */
#ifndef PITH_PROGRAM_WORKER_CHILD_H
#define PITH_PROGRAM_WORKER_CHILD_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "program/options.h"
#include "program/worker/page.h"
#include "program/worker/share.h"

enum { JOB_IS_CUT = 1, JOB_IS_DAMAGED = 2, JOB_IS_FOUND = 4, JOB_NEEDS_TAGS = 8 };

/* To a worker; followed by the file's name, and by the bytes unless they are in the share. Both
 * ends are the same program. */
struct job_head {
    size_t bytes_len;
    uint32_t file_len; /* 0: no name */
    uint32_t kind;     /* enum job_kind */
    uint32_t flags;    /* JOB_IS_CUT ... */
    struct job_place place_in_file;
    uint32_t place; /* of the bytes in the share, as numbered by share_place; 0: they follow */
};

/* From a worker; followed by the output and the reason. */
struct answer_head {
    size_t output_len;
    uint32_t reason_len; /* 0: no reason */
    int32_t code;
};

/* Of a line that a worker writes to its standard error. */
enum { CHILD_LINE_BYTES = 1000 };

struct child {
    pid_t pid;
    int job_fd, answer_fd; /* our ends; non-blocking */
    int error_fd;          /* of its standard error, likewise; -1 if it has closed it */
    bool is_line_full;     /* `line` needs no more */
    size_t line_len;
    char line[CHILD_LINE_BYTES + 1]; /* the first that it has written since the last report */
};

/* Starts a worker that reads what is in `share`. Returns 0, or an errno. */
int child_start(const struct options *options, const struct share *share, struct child *out);

/* Reads what the worker has written to its standard error, so that it need not wait until there is
 * space in the pipe. The first line is kept for child_report and the rest discarded: a worker taken
 * over by a hostile page may write without end. */
void child_listen(struct child *child);

/* Prints the first line that the worker has written to its standard error since the last report. */
void child_report(struct child *child);

/* Ends a worker, killing it if it still runs; returns its wait status. */
int child_end(struct child *child);

#endif
