/*
 * Processes many tasks with worker processes: tasks come from a source, go to workers, and their
 * answers reach a sink in the order of the tasks. Each worker is a child that only reads jobs and
 * writes answers; if it dies, only its current page is lost, and it is replaced.
 */
#ifndef PITH_PROGRAM_WORKER_POOL_H
#define PITH_PROGRAM_WORKER_POOL_H

#include <stdbool.h>
#include <stddef.h>

#include "program/input/file.h"
#include "program/worker/page.h"

/* A job in progress, with what it owns. */
struct task {
    enum job_kind kind;
    bool is_cut;     /* as in struct job */
    bool is_damaged; /* likewise */
    bool tells_file; /* the answer must name the file */
    bool is_found;   /* from a directory: skipped if it is not a page */
    bool needs_tags; /* judging by its name, text without tags is not a page either */
    struct job_place place_in_file;
    struct file_bytes bytes; /* owned, or lent by the pool; released after the answer */
    size_t n_bytes;          /* their number */
    char *name;              /* name of the input, for messages; owned, may be NULL */
    char *place;             /* place of the answer below options->out_dir; owned, may be NULL */
    bool is_skipped;         /* it is not a page, for the reason */
    const char *reason;      /* not NULL: it has failed already, for this reason (static storage) */
    const char *code;        /* not NULL: it is a record, to be answered with the reason and this */
};

enum source_state {
    SOURCE_TASK, /* a task was returned */
    SOURCE_WAIT, /* none yet: wait until the source's `fd` is readable */
    SOURCE_MORE, /* none in a long stretch of input: ask again after looking for signals */
    SOURCE_END
};

/* Where tasks come from. `next` is passed an empty task, whose bytes may have borrowed memory. */
struct source {
    void *self;
    enum source_state (*next)(void *self, struct task *out);
    int (*fd)(const void *self);       /* to wait for after SOURCE_WAIT */
    double (*share)(const void *self); /* of the input that has been read, 0 to 1; < 0: unknown */
};

/* Where answers go. Output for standard output is appended to `pending`; the pool writes it, since
 * it must react to signals meanwhile. Returning false ends the run. */
struct sink {
    void *self;
    bool (*take)(void *self, const struct task *task, const struct answer *answer,
                 struct file_bytes *pending);
    /* Whether `take` writes the reason of such an answer to standard error. */
    bool (*complains)(const void *self, int code, size_t output_len);
};

/* How a run ended. */
enum pool_end {
    POOL_DONE,
    POOL_STOPPED,  /* the sink asked for it */
    POOL_ERROR,    /* reported on standard error */
    POOL_PIPE,     /* nobody reads standard output any more */
    POOL_SIGNALLED /* SIGTERM or SIGINT arrived: its number is in *signal */
};

enum pool_end pool_run(const struct options *options, unsigned n_workers, struct source source,
                       struct sink sink, int *signal);

#endif
