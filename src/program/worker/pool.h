/*
 * Many tasks through worker processes: tasks come from a source, go to workers, and their answers
 * reach a sink in the order of the tasks. Each worker is a child that only reads jobs and writes
 * answers; one that dies takes no more than the page it was at, and is replaced.
 */
#ifndef PITH_PROGRAM_WORKER_POOL_H
#define PITH_PROGRAM_WORKER_POOL_H

#include <stdbool.h>
#include <stddef.h>

#include "program/input/file.h"
#include "program/worker/page.h"

/* A job that is on its way, with what it owns. */
struct task {
    enum job_kind kind;
    bool is_cut;     /* as struct job says it */
    bool is_damaged; /* likewise */
    bool tells_file; /* the answer is to name the file */
    bool is_found;   /* in a directory: passed over where it is no page */
    bool needs_tags; /* text without tags is no page either, to go by the file's name */
    struct job_place place_in_file;
    struct file_bytes bytes; /* owned, or lent by the pool; done with once they are answered */
    size_t n_bytes;          /* how many they were */
    char *name;              /* of the input, for messages; owned, may be NULL */
    char *place;             /* of the answer below options->out_dir; owned, may be NULL */
    const char *reason;      /* not NULL: it failed already, for this reason (static storage) */
};

enum source_state {
    SOURCE_TASK, /* a task was given */
    SOURCE_WAIT, /* none yet: `fd` of the source becomes readable when there may be */
    SOURCE_END
};

/* Where tasks come from. `next` is given a task that is empty, but for room that may be lent to
 * its bytes. */
struct source {
    void *self;
    enum source_state (*next)(void *self, struct task *out);
    int (*fd)(const void *self);       /* to wait for after SOURCE_WAIT */
    double (*share)(const void *self); /* of the input that was read, 0 to 1; < 0: not known */
};

/* Where answers go. What is to be written to standard output is put into `pending`; the pool
 * writes it, since it must listen to signals meanwhile. False ends the run. */
struct sink {
    void *self;
    bool (*take)(void *self, const struct task *task, const struct answer *answer,
                 struct file_bytes *pending);
};

/* How a run ended. */
enum pool_end {
    POOL_DONE,
    POOL_STOPPED,  /* the sink said so */
    POOL_TROUBLE,  /* told on standard error */
    POOL_PIPE,     /* nobody reads standard output any more */
    POOL_SIGNALLED /* SIGTERM or SIGINT came: its number in *signal */
};

enum pool_end pool_run(const struct options *options, unsigned n_workers, struct source source,
                       struct sink sink, int *signal);

#endif
